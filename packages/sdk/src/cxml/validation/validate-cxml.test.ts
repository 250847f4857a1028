import { describe, expect, it } from 'vitest'
import type { CxmlProblem } from './problem.js'
import { validateCxml } from './validate-cxml.js'

const header =
  '<Header><From><Credential domain="DUNS"><Identity>1</Identity></Credential></From><To><Credential domain="DUNS"><Identity>2</Identity></Credential></To><Sender><Credential domain="DUNS"><Identity>1</Identity><SharedSecret>marker-secret</SharedSecret></Credential><UserAgent>Test 1.0</UserAgent></Sender></Header>'
const item =
  '<ItemOut quantity="2" lineNumber="1"><ItemID><SupplierPartID>A</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">19.99</Money></UnitPrice><Description xml:lang="en">Thing</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232300</Classification></ItemDetail></ItemOut>'
const order = document(
  `${header}
<Request deploymentMode="production">
<OrderRequest>
<OrderRequestHeader orderID="PO-1" orderDate="2026-01-15T10:00:00+00:00">
<Total><Money currency="USD">39.98</Money></Total>
<BillTo><Address><Name xml:lang="en">Northwind</Name><Phone><TelephoneNumber><CountryCode isoCountryCode="US">1</CountryCode><AreaOrCityCode>555</AreaOrCityCode><Number>0100</Number></TelephoneNumber></Phone></Address></BillTo>
</OrderRequestHeader>
${item}
</OrderRequest>
</Request>`,
)
const confirmation = document(
  `${header}<Request><ConfirmationRequest><ConfirmationHeader type="accept" noticeDate="2026-01-15T10:00:00+00:00"/><OrderReference><DocumentReference payloadID="p"/></OrderReference></ConfirmationRequest></Request>`,
  'http://xml.cxml.org/schemas/cXML/1.2.024/Fulfill.dtd',
)
const response = document('<Response><Status code="401" text="Unauthorized"/></Response>')

function document(body: string, systemId = 'http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "${systemId}">
<cXML payloadID="1@test.example" timestamp="2026-01-15T10:00:00+00:00">
${body}
</cXML>`
}

/** The problems of a document in which one thing was replaced; the thing must be there. */
function problemsOf(xml: string, from: string | RegExp, to: string): readonly CxmlProblem[] {
  const changed = xml.replace(from, to)
  expect(changed).not.toBe(xml)
  return validateCxml(changed).problems
}

describe('a document without a mistake', () => {
  it.each([
    ['an order', order, 'cXML', '1.2.014'],
    ['a confirmation', confirmation, 'Fulfill', '1.2.024'],
    ['an answer', response, 'cXML', '1.2.014'],
  ])('%s', (_name, xml, file, version) => {
    expect(validateCxml(xml)).toEqual({ valid: true, problems: [], dtd: { file, version } })
  })

  it('may be bytes in any encoding that we read', () => {
    const bytes = Buffer.from(
      `\ufeff${order.replace('UTF-8', 'UTF-16').replace('Thing', 'Größe')}`,
      'utf16le',
    )
    expect(validateCxml(bytes).valid).toBe(true)
  })
})

describe('the commonest mistakes', () => {
  it('no UserAgent: where it belongs, and that it may be empty', () => {
    expect(problemsOf(order, '<UserAgent>Test 1.0</UserAgent>', '')).toEqual([
      {
        severity: 'error',
        code: 'ERR_DTD_ELEMENT_MISSING',
        line: 4,
        column: 1 + header.indexOf('<Sender>'),
        path: '/cXML/Header/Sender/UserAgent',
        message:
          'UserAgent is missing in Sender, after Credential. Add <UserAgent>name and version of the sending program</UserAgent> after the last Credential; it may be empty.',
      },
    ])
  })

  it('wrong order: before which sibling to move it', () => {
    const swapped = problemsOf(
      order,
      /(<UnitOfMeasure>.*<\/UnitOfMeasure>)(<Classification.*<\/Classification>)/,
      '$2\n$1',
    )
    expect(swapped).toHaveLength(1)
    expect(swapped[0]).toMatchObject({
      code: 'ERR_DTD_ELEMENT_MISPLACED',
      line: 12,
      column: 1,
      path: '/cXML/Request/OrderRequest/ItemOut/ItemDetail/UnitOfMeasure',
      message:
        'UnitOfMeasure is in the wrong place: ItemDetail has it before Classification. Move it before the Classification of line 11.',
    })
  })

  it.each([
    ['UnitOfMeasure', 'Add <UnitOfMeasure>EA</UnitOfMeasure>: a code of UN/CEFACT Recommendation 20'],
    [
      'Classification',
      'Add <Classification domain="UNSPSC">43232300</Classification>; there must be at least one',
    ],
    ['BillTo', 'Add <BillTo><Address>'],
  ])('no %s', (name, mend) => {
    const [problem, ...others] = problemsOf(order, new RegExp(`<${name}[ >].*</${name}>`), '')
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'ERR_DTD_ELEMENT_MISSING' })
    expect(problem?.path).toMatch(new RegExp(`/${name}$`))
    expect(problem?.message).toContain(mend)
  })

  it('ShortName as an attribute', () => {
    expect(problemsOf(order, '<Description ', '<Description ShortName="T" ')).toMatchObject([
      {
        code: 'ERR_DTD_ATTRIBUTE_UNEXPECTED',
        path: '/cXML/Request/OrderRequest/ItemOut/ItemDetail/Description/@ShortName',
        message:
          'Description has no attribute ShortName in cXML 1.2.014 (cXML.dtd); expected xml:lang. ShortName is an element: write <ShortName>…</ShortName> inside Description.',
      },
    ])
  })

  it('a namespace', () => {
    expect(problemsOf(order, '<cXML ', '<cXML xmlns="http://xml.cxml.org" ')).toMatchObject([
      {
        code: 'ERR_DTD_ATTRIBUTE_UNEXPECTED',
        line: 3,
        column: 7,
        path: '/cXML/@xmlns',
        message: expect.stringContaining('cXML has no namespace: leave the declaration out.'),
      },
    ])
  })

  it.each([
    {
      what: 'Description without xml:lang',
      xml: order,
      from: ' xml:lang="en">Thing',
      to: '>Thing',
      mend: 'Add xml:lang="en"',
    },
    {
      what: 'Status without text',
      xml: response,
      from: ' text="Unauthorized"',
      to: '',
      mend: 'Add text="Unauthorized"',
    },
    {
      what: 'no timestamp',
      xml: response,
      from: / timestamp="[^"]*"/,
      to: '',
      mend: 'with the offset from UTC',
    },
    {
      what: 'no payloadID',
      xml: response,
      from: / payloadID="[^"]*"/,
      to: '',
      mend: 'unique for each document',
    },
  ])('$what', ({ xml, from, to, mend }) => {
    const [problem, ...others] = problemsOf(xml, from, to)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ severity: 'error', code: 'ERR_DTD_ATTRIBUTE_MISSING' })
    expect(problem?.path).toMatch(/\/@(?:xml:lang|text|timestamp|payloadID)$/)
    expect(problem?.message).toContain(mend)
  })

  it('a telephone number as text', () => {
    expect(problemsOf(order, /<TelephoneNumber>.*<\/TelephoneNumber>/, '+1 555 0100')).toMatchObject([
      {
        code: 'ERR_DTD_TEXT_UNEXPECTED',
        path: '/cXML/Request/OrderRequest/OrderRequestHeader/BillTo/Address/Phone',
        message: expect.stringContaining(
          'Phone holds text; expected only elements: TelephoneNumber. Write <TelephoneNumber>',
        ),
      },
    ])
  })

  it('a confirmation without OrderReference', () => {
    expect(problemsOf(confirmation, /<OrderReference>.*<\/OrderReference>/, '')).toMatchObject([
      {
        code: 'ERR_DTD_ELEMENT_MISSING',
        path: '/cXML/Request/ConfirmationRequest/OrderReference',
        message: expect.stringContaining(
          'with the orderID and payloadID of the OrderRequest that is confirmed',
        ),
      },
    ])
  })

  it('the wrong DTD file, and what is wrong by the right one', () => {
    const problems = problemsOf(
      confirmation.replace('Fulfill.dtd', 'cXML.dtd'),
      /<OrderReference>.*<\/OrderReference>/,
      '',
    )
    expect(problems.map(({ code }) => code)).toEqual([
      'ERR_DTD_ELEMENT_UNEXPECTED',
      'ERR_DTD_ELEMENT_MISSING',
    ])
    expect(problems[0]?.message).toContain(
      'ConfirmationRequest belongs to Fulfill.dtd: write <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.024/Fulfill.dtd">.',
    )
  })

  it('a request without Header', () => {
    expect(problemsOf(order, header, '')).toMatchObject([
      {
        code: 'ERR_DTD_ELEMENT_MISSING',
        path: '/cXML/Header',
        message:
          'Header is missing in cXML, before Request (line 5). Put a Header with From, To and Sender before the Request or Message; only a Response has none.',
      },
    ])
  })

  it('money with a symbol, and with thousands', () => {
    expect(problemsOf(order, '>19.99<', '>$19.99<')).toMatchObject([
      { severity: 'warning', code: 'WARN_CXML_NUMBER', message: expect.stringContaining('"$19.99"') },
    ])
    expect(problemsOf(order, '>39.98<', '>1,039.98<').map(({ code }) => code)).toContain('WARN_CXML_NUMBER')
  })

  it('a bare ampersand: one error, with its place', () => {
    expect(problemsOf(order, 'Thing', 'Thing & more')).toMatchObject([
      { severity: 'error', code: 'ERR_CXML_SYNTAX', line: 11, message: expect.stringContaining('&amp;') },
    ])
  })
})

describe('what else the DTD forbids', () => {
  it('an attribute in the wrong letter case is told by the right one', () => {
    const problems = problemsOf(order, 'orderID=', 'OrderID=')
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Write orderID instead of OrderID.'),
      expect.stringContaining('Did you mean orderID?'),
    ])
  })

  it('a value that is not listed', () => {
    expect(problemsOf(order, '"production"', '"Production"')).toMatchObject([
      {
        code: 'ERR_DTD_ATTRIBUTE_VALUE',
        line: 5,
        column: 10,
        path: '/cXML/Request/@deploymentMode',
        message:
          'The attribute deploymentMode of Request is "Production"; expected production or test. Write deploymentMode="production".',
      },
    ])
  })

  it('what came with a later version is told by the version', () => {
    expect(
      problemsOf(order, '</SupplierPartID>', '</SupplierPartID><BuyerPartID>B</BuyerPartID>'),
    ).toMatchObject([
      {
        code: 'ERR_DTD_ELEMENT_UNEXPECTED',
        message: expect.stringContaining('It can from version 1.2.028 on'),
      },
    ])
    expect(problemsOf(order, '<ItemOut ', '<ItemOut isReturn="yes" ')).toMatchObject([
      {
        code: 'ERR_DTD_ATTRIBUTE_UNEXPECTED',
        message: expect.stringContaining('It has from version 1.2.036 on'),
      },
    ])
  })

  it('an element one level too high is told its place', () => {
    expect(
      problemsOf(order, '</ItemDetail>', '</ItemDetail><Extrinsic name="x">1</Extrinsic>'),
    ).toMatchObject([
      { code: 'ERR_DTD_ELEMENT_UNEXPECTED', message: expect.stringContaining('It belongs into ItemDetail.') },
    ])
  })

  it('an element too often', () => {
    expect(
      problemsOf(order, '</Total>', '</Total><Total><Money currency="USD">39.98</Money></Total>'),
    ).toMatchObject([
      {
        code: 'ERR_DTD_ELEMENT_MISPLACED',
        path: '/cXML/Request/OrderRequest/OrderRequestHeader/Total[2]',
        message:
          'Total is there more often than OrderRequestHeader allows; there is one in line 8. Leave one of them out.',
      },
    ])
  })

  it('space in an empty element, and text between elements', () => {
    expect(problemsOf(confirmation, '"p"/>', '"p"> </DocumentReference>')).toMatchObject([
      { code: 'ERR_DTD_TEXT_UNEXPECTED', message: expect.stringContaining('Write <DocumentReference …/>.') },
    ])
    expect(problemsOf(order, '<ItemDetail>', '<ItemDetail>text')).toMatchObject([
      { code: 'ERR_DTD_TEXT_UNEXPECTED', path: '/cXML/Request/OrderRequest/ItemOut/ItemDetail' },
    ])
  })

  it('an identifier twice, and space between elements of a standalone document', () => {
    const twice = order.replace('<Request ', '<Request Id="a" ').replace('<BillTo>', '<BillTo Id="a">')
    expect(validateCxml(twice).valid).toBe(false)
    const standalone = validateCxml(order.replace('"UTF-8"?', '"UTF-8" standalone="yes"?'))
    expect(standalone.problems[0]).toMatchObject({ code: 'ERR_DTD_TEXT_UNEXPECTED', path: '/cXML' })
  })

  it('a document that is not cXML', () => {
    expect(validateCxml('<html/>').problems).toMatchObject([
      { code: 'WARN_CXML_DOCTYPE' },
      {
        code: 'ERR_DTD_ELEMENT_UNEXPECTED',
        message: expect.stringContaining('The root element is html; expected cXML.'),
      },
    ])
  })

  it.each([
    ['<!DOCTYPE html><html lang="en"><br></html>', 'This is a page for a browser'],
    ['<html/>', 'This is a page for a browser'],
    ['%3C%3Fxml%20version', 'This is URL-encoded'],
    ['&lt;cXML&gt;', 'This is escaped as for HTML'],
    [Buffer.from('<cXML/>').toString('base64'), 'This is Base64'],
    ['cXML-urlencoded=%3CcXML', 'This is the body of a form'],
    ['--boundary\r\nContent-Type: text/xml\r\n', 'This is a MIME message'],
  ])('what comes in place of a document: %s', (text, tip) => {
    for (const input of [text, new TextEncoder().encode(text)]) {
      expect(
        validateCxml(input)
          .problems.map(({ message }) => message)
          .join(' '),
      ).toContain(tip)
    }
  })

  it('elements named like properties of every object', () => {
    const problems = problemsOf(order, '<UnitOfMeasure>', '<__proto__/><constructor/><UnitOfMeasure>')
    expect(problems.map(({ path }) => path.split('/').at(-1))).toEqual(['__proto__', 'constructor'])
  })
})

describe('problems', () => {
  it('never show a secret', () => {
    const spoilt = order
      .replace('<SharedSecret>', '<SharedSecret x="1"><Nonsense/>')
      .replace('<Identity>1', '<X/><Identity>1')
    expect(JSON.stringify(validateCxml(spoilt))).not.toContain('marker-secret')
  })

  it('are a thousand at most, and told so', () => {
    const { valid, problems } = validateCxml(
      order.replace('</ItemOut>', `</ItemOut>${'<Nonsense/>'.repeat(50_000)}`),
    )
    expect(valid).toBe(false)
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)).toMatchObject({
      code: 'WARN_CXML_MORE_PROBLEMS',
      message: 'There are more problems; the first 1000 are listed.',
    })
  })

  it('point at the attribute, whatever stands before it', () => {
    const xml = order.replace(
      '<ItemOut quantity="2"',
      `<ItemOut\r\n\tagreementItemNumber=' isAdHoc="yes">'\r\n\tisAdHoc = "no"\r\n quantity="2"`,
    )
    expect(validateCxml(xml).problems).toMatchObject([
      {
        code: 'ERR_DTD_ATTRIBUTE_VALUE',
        line: 13,
        column: 2,
        path: '/cXML/Request/OrderRequest/ItemOut/@isAdHoc',
      },
    ])
  })
})
