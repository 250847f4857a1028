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

  const unreadable =
    'expected date and time with the offset from UTC. Write it as in 2026-01-15T10:00:00+00:00.'

  it.each([
    [
      '2026-01-15T10:00:00',
      'without the offset from UTC nobody can tell when that was. Write it as in 2026-01-15T10:00:00+00:00.',
    ],
    ['2026-01-15 10:00:00+00:00', 'not every system reads it so. Write 2026-01-15T10:00:00+00:00.'],
    ['2026-01-15T10:00:00-500', 'not every system reads it so. Write 2026-01-15T10:00:00-05:00.'],
    ['Mon May 19 18:29:48 +0000 2008', 'not every system reads it so. Write 2008-05-19T18:29:48+00:00.'],
    [
      '2026-01-15',
      'expected the time as well, with its offset from UTC. Write it as in 2026-01-15T00:00:00+00:00.',
    ],
    ['2026-02-30T10:00:00+00:00', unreadable],
    ['', unreadable],
    ['--T+00:00', unreadable],
  ])('tell a timestamp that is not as it should be: %s', (timestamp, problem) => {
    expect(warningsOf({ timestamp })).toEqual([
      `WARN_CXML_TIMESTAMP: timestamp is ${JSON.stringify(timestamp)}; ${problem}`,
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
      'WARN_CXML_NUMBER: "$19.99" is not a decimal number. Write 19.99.',
    ])
    for (const price of ['USD 19.99', '19.99 €', 'US$19.99', ' 19.99USD ']) {
      expect(warningsOf({ price })[0]).toContain('Write 19.99.')
    }
    for (const price of ['(19.99)', '19.99-', 'about 20', '19.99 per 100', '5k']) {
      expect(warningsOf({ price })[0]).toContain('as in 1234.56')
    }
    expect(warningsOf({ price: '$1,019.99' })[0]).toContain('Write 1019.99.')
    expect(warningsOf({ price: '€ 19,99' })[0]).toContain('is not a decimal number; write digits')
    expect(warningsOf({ price: '19,99' })[0]).toContain('can be read in two ways')
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

  it.each([
    ['Furlong', 'Write one of those, as in EA, HUR or MON.'],
    ['PCS', 'Write H87.'],
    ['BE', 'Write XBE.'],
  ])('tell an unknown unit of measure: %s', (unit, mend) => {
    expect(warningsOf({ unit })).toEqual([
      `WARN_CXML_UNIT_OF_MEASURE: The unit of measure is "${unit}"; expected a code of UN/CEFACT Recommendation 20. ${mend}`,
    ])
  })

  it.each([
    ['4323', ', as in 43232300.'],
    ['unknown', ', as in 43232300.'],
    ['00000000', ', as in 43232300.'],
    ['43-23-23-00', '. Write 43232300.'],
    ['4323230014', '. Write 43232300.'],
  ])('tell a UNSPSC that is no 8 digits: %s', (code, mend) => {
    expect(warningsOf({ code })).toEqual([
      `WARN_CXML_UNSPSC: The UNSPSC code is "${code}"; expected 8 digits, the first not 0${mend}`,
    ])
  })
})

/** Warnings of an order with one line, as `path: code: message`. */
function warningsOfOrder(change: {
  readonly header?: string
  readonly total?: string
  readonly country?: string
  readonly language?: string
  readonly line?: string
  readonly detail?: string
  readonly price?: string
}): readonly string[] {
  const {
    header = '',
    total = '<Money currency="USD">39.98</Money>',
    country = 'US',
    language = 'en',
  } = change
  const { line = '', detail = '', price = '19.99' } = change
  const { problems } =
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/cXML.dtd">
<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity><SharedSecret>s</SharedSecret></Credential><UserAgent/></Sender></Header>
<Request><OrderRequest><OrderRequestHeader orderID="1" orderDate="2026-01-15T10:00:00+00:00" ${header}><Total>${total}</Total><BillTo><Address isoCountryCode="${country}"><Name xml:lang="${language}">A</Name></Address></BillTo></OrderRequestHeader>
<ItemOut quantity="2" lineNumber="1" ${line}><ItemID><SupplierPartID>A</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">${price}</Money></UnitPrice><Description xml:lang="en">A</Description><UnitOfMeasure>EA</UnitOfMeasure>${detail}<Classification domain="UNSPSC">43232300</Classification></ItemDetail></ItemOut></OrderRequest></Request></cXML>`)
  return problems.map(({ path, code, message }) => `${path}: ${code}: ${message}`)
}

describe('warnings of attributes', () => {
  it('are not given without a reason', () => {
    expect(warningsOfOrder({})).toEqual([])
  })

  it.each([
    ['USA', ' Write US.'],
    ['us', ' Write US.'],
    ['UK', ' Write GB.'],
    ['ZZ', ''],
    ['Germany', ''],
  ])('tell a country that is none: %s', (country, mend) => {
    expect(warningsOfOrder({ country })).toEqual([
      `/cXML/Request/OrderRequest/OrderRequestHeader/BillTo/Address/@isoCountryCode: WARN_CXML_COUNTRY: The country is "${country}"; expected a code of ISO 3166 of two letters, as in US or DE.${mend}`,
    ])
  })

  it.each(['DE', 'XK', 'AX'])('take the country %s', country => {
    expect(warningsOfOrder({ country })).toEqual([])
  })

  it.each([
    ['en_US', ' Write en-US.'],
    ['en-UK', ' Write en-GB.'],
    ['English', ''],
    ['en-', ''],
    ['e', ''],
  ])('tell a language that is none: %s', (language, mend) => {
    expect(warningsOfOrder({ language })).toEqual([
      `/cXML/Request/OrderRequest/OrderRequestHeader/BillTo/Address/Name/@xml:lang: WARN_CXML_LANGUAGE: The language is "${language}"; expected a tag of BCP 47, as in en or en-US.${mend}`,
    ])
  })

  it.each(['en', 'en-us', 'pt-BR', 'zh-Hant-TW', 'sr-Latn', 'es-419', 'i-klingon', 'x-ours', 'de-CH-1996'])(
    'take the language %s',
    language => {
      expect(warningsOfOrder({ language })).toEqual([])
    },
  )

  it.each([
    ['requestedDeliveryDate="2026-02-01"', []],
    ['requestedDeliveryDate="2026-02-01T10:00:00-05:00"', []],
    ['requestedDeliveryDate="2026-2-1"', ['not every system reads it so. Write 2026-02-01.']],
    ['requestedDeliveryDate="02/01/2026"', ['expected a date. Write it as in 2026-01-15.']],
    [
      'requestedShipmentDate="2026-02-01"',
      ['expected the time as well, with its offset from UTC. Write it as in 2026-02-01T00:00:00+00:00.'],
    ],
  ])('know a date from a time: %s', (line, problems) => {
    expect(warningsOfOrder({ line }).map(warning => warning.slice(warning.indexOf('; ') + 2))).toEqual(
      problems,
    )
  })

  it('have the place of the attribute', () => {
    const { problems } = validateCxml(
      '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">\n<cXML payloadID="1"\n  timestamp="now"><Response><Status code="200" text="OK"/></Response></cXML>',
    )
    expect(problems).toMatchObject([
      { code: 'WARN_CXML_TIMESTAMP', line: 3, column: 3, path: '/cXML/@timestamp' },
    ])
  })

  it('tell an amount that nobody can pay, and none that is only written long', () => {
    const total = (amount: string, currency = 'USD') => `<Money currency="${currency}">${amount}</Money>`
    expect(warningsOfOrder({ total: total('39.9800') })).toEqual([])
    expect(warningsOfOrder({ total: total('39.975') })).toEqual([
      '/cXML/Request/OrderRequest/OrderRequestHeader/Total/Money: WARN_CXML_TOTAL: The Total is 39.975 USD, which has 2 decimal places; no such amount can be paid. Round it.',
    ])
    expect(warningsOfOrder({ total: total('40.5', 'JPY') })[0]).toContain(
      '40.5 JPY, which has 0 decimal places',
    )
    expect(warningsOfOrder({ total: total('40.5', 'XAU') })).toEqual([])
  })

  it('do not show or mind a secret in a request, but in a message for a browser', () => {
    const header =
      '<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity><SharedSecret>hush</SharedSecret></Credential><UserAgent/></Sender></Header>'
    const { problems } = validateCxml(
      `<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">${header}<Message><PunchOutOrderMessage><BuyerCookie>c</BuyerCookie><PunchOutOrderMessageHeader operationAllowed="create"><Total><Money currency="USD">0</Money></Total></PunchOutOrderMessageHeader></PunchOutOrderMessage></Message></cXML>`,
    )
    expect(problems.map(({ code }) => code)).toEqual(['WARN_CXML_SECRET'])
    expect(JSON.stringify(problems)).not.toContain('hush')
  })
})

describe('the total of an order', () => {
  const total = (amount: string, more = '') => `<Money currency="USD">${amount}</Money>${more}`

  it('counts a price for more than one unit', () => {
    const detail =
      '<PriceBasisQuantity quantity="100" conversionFactor="12"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>'
    // 2 dozen are 24 pieces, at 19.99 for a hundred of them.
    expect(warningsOfOrder({ detail, total: total('4.80') })).toEqual([])
    expect(warningsOfOrder({ detail, total: total('39.98') })[0]).toContain(
      'The total is 39.98 USD; the line adds up to 4.7976.',
    )
  })

  it('is not looked at where the basis is none', () => {
    const detail =
      '<PriceBasisQuantity quantity="0" conversionFactor="1"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>'
    expect(warningsOfOrder({ detail, total: total('1.00') })).toEqual([])
  })

  it.each([
    ['of a blanket order', { header: 'orderType="blanket"' }],
    ['of a deleted order', { header: 'type="delete"' }],
    ['with a deleted line', { line: 'operation="delete"' }],
    ['in another currency', { total: '<Money currency="EUR">1.00</Money>' }],
    ['of what is no number', { total: '<Money currency="USD">1.00</Money>', price: 'free' }],
    [
      'with modifications',
      {
        total: total(
          '1.00',
          '<Modifications><Modification><AdditionalCost><Money currency="USD">1</Money></AdditionalCost></Modification></Modifications>',
        ),
      },
    ],
  ])('is not looked at %s', (_, change) => {
    expect(
      warningsOfOrder({ total: total('1.00'), ...change }).filter(text => text.includes('TOTAL')),
    ).toEqual([])
  })

  it('is told of numbers as long as they may be', () => {
    const warnings = warningsOfOrder({ price: '9'.repeat(64), total: total('9'.repeat(64)) })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('WARN_CXML_TOTAL')
  })
})

describe('the total of lines in lines', () => {
  const line = (number: number, price: string, more = '') =>
    `<ItemIn quantity="1" lineNumber="${number}" ${more}><ItemID><SupplierPartID>A</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">${price}</Money></UnitPrice><Description xml:lang="en">A</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232300</Classification></ItemDetail></ItemIn>`
  const of = (total: string, parent: string, ...parts: string[]) => {
    const lines = [
      line(1, parent, 'itemType="composite"'),
      ...parts.map((price, at) => line(at + 2, price, 'parentLineNumber="1" itemType="item"')),
    ]
    const { problems } =
      validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/cXML.dtd">
<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Message><PunchOutOrderMessage><BuyerCookie>c</BuyerCookie><PunchOutOrderMessageHeader operationAllowed="create"><Total><Money currency="USD">${total}</Money></Total></PunchOutOrderMessageHeader>${lines.join('')}</PunchOutOrderMessage></Message></cXML>`)
    return problems.map(({ code, message }) => `${code}: ${message}`)
  }

  it('counts the parts, or what they are parts of, or both', () => {
    expect(of('30', '0', '10', '20')).toEqual([])
    expect(of('25', '25', '10', '20')).toEqual([])
    expect(of('55', '25', '10', '20')).toEqual([])
    expect(of('40', '25', '10', '20')).toEqual([
      'WARN_CXML_TOTAL: The total is 40 USD; the 3 lines add up to 30.00.',
    ])
  })
})

it('the total of a quote is looked at too', () => {
  const quote = (total: string) =>
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/Quote.dtd">
<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Message><QuoteMessage><QuoteMessageHeader type="accept" quoteID="1" quoteDate="2026-01-15T10:00:00+00:00" currency="USD" xml:lang="en"><OrganizationID><Credential domain="D"><Identity>1</Identity></Credential></OrganizationID><Total><Money currency="USD">${total}</Money></Total></QuoteMessageHeader>
<QuoteItemIn type="accept" quantity="3"><ItemDetail><UnitPrice><Money currency="USD">0.1</Money></UnitPrice><Description xml:lang="en">A</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232300</Classification></ItemDetail></QuoteItemIn></QuoteMessage></Message></cXML>`)
  expect(quote('0.3')).toMatchObject({ valid: true, problems: [] })
  expect(quote('0.4').problems).toMatchObject([
    { code: 'WARN_CXML_TOTAL', message: 'The total is 0.4 USD; the line adds up to 0.30.' },
  ])
})
