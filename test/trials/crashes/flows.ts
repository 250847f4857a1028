import type { Cart, PurchaseRequest } from '@punchloop/sdk'
import type { PurchaseOrder } from '../world/documents.js'
import { acme, orderOf } from '../world/shop.js'
import type { MortalMarketplace } from './marketplace.js'

const day = 24 * 60 * 60_000
const line = { description: 'Plan', unitOfMeasure: 'EA', unspsc: '43232701' }
const cart: Cart = {
  currency: 'USD',
  lines: [
    { ...line, supplierPartID: 'SKU-1', quantity: '3', unitPrice: '19.99' },
    { ...line, supplierPartID: 'SKU-2', quantity: '1', unitPrice: '5' },
  ],
}
const key = { buyerId: 'acme', orderID: 'PO-1' }

/** What somebody does with the marketplace; gives the codes of the answers. */
export type Flow = (marketplace: MortalMarketplace) => Promise<readonly string[]>

const request = (marketplace: MortalMarketplace) =>
  marketplace.ask(shop => shop.returnCart(acme, cart, { email: 'emma@acme.example' }))

/** Each document of an order has its own payloadID, and keeps it when it is sent again. */
async function send(
  marketplace: MortalMarketplace,
  returned: PurchaseRequest,
  change: Partial<PurchaseOrder> = {},
): Promise<string> {
  const { type = 'new', orderVersion = 1 } = change
  const order = orderOf(returned, { orderID: 'PO-1', payloadID: `${type}-${orderVersion}@acme.example` })
  return (await marketplace.ask(shop => shop.order(acme, { ...order, ...change }))).code
}

const firstLine = (returned: PurchaseRequest): Partial<PurchaseOrder> => ({
  lines: orderOf(returned, { orderID: '', payloadID: '' }).lines.slice(0, 1),
  total: '59.97',
})

export const flows: Readonly<Record<string, Flow>> = {
  'a new order': async marketplace => [await send(marketplace, await request(marketplace))],
  'an update before anything is provided': async marketplace => {
    const returned = await request(marketplace)
    const update = { type: 'update', orderVersion: 2, ...firstLine(returned) } as const
    return [await send(marketplace, returned), await send(marketplace, returned, update)]
  },
  'an update after everything was provided, which a person lets pass': async marketplace => {
    const returned = await request(marketplace)
    const codes = [await send(marketplace, returned)]
    await marketplace.settle()
    codes.push(await send(marketplace, returned, { type: 'update', orderVersion: 2, ...firstLine(returned) }))
    await marketplace.ask(({ supplier }) => supplier.decideOrder(key, { accept: true, reason: 'Agreed.' }))
    return codes
  },
  'a delete before anything is provided': async marketplace => {
    const returned = await request(marketplace)
    const deletion = { type: 'delete', orderVersion: 2 } as const
    return [await send(marketplace, returned), await send(marketplace, returned, deletion)]
  },
  'a delete before its order': async marketplace => {
    const returned = await request(marketplace)
    const deletion = { type: 'delete', orderVersion: 2 } as const
    return [await send(marketplace, returned, deletion), await send(marketplace, returned)]
  },
  'a tampered order that a person turns down': async marketplace => {
    const code = await send(marketplace, await request(marketplace), { total: '0.01' })
    await marketplace.ask(({ supplier }) => supplier.decideOrder(key, { accept: false, reason: 'No.' }))
    return [code]
  },
  'a request that is withdrawn': async marketplace => {
    const { id } = await request(marketplace)
    await marketplace.ask(({ supplier }) => supplier.withdrawRequest(id, 'Changed my mind.'))
    return []
  },
  'a request that nobody orders': async marketplace => {
    await request(marketplace)
    marketplace.advance(8 * day)
    return []
  },
}
