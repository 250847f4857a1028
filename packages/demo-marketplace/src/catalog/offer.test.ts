import { describe, expect, it } from 'vitest'
import { createOffer, OfferError } from './offer.js'
import type { Product } from './product.js'
import { products } from './products.js'

function product(id: string): Product {
  const found = products.find(candidate => candidate.id === id)
  if (found === undefined) throw new Error(`no product ${id}`)
  return found
}

describe('an offer', () => {
  it('of one charge is a Service line: one piece for the whole amount', () => {
    const offer = createOffer(product('ledgerly-team'), { quantity: '25' })
    expect(offer.line).toEqual({
      lineType: 'Service',
      quantity: '1',
      unitPrice: '4975.00',
      unitOfMeasure: 'EA',
      unspsc: '81162000',
    })
    expect(offer.description).toBe('Ledgerly Team: 25 seats, 12 months (Yearly, paid up front)')
  })

  it('of several charges is a Material line: one piece a charge', () => {
    const offer = createOffer(product('ledgerly-team'), { plan: 'monthly', quantity: '3' })
    expect(offer.line).toEqual({
      lineType: 'Material',
      quantity: '12',
      unitPrice: '59.97',
      unitOfMeasure: 'MON',
      unspsc: '43232701',
    })
    expect(offer.total).toBe('719.64')
  })

  it('of usage is a Material line at the price of a unit', () => {
    const offer = createOffer(product('cartograph-geocoding'), { quantity: '12,345' })
    expect(offer.line).toMatchObject({ lineType: 'Material', quantity: '12345', unitPrice: '0.0125' })
    expect(offer.total).toBe('154.3125')
  })

  it('of a budget is a Material line in cents, so that invoices of any amount fit', () => {
    const offer = createOffer(product('beacon-observability'), { quantity: '1200.55' })
    expect(offer.line).toMatchObject({ lineType: 'Material', quantity: '120055', unitPrice: '0.01' })
    expect(offer.total).toBe('1200.55')
  })

  it('of something free is a Service line of 0.00', () => {
    expect(createOffer(product('easel-whiteboard')).line).toMatchObject({
      lineType: 'Service',
      quantity: '1',
      unitPrice: '0.00',
      unspsc: '81162000',
    })
  })

  it.each([
    ['0', '0 seats cannot be bought here: please enter a number from 1 to 500.'],
    ['501', '501 seats cannot be bought here: please enter a number from 1 to 500.'],
    ['2.5', '2.5 seats cannot be bought: please enter a whole number.'],
    ['ten', '“ten” is no quantity: please enter a number from 1 to 500.'],
  ])('of %s seats is refused with what would do', (quantity, message) => {
    expect(() => createOffer(product('ledgerly-team'), { quantity })).toThrow(
      expect.objectContaining({ code: 'ERR_OFFER', message }),
    )
  })

  it('of an unknown plan is refused', () => {
    expect(() => createOffer(product('ledgerly-team'), { plan: 'weekly' })).toThrow(OfferError)
  })

  it('refuses fractions of a cent in a budget', () => {
    expect(() => createOffer(product('beacon-observability'), { quantity: '100.005' })).toThrow('whole cents')
  })

  it('has nothing to count where the plan does not', () => {
    expect(createOffer(product('palisade-edge-firewall'), { quantity: '9' }).quantity).toBe('1')
  })
})
