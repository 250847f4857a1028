import { randomBytes } from 'node:crypto'
import type { Child } from 'hono/jsx'
import type { LinkedOrder, SupplierPortal } from '../../supplier-portal.js'
import { formatMoney } from '../elements/money.js'
import { renderDocument } from '../layout/document.js'
import { setPageHeaders } from '../page-headers.js'
import type { RouteContext } from '../serve.js'
import { supplierPaths } from './paths.js'
import { PortalWordmark } from './render-supplier-page.js'

/**
 * What the link in a mail leads to. Looking changes nothing, since mail programs open links by themselves: the order is
 * acknowledged by the button on the page. The link itself is the right to do so, so nobody signs in and there is no
 * session whose token could be asked.
 */
export function acknowledgeByMail(portal: SupplierPortal) {
  return {
    async show(ctx: RouteContext): Promise<void> {
      const token = ctx.params.token ?? ''
      const order = portal.orderOfLink(token)
      send(ctx, {
        title: `Acknowledge purchase order ${order.number}`,
        body: <Question order={order} customer={portal.companyName()} token={token} />,
      })
    },
    async confirm(ctx: RouteContext): Promise<void> {
      const order = portal.acknowledgeByLink(ctx.params.token ?? '')
      send(ctx, {
        title: `Purchase order ${order.number} is acknowledged`,
        body: <p>{portal.companyName()} can see that you have it.</p>,
      })
    },
  }
}

function Question(props: { readonly order: LinkedOrder; readonly customer: string; readonly token: string }) {
  const { order, customer, token } = props
  return (
    <>
      <p>
        {customer} has sent this order
        {order.total === undefined ? '' : ` over ${formatMoney(order.total, order.currency)}`} to{' '}
        {order.supplier}.
      </p>
      <form method="post" action={`${supplierPaths.acknowledgeByLink}/${encodeURIComponent(token)}`}>
        <button class="button button-main" type="submit">
          Acknowledge
        </button>
      </form>
    </>
  )
}

function send(ctx: RouteContext, page: { readonly title: string; readonly body: Child }): void {
  const nonce = randomBytes(16).toString('base64')
  setPageHeaders(ctx, { nonce, leaves: false })
  // The address is a secret: it goes along to nobody.
  ctx.set('Referrer-Policy', 'no-referrer')
  ctx.type = 'html'
  ctx.body = renderDocument({
    title: `${page.title} · supplier portal`,
    nonce,
    children: (
      <>
        <header class="portal">
          <div class="portal-row">
            <PortalWordmark />
          </div>
        </header>
        <main id="content" tabindex={-1}>
          <div class="card hop">
            <h1>{page.title}</h1>
            {page.body}
          </div>
        </main>
      </>
    ),
  })
}
