import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { confirm, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { signIn, type Visitor } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let emma: Visitor
let mark: Visitor
let ada: Visitor

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
  emma = await signIn(coupa.url, 'emma')
  mark = await signIn(coupa.url, 'mark')
  ada = await signIn(coupa.url, 'ada')
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

/** Posts a cart the way the supplier's page does and returns the page it leads to. */
async function cartPage(lines = [{}]): Promise<string> {
  await emma.post('/punchout/sites/1')
  const cookie = lastBuyerCookie()
  const body = new URLSearchParams(supplier.cart(cookie, lines))
  const answer = await fetch(`${coupa.url}/punchout/checkout?id=1`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  return answer.headers.get('location') ?? ''
}

function lastBuyerCookie(): string {
  const document = supplier.received.at(-1)
  if (document?.kind !== 'PunchOutSetupRequest') throw new Error('no PunchOutSetupRequest came')
  return document.request.punchOutSetupRequest.buyerCookie
}

async function submitted(): Promise<number> {
  await emma.get(await cartPage())
  const { number } = (await coupa.person('emma').cart()) ?? { number: 0 }
  await emma.post(`/requisitions/${number}/submit`, { justification: 'For the report' })
  return number
}

describe('the way to the supplier', () => {
  it('starts at a tile that is a link, named by the site', async () => {
    const { html } = await emma.get('/')
    expect(html).toContain('Shop Online')
    expect(html).toMatch(
      /<a class="tile-logo" href="\/punchout\/sites\/1">\s*Brightstack Marketplace\s*<\/a>/,
    )
  })

  it('sends nothing before the form is posted: a link may be opened ahead of a click', async () => {
    const page = await emma.get('/punchout/sites/1')
    expect(page.html).toContain('Continue to Brightstack Marketplace')
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https: http:")
    expect(supplier.received).toEqual([])
    const gone = await emma.post('/punchout/sites/1')
    expect(gone).toMatchObject({ status: 303, location: `${supplier.url}/start/one-time-4711` })
    expect(supplier.received).toHaveLength(1)
  })

  it('takes the Open Buy result along', async () => {
    const { html } = await emma.get('/search?q=suite')
    expect(html).toContain('View at Brightstack Marketplace')
    expect(html).toContain('49.90 USD')
    const search = /name="search" value="(\d+)"/.exec(html)?.[1] ?? ''
    const hop = await emma.get(`/punchout/sites/1?item=SUITE-1&search=${search}`)
    expect(hop.html).toContain('name="item" value="SUITE-1"')
    await emma.post('/punchout/sites/1', { item: 'SUITE-1', search })
    expect(supplier.received[0]).toMatchObject({
      request: { punchOutSetupRequest: { selectedItems: [{ itemID: { supplierPartID: 'SUITE-1' } }] } },
    })
  })

  it('that fails ends on a page with Coupa’s own words and advice', async () => {
    supplier.setupAnswer = { httpStatus: 200, body: '<html><body>Hello</body></html>' }
    const page = await emma.post('/punchout/sites/1')
    expect(page.status).toBe(502)
    expect(page.html).toContain('Punchout failed: No status element in setup response')
    expect(page.html).toContain('Check the URL of the punchout site')
  })

  it('is told when a supplier does not answer a search, and the own items are there all the same', async () => {
    supplier.openBuy = async () => ({ status: 500, json: {} })
    const { html, status } = await emma.get('/search?q=monitor')
    expect(status).toBe(200)
    expect(html).toContain('data-error-code="service_error"')
    expect(html).toContain('Add to cart')
  })
})

describe('the way back', () => {
  it('ends on Review Cart, where the lines are', async () => {
    const claim = await cartPage()
    expect(await emma.get(claim)).toMatchObject({ status: 303, location: '/cart?notice=cart-returned' })
    const { html } = await emma.get('/cart?notice=cart-returned')
    expect(html).toContain('Review Cart')
    expect(html).toContain('Acme Suite')
    expect(html).toContain('Submit for Approval')
    expect(html).toContain('data-approver="mark"')
    expect(html).toContain('The items from the supplier are in your cart.')
  })

  it('belongs to whoever went shopping, and switching back to her leads to it', async () => {
    const claim = await cartPage()
    const page = await mark.get(claim)
    expect(page.status).toBe(403)
    expect(page.html).toContain('This cart belongs to Emma Reyes')
    expect(page.html).toContain(`name="return" value="${claim}"`)
    const back = await mark.post('/session', { login: 'emma', return: claim })
    expect(back.location).toBe(claim)
    expect((await mark.get(claim)).location).toBe('/cart?notice=cart-returned')
  })

  it('of a cart that fails shows Coupa’s banner', async () => {
    const page = await emma.get(await cartPage([{ uom: 'FURLONG' }]))
    expect(page.status).toBe(400)
    expect(page.html).toContain(
      'There was an error transferring items from Brightstack Inc. Your system administrator has been notified.',
    )
  })

  it('with nothing says so', async () => {
    expect(await emma.get(await cartPage([]))).toMatchObject({
      status: 303,
      location: '/?notice=nothing-returned',
    })
  })

  it('says nothing that a URL made up', async () => {
    expect((await emma.get('/?notice=You+have+won')).html).not.toContain('You have won')
    expect((await emma.get('/?notice=constructor')).status).toBe(200)
  })
})

describe('an approval', () => {
  it('is offered to the approver whose turn it is, and to nobody else', async () => {
    const number = await submitted()
    const decision = 'Your approval is needed'
    expect((await mark.get(`/requisitions/${number}`)).html).toContain(decision)
    expect((await emma.get(`/requisitions/${number}`)).html).not.toContain(decision)
    expect((await ada.get(`/requisitions/${number}`)).html).not.toContain(decision)
    const fiona = await signIn(coupa.url, 'fiona')
    expect((await fiona.get(`/requisitions/${number}`)).status).toBe(404)
    expect((await mark.get('/approvals')).html).toContain(`data-requisition="${number}"`)
    expect((await mark.get('/')).html).toContain('data-testid="to-do-count"')
  })

  it('issues the order after the last one', async () => {
    const number = await submitted()
    const answer = await mark.post(`/requisitions/${number}/approve`, { comment: 'Fine' })
    expect(answer).toMatchObject({ status: 303, location: `/requisitions/${number}?notice=approved` })
    const order = await coupa.waitForOrder({ requisition: number })
    const { html } = await emma.get(`/requisitions/${number}`)
    expect(html).toContain('data-status="ordered" data-testid="requisition-status"')
    expect(html).toContain(`href="/orders/${order.number}"`)
    expect(html).toContain('Fine')
  })

  it('that is refused needs a reason, which the requester reads', async () => {
    const number = await submitted()
    const again = await mark.post(`/requisitions/${number}/reject`, { comment: ' ' })
    expect(again.status).toBe(422)
    expect(again.html).toContain('aria-invalid="true"')
    expect(again.html).toContain('say why, so that the requester knows what to change')
    expect(coupa.requisition(number).status).toBe('pending_approval')
    await mark.post(`/requisitions/${number}/reject`, { comment: 'Take the smaller plan' })
    const { html } = await emma.get(`/requisitions/${number}`)
    expect(html).toContain('data-status="draft"')
    expect(html).toContain('Take the smaller plan')
    expect(html).toContain('Submit for Approval')
  })

  it('is not waited for any more after a withdrawal', async () => {
    const number = await submitted()
    expect((await emma.get(`/requisitions/${number}`)).html).toContain('Withdraw')
    await emma.post(`/requisitions/${number}/withdraw`, { reason: 'Found a free one' })
    expect((await emma.get(`/requisitions/${number}`)).html).toContain('Found a free one')
    expect((await mark.get('/approvals')).html).toContain('Nothing waits for you')
    expect((await mark.post(`/requisitions/${number}/approve`)).status).toBe(409)
  })
})

describe('whoever waits', () => {
  it('can ask whether something has changed', async () => {
    const number = await submitted()
    const path = `/requisitions/${number}/version`
    const before = await emma.get(path)
    expect(before.headers.get('content-type')).toContain('application/json')
    expect((await emma.get(path)).html).toBe(before.html)
    const { html } = await emma.get(`/requisitions/${number}`)
    expect(html).toContain(`data-live="${path}"`)
    expect(html).toContain(`data-version="${JSON.parse(before.html).version}"`)
    expect(html).toContain('<noscript><meta http-equiv="refresh"')
    await coupa.person('mark').approve(number)
    expect((await emma.get(path)).html).not.toBe(before.html)
  })

  it('sees home, To Do and the bell change', async () => {
    const before = await mark.get('/version')
    await submitted()
    expect((await mark.get('/version')).html).not.toBe(before.html)
  })
})

describe('the purchase order', () => {
  it('shows its transmission and what the supplier answered, and is resent by administrators alone', async () => {
    const number = await submitted()
    await coupa.person('mark').approve(number)
    const order = await coupa.waitForOrder({ requisition: number })
    const [exchange] = coupa.documents({ kind: 'OrderRequest' })
    const payloadID = exchange?.request.document?.payloadID ?? ''
    await confirm(coupa.url, { number: order.number, payloadID }, { comment: 'Ready to use' })
    const mine = await emma.get(`/orders/${order.number}`)
    expect(mine.html).toContain('data-status="sent_via_cxml"')
    expect(mine.html).toContain('data-confirmation="accept"')
    expect(mine.html).toContain('Ready to use')
    expect(mine.html).not.toContain('Resend')
    expect((await emma.post(`/orders/${order.number}/resend`)).status).toBe(403)
    expect((await ada.get(`/orders/${order.number}`)).html).toContain('Resend')
    expect((await ada.post(`/orders/${order.number}/resend`)).location).toBe(
      `/orders/${order.number}?notice=resent`,
    )
    expect((await emma.get('/orders')).html).toContain(`data-purchase-order="${order.number}"`)
    expect((await mark.get('/orders')).html).not.toContain(`data-purchase-order="${order.number}"`)
  })
})

describe('the bell', () => {
  it('counts, leads to what it is about and is cleared by that', async () => {
    const number = await submitted()
    const { html } = await mark.get('/notifications')
    expect(html).toContain('data-testid="bell-count"')
    const id = /name="id" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect(await mark.post('/notifications/read', { id })).toMatchObject({
      status: 303,
      location: `/requisitions/${number}`,
    })
    expect((await mark.get('/notifications')).html).not.toContain('data-testid="bell-count"')
  })

  it('can be cleared as a whole', async () => {
    await submitted()
    expect((await mark.post('/notifications/read')).location).toBe('/notifications')
    expect((await mark.get('/')).html).not.toContain('data-testid="bell-count"')
  })
})

describe('the trace', () => {
  it('shows every document in order, both ways, without a secret', async () => {
    const { html: found } = await emma.get('/search?q=suite')
    const search = /name="search" value="(\d+)"/.exec(found)?.[1] ?? ''
    await emma.post('/punchout/sites/1', { item: 'SUITE-1', search })
    const body = new URLSearchParams(supplier.cart(lastBuyerCookie(), [{}]))
    const posted = await fetch(`${coupa.url}/punchout/checkout?id=1`, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    await emma.get(posted.headers.get('location') ?? '')
    const number = (await coupa.person('emma').cart())?.number ?? 0
    await coupa.person('emma').submit(number)
    await coupa.person('mark').approve(number)
    const order = await coupa.waitForOrder({ requisition: number })
    const payloadID = coupa.documents({ kind: 'OrderRequest' })[0]?.request.document?.payloadID ?? ''
    await confirm(coupa.url, { number: order.number, payloadID })

    const { html } = await emma.get(`/trace/requisition-${number}`)
    const shown = [...html.matchAll(/data-kind="(\w+)" data-direction="(\w+)"/g)].map(
      ([, kind, direction]) => `${direction} ${kind}`,
    )
    expect(shown).toEqual([
      'sent authentication',
      'sent search',
      'sent PunchOutSetupRequest',
      'received PunchOutOrderMessage',
      'sent OrderRequest',
      'received ConfirmationRequest',
    ])
    expect(html).toContain('Confirmation recorded')
    for (const secret of [
      'marker-secret-out',
      'marker-secret-in',
      'marker-open-buy',
      'one-time-4711',
      't0ken',
    ]) {
      expect(html).not.toContain(secret)
    }
    expect((await ada.get('/trace')).html).toContain(`href="/trace/requisition-${number}"`)
  })
})
