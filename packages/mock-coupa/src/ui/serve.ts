import type { Context, Next } from 'koa'
import type { SentFile } from '../comments/attachment.js'
import type { User } from '../company/company.js'
import type { Coupa } from '../coupa.js'
import { CoupaError } from '../errors.js'
import type { PageDependencies } from '../pages.js'
import type { Session } from '../sign-in/sign-in.js'
import type { Action, Answer, Page } from './answer.js'
import { readFields } from './fields.js'
import type { Frame } from './layout/frame.js'
import { renderPage } from './layout/render-page.js'
import { paths } from './paths.js'
import { noPage, problemPage } from './problem-page.js'
import { sendAnswer } from './send-answer.js'

/** Who may use a route. The application checks again what each person may do. */
export type Audience = 'person' | 'administrator'

/** What the router of the pages adds to Koa's context. */
export type RouteContext = Context & {
  readonly params: Readonly<Record<string, string>>
  /** The form as it was sent; absent on GET. */
  readonly request: { rawBody?: string }
  /** The file of a form that has one. */
  file?: SentFile
}

/** Somebody who is signed in, with the session that says so. */
interface Visitor {
  readonly person: User
  readonly session: Session
}

/** From a request to a page of somebody who is signed in: whoever is not, signs in first. */
export function serve(coupa: Coupa, { signIn }: PageDependencies) {
  return (action: Action, audience: Audience) =>
    async (ctx: RouteContext): Promise<void> => {
      const form = readFields(ctx.request.rawBody ?? '')
      const visitor = findVisitor(coupa, signIn.sessionOf(ctx))
      if (visitor === undefined) return redirectToSignIn(ctx)
      const answer = await answerOf(() => {
        if (ctx.method === 'POST') signIn.assertOwnPage(ctx, form.text('csrf'))
        assertAudience(visitor.person, audience)
        return action({
          coupa,
          person: visitor.person,
          params: ctx.params,
          query: ctx.URL.searchParams,
          form,
          ...(ctx.file === undefined ? {} : { file: ctx.file }),
        })
      })
      sendAnswer(ctx, answer, inFrame(coupa, visitor))
    }
}

/** Whoever is signed in goes on from an address that leads nowhere. Others are told outside of any frame. */
export function showUnknown(coupa: Coupa, { signIn }: PageDependencies) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next()
    if (ctx.status !== 404 || ctx.body != null) return
    const visitor = findVisitor(coupa, signIn.sessionOf(ctx))
    if (visitor !== undefined) sendAnswer(ctx, problemPage(noPage(ctx.path)), inFrame(coupa, visitor))
  }
}

/** A person who has left since signing in is signed out. */
export function findVisitor(coupa: Coupa, session: Session | undefined): Visitor | undefined {
  const person = session && coupa.people().find(({ login, active }) => active && login === session.login)
  return person && session && { person, session }
}

function redirectToSignIn(ctx: Context): void {
  const wanted = ctx.method === 'GET' ? ctx.url : pageBehind(ctx)
  const query =
    wanted === undefined || wanted === paths.home ? '' : `?${new URLSearchParams({ return: wanted })}`
  ctx.status = 303
  ctx.redirect(`${paths.signIn}${query}`)
}

/** Of a form: the page that it stood on, which can be filled in again. */
function pageBehind(ctx: Context): string | undefined {
  const page = URL.parse(ctx.get('Referer'))
  return page?.host === ctx.host ? `${page.pathname}${page.search}` : undefined
}

function assertAudience(person: User, audience: Audience): void {
  if (audience === 'administrator' && !person.administrator) {
    throw new CoupaError('ERR_COUPA_FORBIDDEN', 'Setup and traces of everybody are for administrators.')
  }
}

/** What is refused by a rule is a page; what breaks is passed on to whoever logs it. */
async function answerOf(act: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof CoupaError) return problemPage(error)
    throw error
  }
}

function inFrame(coupa: Coupa, visitor: Visitor) {
  return (page: Page, nonce: string) => renderPage(page, frameOf(coupa, visitor), nonce)
}

function frameOf(coupa: Coupa, { person, session }: Visitor): Frame {
  return {
    companyName: coupa.companyName(),
    system: coupa.system(),
    person,
    people: coupa.people(),
    counts: coupa.counts(person.login),
    csrfToken: session.csrfToken,
  }
}
