import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestClient, restClient } from '../support/rest-client.js'

let coupa: MockCoupa
let api: RestClient

beforeAll(async () => {
  coupa = await startMockCoupa({ port: 0 })
  api = await restClient(coupa)
})
afterAll(() => coupa.close())

const draft = (number: string, more: Readonly<Record<string, unknown>>) =>
  api.json('POST', 'invoices', {
    'invoice-number': number,
    'invoice-date': '2026-03-02',
    supplier: { id: 1 },
    ...more,
  })

describe('fields of an invoice that a country asks for', () => {
  it('are kept, changed, looked for and taken away', async () => {
    const created = await draft('BR-1', {
      'folio-number': 'A-77',
      split_payment_mechanism: true,
      'customs-declaration-date': '2026-03-01T00:00:00-08:00',
      'correct-value-of-supply': '12.5',
    })
    expect(created.json).toMatchObject({
      'folio-number': 'A-77',
      'split-payment-mechanism': true,
      'customs-declaration-date': '2026-03-01T00:00:00-08:00',
      'correct-value-of-supply': '12.50',
      'verification-code': null,
    })
    const { json } = await api.json('PUT', `invoices/${created.json.id}`, {
      'folio-number': null,
      'verification-code': 'X9',
    })
    expect(json).toMatchObject({
      'folio-number': null,
      'verification-code': 'X9',
      'split-payment-mechanism': true,
    })
    const found = await api.json('GET', 'invoices?verification-code=X9&fields=["invoice-number"]')
    expect(found.json).toEqual([{ 'invoice-number': 'BR-1' }])
  })

  it('are kept whole where they are objects and lists, in both formats', async () => {
    const lines = [{ 'withholding-tax-rate': '4', tax_code: { code: 'W4' } }]
    const created = await draft('MX-1', {
      'remit-to-address': { street1: 'Rua 1', city: 'Porto' },
      'withholding-tax-lines': lines,
    })
    const { id } = created.json
    const shown = [{ 'withholding-tax-rate': '4', 'tax-code': { code: 'W4' } }]
    expect(created.json).toMatchObject({
      'remit-to-address': { street1: 'Rua 1', city: 'Porto' },
      'withholding-tax-lines': shown,
    })
    expect(created.json).not.toHaveProperty('ship-from-address')
    const xml = await api.xml('GET', `invoices/${id}`)
    expect(xml.text).toContain(
      '<withholding-tax-lines type="array"><withholding-tax-line><withholding-tax-rate>4</withholding-tax-rate>',
    )
    const changed = await api.xml(
      'PUT',
      `invoices/${id}`,
      '<invoice-header><remit-to-address><city>Lisboa</city></remit-to-address></invoice-header>',
    )
    expect(changed.text).toContain('<remit-to-address><city>Lisboa</city></remit-to-address>')
    expect((await api.json('GET', `invoices/${id}`)).json['withholding-tax-lines']).toEqual(shown)
  })

  it('are refused where they are of another shape, or nested as no document is', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(12)}1${'}'.repeat(12)}`)
    const refused = await draft('XX-1', {
      'withholding-tax-lines': { rate: '4' },
      'remit-to-address': deep,
      'split-payment-mechanism': 'perhaps',
    })
    expect(refused).toMatchObject({
      status: 400,
      json: {
        errors: {
          invoice_header: [
            'Withholding tax lines must be a list',
            'Split payment mechanism must be true or false',
            'Remit to address is nested more than 8 deep',
          ],
        },
      },
    })
  })
})
