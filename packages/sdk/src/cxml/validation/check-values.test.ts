import { describe, expect, it } from 'vitest'
import { validateCxml } from './validate-cxml.js'

/** Warnings of a message with one item, as `code: message`. */
function warningsOf(change: {
  readonly timestamp?: string
  readonly quantity?: string
  readonly price?: string
  readonly currency?: string
  readonly unit?: string
  readonly code?: string
  readonly total?: string
  readonly header?: string
}): readonly string[] {
  const {
    timestamp = '2026-01-15T10:00:00+00:00',
    quantity = '2',
    price = '19.99',
    currency = 'USD',
  } = change
  const { unit = 'EA', code = '43232300', total = '39.98', header = '' } = change
  const { valid, problems } =
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="1" timestamp="${timestamp}"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Message><PunchOutOrderMessage><BuyerCookie>c</BuyerCookie><PunchOutOrderMessageHeader operationAllowed="create"><Total><Money currency="USD">${total}</Money></Total>${header}</PunchOutOrderMessageHeader>
<ItemIn quantity="${quantity}"><ItemID><SupplierPartID>A</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="${currency}">${price}</Money></UnitPrice><Description xml:lang="en">A</Description><UnitOfMeasure>${unit}</UnitOfMeasure><Classification domain="UNSPSC">${code}</Classification></ItemDetail></ItemIn></PunchOutOrderMessage></Message></cXML>`)
  expect(valid).toBe(true)
  return problems.map(({ code, message }) => `${code}: ${message}`)
}

describe('warnings', () => {
  it('are not given without a reason', () => {
    expect(warningsOf({})).toEqual([])
  })

  it.each([
    '2026-01-15T10:00:00',
    '2026-01-15 10:00:00+00:00',
    '2026-01-15T10:00:00-500',
    'Mon May 19 18:29:48 +0000 2008',
    '',
    '--T+00:00',
  ])('tell a timestamp that is none: %s', timestamp => {
    expect(warningsOf({ timestamp })).toEqual([
      `WARN_CXML_TIMESTAMP: timestamp is ${JSON.stringify(timestamp)}; expected date and time with the offset from UTC. Write it as in 2026-01-15T10:00:00+00:00.`,
    ])
  })

  it('tell of Z, which the standard does not want', () => {
    expect(warningsOf({ timestamp: '2026-01-15T10:00:00Z' })).toEqual([
      'WARN_CXML_TIMESTAMP: timestamp is "2026-01-15T10:00:00Z"; the standard asks for the offset in digits. Write +00:00 instead of Z.',
    ])
  })

  it.each(['2026-01-15T10:00+01:00', '2026-01-15T10:00:00.123-05:00'])('take %s', timestamp => {
    expect(warningsOf({ timestamp })).toEqual([])
  })

  it('tell a total that does not add up', () => {
    expect(warningsOf({ total: '40.50' })).toEqual([
      'WARN_CXML_TOTAL: The total is 40.50 USD; the line adds up to 39.98.',
    ])
  })

  it('take a total with tax, or with shipping, or with both', () => {
    const header =
      '<Shipping><Money currency="USD">5.00</Money><Description xml:lang="en"/></Shipping><Tax><Money currency="USD">4.02</Money><Description xml:lang="en"/></Tax>'
    for (const total of ['39.98', '44.98', '44.00', '49.00'])
      expect(warningsOf({ total, header })).toEqual([])
    expect(warningsOf({ total: '50.00', header })).toEqual([
      'WARN_CXML_TOTAL: The total is 50.00 USD; the line adds up to 39.98, tax 4.02, shipping 5.00.',
    ])
  })

  it('add exactly, and grant each line a hundredth for rounding', () => {
    expect(warningsOf({ quantity: '3', price: '0.1', total: '0.3' })).toEqual([])
    expect(warningsOf({ quantity: '3', price: '33.333', total: '100.00' })).toEqual([])
    expect(warningsOf({ quantity: '3', price: '33.333', total: '100.02' })).toHaveLength(1)
  })

  it('tell a number with a symbol, and one with thousands', () => {
    expect(warningsOf({ price: '$19.99' })).toEqual([
      'WARN_CXML_NUMBER: "$19.99" is not a decimal number; write digits and a point, as in 1234.56.',
    ])
    expect(warningsOf({ price: '1,019.99', quantity: '1', total: '1019.99' })).toEqual([
      'WARN_CXML_NUMBER: "1,019.99" has separators between thousands; not every system reads them. Write 1019.99.',
    ])
    expect(warningsOf({ quantity: 'two' })[0]).toContain('"two" is not a decimal number')
  })

  it('tell an unknown currency', () => {
    expect(warningsOf({ currency: 'usd' })).toEqual([
      'WARN_CXML_CURRENCY: The currency is "usd"; expected a code of ISO 4217, as in USD or EUR. Write USD.',
    ])
    expect(warningsOf({ currency: 'Dollar' })[0]).toMatch(/^WARN_CXML_CURRENCY: .*as in USD or EUR\.$/)
  })

  it.each(['EA', 'HUR', 'MON', 'C62', 'ea', ' EA '])('take the unit of measure "%s"', unit => {
    expect(warningsOf({ unit })).toEqual([])
  })

  it('tell an unknown unit of measure and a UNSPSC that is none', () => {
    expect(warningsOf({ unit: 'Furlong' })[0]).toContain(
      'WARN_CXML_UNIT_OF_MEASURE: The unit of measure "Furlong"',
    )
    expect(warningsOf({ code: '4323' })).toEqual([
      'WARN_CXML_UNSPSC: The UNSPSC code is "4323"; expected 8 digits, as in 43232300.',
    ])
  })
})
