import type { Context, Next } from 'koa'
import { CoupaError } from '../../errors.js'
import type { Session } from '../../sign-in/sign-in.js'
import type { SupplierName, SupplierPortal } from '../../supplier-portal.js'
import type { Answer, Page } from '../answer.js'
import { readFields } from '../fields.js'
import { noPage, problemPage } from '../problem-page.js'
import { sendAnswer } from '../send-answer.js'
import type { RouteContext } from '../serve.js'
import { supplierPaths } from './paths.js'
import { renderSupplierPage } from './render-supplier-page.js'
import type { SupplierAction, SupplierFace } from './visit.js'

/** From a request to a page of a supplier that is signed in: whoever is not, signs in first. */
export function serveSupplier({ portal, signIn }: SupplierFace) {
  return (action: SupplierAction) =>
    async (ctx: RouteContext): Promise<void> => {
      const form = readFields(ctx.request.rawBody ?? '')
      const session = signIn.sessionOf(ctx)
      const supplier = supplierOf(portal, session)
      if (session === undefined || supplier === undefined) return redirectToSignIn(ctx)
      const answer = await answerOf(() => {
        if (ctx.method === 'POST') signIn.assertOwnPage(ctx, form.text('csrf'))
        return action({
          portal,
          supplier,
          params: ctx.params,
          query: ctx.URL.searchParams,
          form,
          ...(ctx.file === undefined ? {} : { file: ctx.file }),
        })
      })
      sendAnswer(ctx, answer, inFrame(ctx, { portal, supplier, session }))
    }
}

/** The same as for buyers, below the portal's own addresses. */
export function showUnknownToSupplier({ portal, signIn }: SupplierFace) {
  return async (ctx: Context, next: Next): Promise<void> => {
    await next()
    if (ctx.status !== 404 || ctx.body != null || !ctx.path.startsWith('/supplier/')) return
    const session = signIn.sessionOf(ctx)
    const supplier = supplierOf(portal, session)
    if (session === undefined || supplier === undefined) return
    const page = problemPage(noPage(ctx.path), supplierPaths.orders)
    sendAnswer(ctx, page, inFrame(ctx, { portal, supplier, session }))
  }
}

interface SignedIn {
  readonly portal: SupplierPortal
  readonly supplier: SupplierName
  readonly session: Session
}

function inFrame({ path }: Context, { portal, supplier, session }: SignedIn) {
  return (page: Page, nonce: string) =>
    renderSupplierPage(page, {
      companyName: portal.companyName(),
      supplier,
      csrfToken: session.csrfToken,
      path,
      nonce,
    })
}

/** A supplier that was switched off since it signed in is signed out. */
export function supplierOf(portal: SupplierPortal, session: Session | undefined): SupplierName | undefined {
  return session && portal.suppliers().find(({ id }) => String(id) === session.login)
}

function redirectToSignIn(ctx: Context): void {
  const isWanted = ctx.method === 'GET' && ctx.url !== supplierPaths.orders
  const query = isWanted ? `?${new URLSearchParams({ return: ctx.url })}` : ''
  ctx.redirect(`${supplierPaths.signIn}${query}`)
  ctx.status = 303
}

async function answerOf(act: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof CoupaError) return problemPage(error, supplierPaths.orders)
    throw error
  }
}
