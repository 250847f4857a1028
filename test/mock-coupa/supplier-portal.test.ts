import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { createVisitor, readText, signIn, signInAsSupplier, type Visitor } from '../support/visitor.js'

let shop: FakeSupplier
let coupa: MockCoupa
/** Brightstack, whose orders go by cXML. */
let brightstack: Visitor
/** Harbour Office Supply, whose orders are marked as sent. */
let harbour: Visitor

beforeEach(async () => {
  shop = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: shop.company() })
  brightstack = await signInAsSupplier(coupa.url, 1)
  harbour = await signInAsSupplier(coupa.url, 2)
})

afterEach(async () => {
  await coupa.close()
  await shop.close()
})

/** An order of Emma's to Harbour Office Supply. */
async function ordered(itemId = 7): Promise<string> {
  const { number } = await coupa.person('emma').addItem({ itemId, quantity: '2' })
  await coupa.person('emma').submit(number)
  await coupa.person('mark').approve(number)
  return (await coupa.waitForOrder({ requisition: number })).number
}

const onOrder = (number: string) => ({ type: 'OrderHeader', id: Number(number) }) as const

describe('the door of the portal', () => {
  it('lets suppliers in, and keeps them and the company’s people apart', async () => {
    const somebody = createVisitor(coupa.url, '/supplier/sign-in')
    expect(await somebody.get('/supplier/orders')).toMatchObject({
      status: 303,
      location: '/supplier/sign-in',
    })
    const entered = await somebody.post('/supplier/session', { supplier: '2' })
    expect(entered).toMatchObject({ status: 303, location: '/supplier/orders' })
    expect(entered.headers.get('set-cookie')).toMatch(
      /^coupa_supplier_session=[^;]+; path=\/supplier; samesite=lax; httponly/i,
    )
    const { html } = await somebody.get('/supplier/orders')
    expect(html).toContain('<title>Orders · Harbour Office Supply · supplier portal')
    expect(html).not.toContain('href="/requisitions"')
    expect((await somebody.get('/requisitions')).status).toBe(303)
    const nowhere = await somebody.get('/supplier/nowhere')
    expect([nowhere.status, nowhere.html.includes('data-supplier="2"')]).toEqual([404, true])
    expect((await somebody.get('/nowhere')).html).not.toContain('data-supplier')
    const emma = await signIn(coupa.url, 'emma')
    expect(await emma.get('/supplier/orders')).toMatchObject({ location: '/supplier/sign-in' })
  })

  it('is shut to a supplier that is unknown or was switched off', async () => {
    const somebody = createVisitor(coupa.url, '/supplier/sign-in')
    expect((await somebody.post('/supplier/session', { supplier: '77' })).status).toBe(404)
    await coupa.company.update(company => {
      for (const supplier of company.suppliers) if (supplier.id === 2) supplier.active = false
    })
    expect(await harbour.get('/supplier/orders')).toMatchObject({ status: 303 })
  })

  it('can be left', async () => {
    expect((await harbour.post('/supplier/session/end')).location).toBe('/supplier/sign-in')
    expect((await harbour.get('/supplier/orders')).status).toBe(303)
  })
})

describe('the orders of a supplier', () => {
  it('stand in a list with Coupa’s columns', async () => {
    const number = await ordered()
    const { html } = await harbour.get('/supplier/orders')
    const headings = [...html.matchAll(/<th [^>]*>(.*?)<\/th>/g)].map(([, heading]) =>
      readText(heading ?? ''),
    )
    expect(headings.map(heading => heading.replace(/ ↕.*$/, ''))).toEqual([
      'PO Number',
      'Order Date',
      'Status',
      'Acknowledged At',
      'Items',
      'Unanswered Comments',
      'Total',
      'Actions',
    ])
    expect(html).toContain(`data-purchase-order="${number}"`)
    expect(readText(html)).toContain('Office chair No 658.00 USD Acknowledge')
  })

  it('are nobody else’s', async () => {
    const number = await ordered()
    expect((await brightstack.get('/supplier/orders')).html).not.toContain(`data-purchase-order="${number}"`)
    for (const visitor of [brightstack]) {
      expect((await visitor.get(`/supplier/orders/${number}`)).status).toBe(404)
      expect((await visitor.post(`/supplier/orders/${number}/acknowledge`)).status).toBe(404)
      expect((await visitor.post(`/supplier/orders/${number}/comments`, { comments: 'x' })).status).toBe(404)
      const file = new File(['x'], 'x.txt')
      expect((await visitor.upload(`/supplier/orders/${number}/attachments`, {}, file)).status).toBe(404)
    }
    expect(coupa.purchaseOrder(number)).toMatchObject({ comments: [], attachments: [] })
    expect(coupa.purchaseOrder(number).acknowledgedAt).toBeUndefined()
  })

  it('are found by text and status', async () => {
    const number = await ordered()
    const has = async (query: string) =>
      (await harbour.get(`/supplier/orders${query}`)).html.includes(`data-purchase-order="${number}"`)
    expect(await has('?text=chair&status=issued&sort=-total')).toBe(true)
    expect(await has('?text=laptop')).toBe(false)
    expect(await has('?status=closed')).toBe(false)
    expect(await has('?supplier=1')).toBe(true)
  })

  it('show lines and addresses, and nothing of the company’s own', async () => {
    const number = await ordered()
    coupa.application.comment('emma', { on: onOrder(number), comments: 'Between us: too dear' })
    const { html } = await harbour.get(`/supplier/orders/${number}`)
    expect(readText(html)).toContain('Office chair HOS-CH07 2 EA 329.00 USD 658.00 USD')
    expect(readText(html)).toContain('Northwind Instruments Headquarters')
    expect(html).not.toContain('Engineering Software')
    expect(html).not.toContain('too dear')
  })

  it('are acknowledged once, which the requester hears', async () => {
    const number = await ordered()
    const path = `/supplier/orders/${number}`
    expect(await harbour.post(`${path}/acknowledge`)).toMatchObject({
      status: 303,
      location: `${path}?notice=acknowledged`,
    })
    const { acknowledgedAt } = coupa.purchaseOrder(number)
    expect(acknowledgedAt).toBeInstanceOf(Date)
    expect((await harbour.post(`${path}/acknowledge`)).status).toBe(303)
    expect(coupa.purchaseOrder(number).acknowledgedAt).toEqual(acknowledgedAt)
    const heard = (await coupa.person('emma').notifications()).filter(
      ({ kind }) => kind === 'order_acknowledged',
    )
    expect(heard).toHaveLength(1)
    expect((await harbour.get(path)).html).not.toContain('/acknowledge')
  })

  it('are not acknowledged without the token, or by a session of the company', async () => {
    const number = await ordered()
    const path = `/supplier/orders/${number}/acknowledge`
    expect((await harbour.postRaw(path, { csrf: 'wrong' })).status).toBe(403)
    const emma = await signIn(coupa.url, 'emma')
    expect(await emma.post(path)).toMatchObject({ status: 303, location: '/supplier/sign-in' })
    expect(coupa.purchaseOrder(number).acknowledgedAt).toBeUndefined()
  })
})

describe('what is said between buyer and supplier', () => {
  it('is read by both, and counted until it is answered', async () => {
    const number = await ordered()
    const unanswered = async () => {
      const { html } = await harbour.get('/supplier/orders')
      return /data-label="Unanswered Comments">([^<]*)</.exec(html)?.[1]
    }
    expect(await unanswered()).toBe('No')
    for (const comments of ['When?', 'Still there?']) {
      coupa.application.comment('emma', { on: onOrder(number), comments, toSupplier: true })
    }
    expect(await unanswered()).toBe('2')
    const path = `/supplier/orders/${number}`
    expect(readText((await harbour.get(path)).html)).toContain('Still there?')
    await harbour.post(`${path}/comments`, { comments: 'On Monday, @emma' })
    expect(await unanswered()).toBe('No')
    expect(coupa.purchaseOrder(number).comments.at(-1)).toMatchObject({
      comments: 'On Monday, @emma',
      toSupplier: true,
      mentions: [],
      author: { fullName: 'Harbour Office Supply', supplier: 2 },
    })
    expect((await coupa.person('emma').notifications())[0]).toMatchObject({
      kind: 'comment_added',
      subject: `Harbour Office Supply commented on purchase order ${number}`,
    })
  })

  it('goes with files that are meant for the supplier, and no others', async () => {
    const number = await ordered()
    const file = (name: string) =>
      ({ type: 'file', fileName: name, contentType: 'text/plain', bytes: Buffer.from(name) }) as const
    const { id: secret } = coupa.application.attach('emma', {
      on: onOrder(number),
      content: file('internal.txt'),
    })
    const { id: open } = coupa.application.attach('emma', {
      on: onOrder(number),
      content: file('external.txt'),
      intent: 'external',
    })
    const { html } = await harbour.get(`/supplier/orders/${number}`)
    expect(html).toContain('external.txt')
    expect(html).not.toContain('internal.txt')
    expect((await harbour.get(`/supplier/attachments/${open}`)).html).toBe('external.txt')
    expect((await harbour.get(`/supplier/attachments/${secret}`)).status).toBe(404)
    expect((await brightstack.get(`/supplier/attachments/${open}`)).status).toBe(404)
    await harbour.upload(`/supplier/orders/${number}/attachments`, {}, new File(['x'], 'offer.txt'))
    expect(coupa.purchaseOrder(number).attachments.at(-1)).toMatchObject({
      fileName: 'offer.txt',
      intent: 'external',
      author: { supplier: 2 },
    })
  })
})

describe('the settings of a supplier', () => {
  const delivery = {
    poMethod: 'cxml',
    'cxml.url': 'https://orders.example/cxml',
    'cxml.domain': 'NetworkID',
    'cxml.identity': 'NORTHWIND',
    'cxml.supplierDomain': 'DUNS',
    'cxml.supplierIdentity': '12345',
  }

  it('say how orders reach it, and never show the secret', async () => {
    const before = await brightstack.get('/supplier/settings')
    expect(before.html).not.toContain('marker-secret')
    expect(await brightstack.post('/supplier/settings', delivery)).toMatchObject({ status: 303 })
    expect(coupa.company.current.suppliers[0]).toMatchObject({
      name: 'Brightstack Inc',
      cxml: { url: 'https://orders.example/cxml', supplierIdentity: '12345', secret: 'marker-secret-out' },
      inbound: { secret: 'marker-secret-in' },
    })
    await brightstack.post('/supplier/settings', { ...delivery, 'cxml.secret': 'changed' })
    expect(coupa.company.current.suppliers[0]?.cxml?.secret).toBe('changed')
    expect(coupa.company.current.suppliers[1]).not.toHaveProperty('cxml')
  })

  it('leave the user that the buyer has on its server', async () => {
    await coupa.company.update(({ suppliers: [known] }) => {
      Object.assign(known!.cxml!, { httpUsername: 'northwind', httpPassword: 'marker-password' })
    })
    await brightstack.post('/supplier/settings', delivery)
    expect(coupa.company.current.suppliers[0]?.cxml).toMatchObject({
      url: 'https://orders.example/cxml',
      httpUsername: 'northwind',
      httpPassword: 'marker-password',
    })
  })

  it('are not taken where something is wrong', async () => {
    const answer = await brightstack.post('/supplier/settings', { ...delivery, 'cxml.url': 'ftp://x' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('must be a web address')
    expect(coupa.company.current.suppliers[0]?.cxml?.url).toBe(`${shop.url}/cxml`)
  })
})

describe('Configure Punchout', () => {
  const punchout = {
    name: 'Harbour shop',
    url: 'https://harbour.example/punchout',
    senderIdentity: 'NORTHWIND',
    senderDomain: 'NetworkID',
    identity: 'HARBOUR',
    domain: 'NetworkID',
    secret: '',
  }
  const own = () => coupa.company.current.punchoutSites.find(({ name }) => name === 'Harbour shop')

  it('sends the word none where no secret is given, and is switched on by the buyer', async () => {
    expect(await harbour.post('/supplier/catalogs', punchout)).toMatchObject({ status: 303 })
    expect(own()).toMatchObject({ supplier: 2, secret: 'none', active: false, senderIdentity: 'NORTHWIND' })
    expect(readText((await harbour.get('/supplier/catalogs')).html)).toContain('Harbour shop')
  })

  it('changes only what the supplier may change, and keeps a secret that is left empty', async () => {
    await brightstack.post('/supplier/catalogs/1', { ...punchout, supplier: '2', active: '' })
    expect(own()).toMatchObject({
      id: 1,
      supplier: 1,
      active: true,
      secret: 'marker-secret-out',
      url: 'https://harbour.example/punchout',
      openBuy: { enabled: true, credentials: 'marker-open-buy' },
    })
    expect((await brightstack.get('/supplier/catalogs/1')).html).not.toContain('marker-')
  })

  it('is closed to other suppliers', async () => {
    expect((await harbour.get('/supplier/catalogs/1')).status).toBe(404)
    expect((await harbour.post('/supplier/catalogs/1', punchout)).status).toBe(404)
    expect((await harbour.get('/supplier/catalogs')).html).not.toContain('Brightstack')
    expect(own()).toBeUndefined()
  })
})

describe('the mail with an order', () => {
  /** The path of the link in the latest mail to the supplier. */
  async function linkOf(): Promise<string> {
    await coupa.company.update(company => {
      for (const supplier of company.suppliers) {
        if (supplier.id === 2)
          Object.assign(supplier, { poMethod: 'email', poEmail: 'orders@harbour.example' })
      }
    })
    await ordered()
    const mail = await coupa.waitFor(() => coupa.mails().find(({ to }) => to === 'orders@harbour.example'))
    const [, path = ''] = /(\/supplier\/acknowledge\/[\w-]{43})/.exec(mail.text) ?? []
    return path
  }

  const acknowledgedAt = () => coupa.purchaseOrder('6001').acknowledgedAt

  it('does not show its link to administrators', async () => {
    const path = await linkOf()
    const ada = await signIn(coupa.url, 'ada')
    const { html } = await ada.get('/setup/mails')
    expect(html).toContain('/supplier/acknowledge/…')
    expect(html).not.toContain(path)
  })

  it('acknowledges by its link, confirmed on a page and only once', async () => {
    const path = await linkOf()
    const somebody = createVisitor(coupa.url)
    const asked = await somebody.get(path)
    expect(readText(asked.html)).toContain('Acknowledge purchase order 6001')
    expect(asked.headers.get('referrer-policy')).toBe('no-referrer')
    expect(acknowledgedAt()).toBeUndefined()
    expect(readText((await somebody.postRaw(path, {})).html)).toContain('Purchase order 6001 is acknowledged')
    expect(acknowledgedAt()).toBeInstanceOf(Date)
    expect((await somebody.postRaw(path, {})).status).toBe(404)
    expect((await somebody.get(path)).status).toBe(404)
  })

  it('has a link that cannot be guessed or changed', async () => {
    const path = await linkOf()
    const other = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`
    const somebody = createVisitor(coupa.url)
    expect((await somebody.postRaw(other, {})).status).toBe(404)
    expect(acknowledgedAt()).toBeUndefined()
  })
})
