import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cart, returned, secret, startPageOf, startTestSupplier } from '../../test/start-test-supplier.js'

/** Abuse cases that are not part of the project: beside the clone, or beside the folder that `CXML_MATERIAL` names. */
const file = join(
  resolve(process.env.CXML_MATERIAL ?? resolve(import.meta.dirname, '../../../../../shared/cxml')),
  '../attacks/cxml-cases.json',
)
const available = existsSync(file)
if (!available) console.warn(`SKIPPED: there are no abuse cases at ${file}`)

interface Case {
  readonly id: string
  readonly kind: string
  readonly expect: string
  readonly why: string
  readonly doc: string
  /** Of a sequence. */
  readonly docs?: readonly string[]
}

const cases: Case[] = available ? JSON.parse(readFileSync(file, 'utf8')) : []
const setups = cases.filter(({ kind, id }) => kind === 'setup' || id.startsWith('doc-'))

const orders = cases.filter(({ kind, id }) => kind === 'order' && id.startsWith('order-'))
const sequences = cases.filter(({ kind }) => kind === 'sequence')

const fill = (doc: string, { cart: reference = 'no-such-request', oldCart = 'no-such-request' } = {}) =>
  doc
    .replaceAll('{{FROM}}', 'AN01')
    .replaceAll('{{SENDER}}', 'AN01')
    .replaceAll('{{OTHER_FROM}}', 'AN02')
    .replaceAll('{{TO}}', 'SUPPLIER')
    .replaceAll('{{SECRET}}', secret)
    .replaceAll('{{POST}}', 'https://buyer.example/punchout')
    .replaceAll('{{CART}}', reference)
    .replaceAll('{{OLD_CART}}', oldCart)

/** `401|400`, `200-escaped-roundtrip`, `400-when-allowlisted`, `400-or-200-no-fetch` → the codes that will do. */
const codes = (expected: string) => expected.match(/\d{3}/g) ?? []

describe.skipIf(!available)('abuse case (skipped where the cases are not at hand)', () => {
  it.each(setups)('$id ends with $expect', async ({ expect: expected, doc }) => {
    const world = startTestSupplier()
    const answer = await world.post(fill(doc))
    expect(answer.http).toBe(200)
    expect(codes(expected), answer.reason).toContain(answer.code)
    if (answer.code !== '200') expect(answer.reason).toMatch(/\w+ \w+ \w+/)
    expect(answer.xml + JSON.stringify(world.log)).not.toContain(secret)
  })

  it.each(setups.filter(({ id }) => id.startsWith('html-')))(
    '$id comes back byte for byte and inert',
    async ({ doc }) => {
      const world = startTestSupplier()
      const setup = await world.post(fill(doc))
      const opened = await world.browse(startPageOf(setup), { method: 'POST' })
      const [cookie = ''] = (opened.headers.getSetCookie()[0] ?? '').split(';')
      const session = await world.supplier.session(
        new Request('https://market.example/', { headers: { cookie } }),
      )
      if (session === undefined) throw new Error('no session')
      const { response } = await world.supplier.returnCart(session, cart)
      const { html, document } = await returned(response)
      expect(html.match(/<script/g)).toHaveLength(1)
      expect(document).toMatchObject({
        message: { punchOutOrderMessage: { buyerCookie: session.buyerCookie } },
      })
    },
  )

  it.each(orders)('$id: $expect, and nothing is provided', async ({ expect: expected, doc }) => {
    const { world, references } = await startOffered()
    const { code, reason } = await world.post(fill(doc, references))
    await world.supplier.deliver()
    if (expected.startsWith('400')) expect(codes(expected), reason).toContain(code)
    if (expected === '400|200') return
    expect(world.fulfilled).toEqual([])
    if (code === '200') expect(await world.supplier.order(key)).toMatchObject({ status: 'held' })
  })

  it('as they were offered, they are provided (control)', async () => {
    const { world, references } = await startOffered()
    const honest = orders.find(({ id }) => id === 'order-price-inf')?.doc.replace('Infinity', '100.00')
    await world.post(fill(honest ?? '', references))
    await world.supplier.deliver()
    expect(world.fulfilled).toEqual(['SKU-1'])
  })

  it.each(sequences)('$id: $expect', async ({ id, docs = [] }) => {
    const { world, references } = await startOffered()
    for (const doc of docs) {
      await world.post(fill(doc, references))
      await world.supplier.deliver()
    }
    const stand = (await world.supplier.orders({})).map(({ orderID, orderVersion, status }) => ({
      orderID,
      orderVersion,
      status,
    }))
    expect(stand.reverse()).toEqual(ends[id])
    const isProvided = stand.some(({ status }) => status !== 'held')
    expect(world.fulfilled).toEqual(isProvided ? ['SKU-1'] : [])
  })
})

const key = { buyerId: 'acme', orderID: 'PO-1' }

/** How each sequence must leave the orders. */
const ends: Readonly<Record<string, readonly object[]>> = {
  'seq-update-before-new': [{ orderID: 'PO-1', orderVersion: 2, status: 'fulfilled' }],
  'seq-delete-twice': [{ orderID: 'PO-1', orderVersion: 2, status: 'cancelled' }],
  'seq-new-after-delete': [{ orderID: 'PO-1', orderVersion: 2, status: 'cancelled' }],
  'seq-cart-used-twice': [
    { orderID: 'PO-1', orderVersion: 1, status: 'fulfilled' },
    { orderID: 'PO-2', orderVersion: 1, status: 'held' },
  ],
  'seq-case-order-id': [
    { orderID: 'PO-1', orderVersion: 1, status: 'fulfilled' },
    // The cases have but one cart, and that is used up.
    { orderID: 'po-1', orderVersion: 1, status: 'held' },
  ],
}

/** What the cases suppose: one piece of SKU-1 at 100.00 USD was offered, and another such offer has expired. */
async function startOffered() {
  const world = startTestSupplier()
  const offer = async () => {
    const { cookie } = await world.openSession()
    const browser = new Request('https://market.example/', { headers: { cookie } })
    const session = await world.supplier.session(browser)
    if (session === undefined) throw new Error('there is no session')
    const line = { supplierPartID: 'SKU-1', description: 'Plan', quantity: '1', unitPrice: '100.00' }
    const lines = [{ ...line, unitOfMeasure: 'EA', unspsc: '43230000' }]
    const { request } = await world.supplier.returnCart(session, { currency: 'USD', lines })
    return request.lines[0]?.supplierPartAuxiliaryID ?? ''
  }
  const oldCart = await offer()
  world.advance(8 * 24 * 60 * 60_000)
  return { world, references: { cart: await offer(), oldCart } }
}
