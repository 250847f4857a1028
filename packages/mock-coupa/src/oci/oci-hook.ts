import Router from '@koa/router'
import type { Context } from 'koa'
import type { CxmlFace } from '../cxml/cxml-face.js'
import { readBody } from '../cxml/read-body.js'
import { readForm } from '../cxml/read-form.js'
import { CoupaError } from '../errors.js'
import { recordExchange } from '../journal/journal.js'
import { findTripByCookie } from '../shopping/trip-records.js'
import { hookPath } from '../shopping/write-oci-call.js'
import { receiveItems } from './receive-items.js'

/** In bytes. */
const largestForm = 4 * 1024 * 1024

/** HOOK_URL: where catalogues post their lines to, cross-site and without our cookie. */
export function ociRoutes(face: CxmlFace): Router {
  const router = new Router()
  if (face.system.catalogs === 'oci') router.post(hookPath, ctx => takeItems(face, ctx))
  return router
}

async function takeItems(face: CxmlFace, ctx: Context): Promise<void> {
  const at = face.clock()
  const body = await readBody(ctx, largestForm)
  if (body === undefined || !ctx.is('urlencoded')) {
    throw new CoupaError(
      'ERR_COUPA_CART_REFUSED',
      `The catalogue returned no lines: a form of at most ${largestForm} bytes was expected (application/x-www-form-urlencoded)`,
    )
  }
  const tripToken = tripOf(ctx, body)
  const { token } = face.transaction(work => {
    const siteId = findTripByCookie(work.db, tripToken)?.site.id
    const site = work.company.punchoutSites.find(({ id }) => id === siteId)
    const received = receiveItems(work, tripToken, readForm(body, site?.oci?.charset ?? 'iso-8859-1'))
    recordExchange(work.db, {
      at,
      trip: received.trip,
      direction: 'received',
      from: work.company.suppliers.find(({ id }) => id === site?.supplier)?.name ?? 'unknown',
      to: work.company.name,
      via: 'browser',
      kind: 'OCI lines',
      method: 'POST',
      url: ctx.href.replace(tripToken, '********'),
      httpStatus: 303,
      durationMs: work.now.getTime() - at.getTime(),
      request: { headers: { 'content-type': ctx.get('content-type') }, body },
      ...(received.dropped.length === 0
        ? {}
        : { failure: `Dropped, and the shop is not told: ${received.dropped.join('; ')}` }),
    })
    return received
  })
  ctx.redirect(`/punchout/carts/${token}`)
  ctx.status = 303
}

/** In the address, or, where the catalogue took the address's query apart as OCI wants it, among the fields. */
function tripOf(ctx: Context, body: Uint8Array): string {
  const { trip } = ctx.query
  if (typeof trip === 'string') return trip
  const field = readForm(body, 'iso-8859-1').find(([name]) => name === 'trip')
  return field?.[1] ?? ''
}
