import type { SupplierName } from '../../supplier-portal.js'
import type { Page } from '../answer.js'
import { Csrf, CsrfContext } from '../elements/csrf.js'
import { Notice } from '../elements/notice.js'
import { renderDocument } from '../layout/document.js'
import { noticeText } from '../notices.js'
import { supplierPaths } from './paths.js'

/** What the frame of a page says about whoever is signed in. */
interface SupplierFrame {
  readonly companyName: string
  readonly supplier: SupplierName
  readonly csrfToken: string
  /** Of this page, for the navigation. */
  readonly path: string
  readonly nonce: string
}

/** Of the supplier's side alone: another bar, another title and no way over to the buyer's pages. */
export function renderSupplierPage(page: Page, frame: SupplierFrame): string {
  return renderDocument({
    title: `${page.title} · ${frame.supplier.name} · supplier portal`,
    nonce: frame.nonce,
    children: (
      <CsrfContext.Provider value={frame.csrfToken}>
        <header class="portal">
          <div class="portal-row">
            <PortalWordmark />
            <p class="portal-who" data-testid="signed-in-supplier" data-supplier={String(frame.supplier.id)}>
              <strong>{frame.supplier.name}</strong>
              <span> · customer: {frame.companyName}</span>
            </p>
          </div>
          <Navigation path={frame.path} />
        </header>
        <main id="content" tabindex={-1}>
          {page.notice !== undefined && <Notice tone="good">{noticeText(page.notice)}</Notice>}
          {page.body}
        </main>
        <footer class="foot">
          <div class="foot-row">
            <span>
              A mock for demonstrations and tests. Not affiliated with any maker of procurement software.
            </span>
            <form method="post" action={supplierPaths.endSession}>
              <Csrf />
              <button class="button button-link" type="submit">
                Sign out
              </button>
            </form>
          </div>
        </footer>
      </CsrfContext.Provider>
    ),
  })
}

export function PortalWordmark() {
  return (
    <a class="wordmark" href={supplierPaths.orders}>
      coupa supplier portal <b>mock</b>
    </a>
  )
}

function Navigation({ path }: { readonly path: string }) {
  const entries = [
    [supplierPaths.orders, 'Orders'],
    [supplierPaths.invoices, 'Invoices'],
    [supplierPaths.catalogs, 'Catalogs'],
    [supplierPaths.delivery, 'Settings'],
  ] as const
  return (
    <nav class="nav" aria-label="Main">
      <ul>
        {entries.map(([href, label]) => (
          <li>
            <a href={href} {...(path.startsWith(href) ? { 'aria-current': 'page' } : {})}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
