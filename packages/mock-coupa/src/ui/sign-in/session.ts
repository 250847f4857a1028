import { randomBytes } from 'node:crypto'
import type { Coupa } from '../../coupa.js'
import type { PageDependencies } from '../../pages.js'
import { faceOf } from '../face.js'
import { readFields } from '../fields.js'
import { setPageHeaders } from '../page-headers.js'
import { ownPath, paths } from '../paths.js'
import { findVisitor, type RouteContext } from '../serve.js'
import { signInPage } from './index-page.js'

/** The pages for people who are not signed in (yet): they have no frame, so they answer by themselves. */
export function signInRoutes(coupa: Coupa, { signIn }: PageDependencies) {
  return {
    async show(ctx: RouteContext): Promise<void> {
      const nonce = randomBytes(16).toString('base64')
      setPageHeaders(ctx, { nonce, leaves: false })
      ctx.type = 'html'
      ctx.body = signInPage({
        companyName: coupa.companyName(),
        face: faceOf(coupa.system()),
        people: coupa.people(),
        returnTo: ownPath(ctx.URL.searchParams.get('return') ?? undefined),
        csrfToken: signIn.sessionOf(ctx)?.csrfToken ?? '',
        nonce,
      })
    },
    /** Signs in, or switches to somebody else: one and the same click. */
    async start(ctx: RouteContext): Promise<void> {
      const form = readFields(ctx.request.rawBody ?? '')
      signIn.assertOwnPage(ctx, form.text('csrf'))
      signIn.start(ctx, coupa.user(form.text('login')).login)
      ctx.redirect(ownPath(form.optional('return')))
      ctx.status = 303
    },
    async end(ctx: RouteContext): Promise<void> {
      signIn.assertOwnPage(ctx, readFields(ctx.request.rawBody ?? '').text('csrf'))
      if (findVisitor(coupa, signIn.sessionOf(ctx)) !== undefined) signIn.end(ctx)
      ctx.redirect(paths.signIn)
      ctx.status = 303
    },
  }
}
