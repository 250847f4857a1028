import type { Cart, PurchaseRequest } from '@punchloop/sdk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCart } from './carts/any-cart.js'
import { anyHonestChange, type HonestChange } from './carts/honest.js'
import { anyTampering } from './carts/tampered.js'
import type { PurchaseOrder } from './world/documents.js'
import { effort } from './world/effort.js'
import { acme, openShop, orderOf, type Shop } from './world/shop.js'

const carts = effort({ short: 10_000, long: 100_000 })
const referenceKeys = [{ id: 'k1', secret: 'a key of the trial only' }]

/** Each cart's request in a shop that is not yet full: what is looked up must not become the work. */
function shops() {
  const most = 200
  let shop: Shop
  let count = 0
  return async (cart: Cart) => {
    if (count % most === 0) shop = openShop({ referenceKeys })
    count += 1
    const request = await shop.returnCart(acme, cart)
    const order = orderOf(request, { orderID: `PO-${count}`, payloadID: `${count}@acme.example` })
    return { shop, request, order }
  }
}

async function statusOf(shop: Shop, order: PurchaseOrder): Promise<string> {
  const { code, reason } = await shop.order(acme, order)
  if (code !== '200') return `refused with ${code}: ${reason}`
  const stored = await shop.supplier.order({ buyerId: 'acme', orderID: order.orderID })
  return `${stored?.status}: ${stored?.reason ?? ''}`
}

const isAccepted = (status: string) => status.startsWith('accepted')

/** What an embedder might write: the references are known, so the order is ours. */
const careless = (request: PurchaseRequest, order: PurchaseOrder) =>
  order.lines.every(({ supplierPartAuxiliaryID: reference }) =>
    request.lines.some(line => line.supplierPartAuxiliaryID === reference),
  )
/** And what one might write who has been careless once. */
const pedantic = (request: PurchaseRequest, order: PurchaseOrder) =>
  JSON.stringify(orderOf(request, order).lines) === JSON.stringify(order.lines) &&
  request.total === order.total

describe(`${carts.toLocaleString('en-US')} carts`, () => {
  it('that were tampered with in one field: not one is provided; as they were, each is', async () => {
    const open = shops()
    let fooled = 0
    const twoTamperings = fc.tuple(anyTampering, anyTampering)
    const property = fc.asyncProperty(anyCart, twoTamperings, async (cart, tamperings) => {
      const { shop, request, order } = await open(cart)
      for (const [index, { tamper }] of tamperings.entries()) {
        const { orderID, payloadID } = order
        const tampered = tamper({
          ...order,
          orderID: `${orderID}-${index}`,
          payloadID: `${index}-${payloadID}`,
        })
        if (careless(request, tampered)) fooled += 1
        expect(await statusOf(shop, tampered)).toMatch(
          /^(held: Line|held: The order's total|refused with 400)/,
        )
      }
      expect(await statusOf(shop, order)).toBe('accepted: ')
    })
    await fc.assert(property, { numRuns: carts / 2 })
    // Control: who only looks up references is fooled by most of them.
    expect(fooled).toBeGreaterThan(carts / 5)
  }, 240_000)

  it('that honest buyers changed in their ways: not one is held', async () => {
    const open = shops()
    let alarmed = 0
    const property = fc.asyncProperty(
      anyCart,
      anyHonestChange,
      async (cart, [, change]: [string, HonestChange]) => {
        const { shop, request, order } = await open(cart)
        const changed = change(order)
        if (!pedantic(request, changed)) alarmed += 1
        expect(await statusOf(shop, changed)).toSatisfy(isAccepted)
      },
    )
    await fc.assert(property, { numRuns: carts })
    // Control: who wants everything as it was holds most of them.
    expect(alarmed).toBeGreaterThan(carts / 2)
  }, 240_000)
})
