import { randomBytes } from 'node:crypto'
import type { SupplierName } from '../../supplier-portal.js'
import { readFields } from '../fields.js'
import { renderDocument } from '../layout/document.js'
import { setPageHeaders } from '../page-headers.js'
import { ownPath } from '../paths.js'
import { readNumber } from '../read-number.js'
import type { RouteContext } from '../serve.js'
import { supplierPaths } from './paths.js'
import { PortalWordmark } from './render-supplier-page.js'
import type { SupplierFace } from './visit.js'

/** The door of the portal. There are no passwords: whoever can reach the mock may be any supplier there. */
export function supplierSignIn({ portal, signIn }: SupplierFace) {
  return {
    async show(ctx: RouteContext): Promise<void> {
      const nonce = randomBytes(16).toString('base64')
      setPageHeaders(ctx, { nonce, leaves: false })
      ctx.type = 'html'
      ctx.body = signInPage({
        companyName: portal.companyName(),
        suppliers: portal.suppliers(),
        returnTo: portalPath(ctx.URL.searchParams.get('return') ?? undefined),
        csrfToken: signIn.sessionOf(ctx)?.csrfToken ?? '',
        nonce,
      })
    },
    async start(ctx: RouteContext): Promise<void> {
      const form = readFields(ctx.request.rawBody ?? '')
      signIn.assertOwnPage(ctx, form.text('csrf'))
      signIn.start(ctx, String(portal.supplier(readNumber(form.text('supplier'), 'supplier')).id))
      ctx.redirect(portalPath(form.optional('return')))
      ctx.status = 303
    },
    async end(ctx: RouteContext): Promise<void> {
      signIn.assertOwnPage(ctx, readFields(ctx.request.rawBody ?? '').text('csrf'))
      signIn.end(ctx)
      ctx.redirect(supplierPaths.signIn)
      ctx.status = 303
    },
  }
}

/** A page of the portal, never another one of ours: those are other people's. */
function portalPath(text: string | undefined): string {
  const path = ownPath(text)
  return path.startsWith('/supplier/') ? path : supplierPaths.orders
}

function signInPage(by: {
  readonly companyName: string
  readonly suppliers: readonly SupplierName[]
  readonly returnTo: string
  readonly csrfToken: string
  readonly nonce: string
}): string {
  return renderDocument({
    title: 'Sign in · supplier portal',
    nonce: by.nonce,
    children: (
      <>
        <header class="portal">
          <div class="portal-row">
            <PortalWordmark />
          </div>
        </header>
        <main id="content" tabindex={-1}>
          <div class="door">
            <div>
              <h1>Suppliers of {by.companyName}</h1>
              <p class="soft">Choose which supplier you work for. People of the company sign in elsewhere.</p>
            </div>
            <ul class="people">
              {by.suppliers.map(supplier => (
                <li>
                  <form method="post" action={supplierPaths.session}>
                    <input type="hidden" name="csrf" value={by.csrfToken} />
                    <input type="hidden" name="return" value={by.returnTo} />
                    <input type="hidden" name="supplier" value={String(supplier.id)} />
                    <button class="card person-card" type="submit">
                      <span class="name">
                        <span class="unseen">Sign in for </span>
                        {supplier.name}
                      </span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
            <p class="soft small">
              A mock of a procurement system, for demonstrations and tests. There are no passwords here.
            </p>
          </div>
        </main>
      </>
    ),
  })
}
