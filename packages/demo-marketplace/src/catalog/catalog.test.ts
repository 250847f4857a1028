import { describe, expect, it } from 'vitest'
import { createCatalog } from './catalog.js'
import { createOffer } from './offer.js'
import { productKinds } from './product.js'
import { products } from './products.js'

const catalog = createCatalog(products)
const ids = (text: string) => catalog.search({ text }).map(({ id }) => id)

describe('search', () => {
  it('finds everything, in order, without words', () => {
    expect(catalog.search({})).toEqual(products)
  })

  it('puts a name before a mention', () => {
    expect(ids('ledger')[0]).toBe('ledgerly-team')
    expect(ids('firewall')[0]).toBe('palisade-edge-firewall')
    expect(ids('analytics')[0]).toBe('ledgerly-team')
    expect(ids('analytics')).toContain('beacon-observability')
  })

  it('wants every word', () => {
    expect(ids('geocoding api')).toEqual(['cartograph-geocoding'])
    expect(ids('geocoding whiteboard')).toEqual([])
  })

  it('does not mind case, accents and punctuation', () => {
    expect(ids('  LÉDGERLY, “team” ')).toEqual(['ledgerly-team'])
  })

  it('finds part numbers, as buyers do', () => {
    expect(ids('BRS-PALISADE-ENT')).toEqual(['palisade-edge-firewall'])
    expect(catalog.part('BRS-PALISADE-ENT')?.id).toBe('palisade-edge-firewall')
  })

  it('keeps to a kind', () => {
    expect(catalog.search({ kind: 'api' }).map(({ id }) => id)).toEqual(['cartograph-geocoding'])
  })

  it.each(['.*', '(', '%', '   ', '<script>', '\u0000'])('takes %j as it comes', text => {
    expect(() => ids(text)).not.toThrow()
  })
})

describe('the products', () => {
  it('are about a dozen, of every kind', () => {
    expect(products.length).toBeGreaterThanOrEqual(12)
    expect(new Set(products.map(({ kind }) => kind))).toEqual(new Set(Object.keys(productKinds)))
  })

  it('have ids and part numbers of their own', () => {
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length)
    expect(new Set(products.map(({ partNumber }) => partNumber)).size).toBe(products.length)
  })

  it.each(
    products.flatMap(product => product.plans.map(plan => [product.name, plan.id, product, plan] as const)),
  )('%s, %s: the usual, the least and the most can be bought', (_name, _plan, product, plan) => {
    for (const quantity of [plan.quantity.usual, plan.quantity.min, plan.quantity.max]) {
      expect(createOffer(product, { plan: plan.id, quantity }).line.unspsc).toMatch(/^\d{8}$/)
    }
  })
})
