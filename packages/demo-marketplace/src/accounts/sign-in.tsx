import { formField, queryField } from '../http/form.js'
import { localPath } from '../http/local-path.js'
import { PageError } from '../http/page-error.js'
import type { Shop, ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { type Account, accountKey, isEmail, operator } from './account.js'
import type { BrowserState } from './browser-cookie.js'
import { newBrowserId } from './recognise-visitor.js'
import { SignInPage } from './sign-in-page.js'

/** `GET /sign-in?next=…` */
export function showSignIn() {
  return async (ctx: ShopContext) => {
    const next = localPath(queryField(ctx, 'next') ?? '/subscriptions')
    await sendPage(ctx, <SignInPage visitor={ctx.state.visitor} next={next} />)
  }
}

/** `POST /sign-in` and, from the bar on every page, `POST /switch`. */
export function signIn(shop: Pick<Shop, 'accounts' | 'clock' | 'cookie' | 'randomBytes'>) {
  return async (ctx: ShopContext) => {
    const { visitor } = ctx.state
    if (visitor.trip !== undefined) {
      throw new PageError(
        409,
        'You are on a shopping trip',
        'Cancel the trip first; then sign in as anybody.',
      )
    }
    const email = accountKey(formField(ctx, 'email') ?? '')
    const next = localPath(formField(ctx, 'next') ?? '/subscriptions')
    if (!isEmail(email)) {
      const problem = 'That is no e-mail address. Please enter one like you@company.example.'
      return sendPage(ctx, <SignInPage visitor={visitor} next={next} problem={problem} />, 422)
    }
    const known: Account = visitor.personas.find(persona => persona.email === email) ??
      (await shop.accounts.find(email)) ?? { email, name: email }
    await shop.accounts.remember(known, shop.clock())
    // A new browser id: tokens of forms that somebody else opened here are worth nothing from now on.
    become(shop, ctx, { id: newBrowserId(shop), email })
    ctx.status = 303
    ctx.redirect(mayOpen(next, email) ? next : '/')
  }
}

/** Whoever changes persona on the operator's page must not land on a refusal. */
function mayOpen(path: string, email: string): boolean {
  return email === operator.email || !path.startsWith('/orders')
}

/** `POST /sign-out` */
export function signOut(shop: Pick<Shop, 'cookie' | 'randomBytes'>) {
  return async (ctx: ShopContext) => {
    become(shop, ctx, { id: newBrowserId(shop) })
    ctx.status = 303
    ctx.redirect('/')
  }
}

function become({ cookie }: Pick<Shop, 'cookie'>, ctx: ShopContext, state: BrowserState): void {
  ctx.append('Set-Cookie', cookie.write(state))
}
