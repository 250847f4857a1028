import { describe, expect, it } from 'vitest'
import { CxmlError } from '../errors.js'
import type { RequestDocument } from './document.js'
import { inspectCxml, parseCxml } from './parse-cxml.js'
import { serializeCxml } from './serialize-cxml.js'
import { sourceOf } from './source-of.js'

const doctype = '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">'
const credential = (identity: string, secret = '') =>
  `<Credential domain="NetworkID"><Identity>${identity}</Identity>${secret}</Credential>`
const header = `<Header><From>${credential('AN1')}</From><To>${credential('AN2')}</To><Sender>${credential('AN1', '<SharedSecret>s</SharedSecret>')}<UserAgent>T</UserAgent></Sender></Header>`
const cxml = (inner: string, attributes = 'payloadID="p@x" timestamp="2026-01-15T10:00:00-08:00"') =>
  `${doctype}<cXML ${attributes}>${inner}</cXML>`
const setupBody =
  '<BuyerCookie>ck</BuyerCookie><BrowserFormPost><URL>https://buyer.example/post</URL></BrowserFormPost>'
const setup = (inner = setupBody) =>
  cxml(`${header}<Request><PunchOutSetupRequest operation="create">${inner}</PunchOutSetupRequest></Request>`)
const item = (money: string, quantity = '1') =>
  `<ItemOut quantity="${quantity}" lineNumber="1"><ItemID><SupplierPartID>S</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">${money}</Money></UnitPrice><Description xml:lang="en">D</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43230000</Classification></ItemDetail></ItemOut>`
const order = (items = item('100.00'), total = '100.00') =>
  cxml(
    `${header}<Request><OrderRequest><OrderRequestHeader orderID="PO-1" orderDate="2026-01-15T10:00:00-08:00" type="new"><Total><Money currency="USD">${total}</Money></Total><BillTo><Address><Name xml:lang="en">B</Name></Address></BillTo></OrderRequestHeader>${items}</OrderRequest></Request>`,
  )

function parseSetup(xml: string): RequestDocument<'PunchOutSetupRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'PunchOutSetupRequest') throw new Error(`read as ${document.kind}`)
  return document
}

function parseOrder(xml: string): RequestDocument<'OrderRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'OrderRequest') throw new Error(`read as ${document.kind}`)
  return document
}

function refusal(xml: string | Uint8Array): CxmlError {
  try {
    parseCxml(xml)
  } catch (error) {
    if (error instanceof CxmlError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('parseCxml', () => {
  it('reads a setup request into the names of the standard', () => {
    const document = parseSetup(setup())
    expect(document).toEqual({
      kind: 'PunchOutSetupRequest',
      payloadID: 'p@x',
      timestamp: '2026-01-15T10:00:00-08:00',
      doctype: {
        systemId: 'http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd',
        dtdVersion: '1.2.014',
      },
      header: {
        from: { credentials: [{ domain: 'NetworkID', identity: 'AN1' }] },
        to: { credentials: [{ domain: 'NetworkID', identity: 'AN2' }] },
        sender: {
          credentials: [{ domain: 'NetworkID', identity: 'AN1', sharedSecret: 's' }],
          userAgent: 'T',
        },
      },
      request: {
        deploymentMode: 'production',
        punchOutSetupRequest: {
          operation: 'create',
          buyerCookie: 'ck',
          extrinsics: [],
          browserFormPost: { url: 'https://buyer.example/post' },
          contacts: [],
          selectedItems: [],
          itemOuts: [],
        },
      },
      warnings: [],
    })
  })

  it('reads a message that cancels, with its Status', () => {
    const document = parseCxml(
      cxml(
        `${header}<Message deploymentMode="test" inReplyTo="q"><Status code="204" text="No Content"/><PunchOutOrderMessage><BuyerCookie>c</BuyerCookie><PunchOutOrderMessageHeader operationAllowed="edit"><Total><Money currency="USD">0</Money></Total></PunchOutOrderMessageHeader></PunchOutOrderMessage></Message>`,
      ),
    )
    expect(document).toMatchObject({
      kind: 'PunchOutOrderMessage',
      message: {
        deploymentMode: 'test',
        inReplyTo: 'q',
        status: { code: '204', text: 'No Content', value: '' },
        punchOutOrderMessage: { buyerCookie: 'c', itemIns: [] },
      },
    })
  })

  it('tells responses apart by their payload', () => {
    const response = (payload: string) =>
      parseCxml(cxml(`<Response><Status code="200" text="OK">fine</Status>${payload}</Response>`))
    expect(response('')).toMatchObject({ kind: 'Response', response: { status: { value: 'fine' } } })
    expect(
      response(
        '<PunchOutSetupResponse><StartPage><URL>https://s/?a=1&amp;b=2</URL></StartPage></PunchOutSetupResponse>',
      ),
    ).toMatchObject({
      kind: 'PunchOutSetupResponse',
      response: { punchOutSetupResponse: { startPage: { url: 'https://s/?a=1&b=2' } } },
    })
    expect(response('<SubscriptionListResponse><Subscription/></SubscriptionListResponse>')).toMatchObject({
      kind: 'SubscriptionListResponse',
      name: 'SubscriptionListResponse',
      response: { status: { code: '200' } },
      warnings: [],
    })
  })

  it('reads a kind without a type as envelope and tree', () => {
    const document = parseCxml(
      cxml(`${header}<Request deploymentMode="test"><SalesOrderRequest><x/></SalesOrderRequest></Request>`),
    )
    expect(document).toMatchObject({
      kind: 'SalesOrderRequest',
      name: 'SalesOrderRequest',
      payload: { name: 'SalesOrderRequest' },
      payloadID: 'p@x',
      header: { from: {} },
      request: { deploymentMode: 'test' },
    })
    expect('payload' in document && document.payload?.elements()[0]?.name).toBe('x')
  })

  it('keeps the tree out of JSON and of copies', () => {
    const document = parseSetup(setup())
    expect(Object.keys(document)).not.toContain('root')
    expect('root' in { ...document }).toBe(false)
  })

  it('takes bytes in UTF-16 as it takes UTF-8', () => {
    const xml = setup().replace('>ck<', '>ck€<')
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(xml, c => c.charCodeAt(0)).buffer),
    ])
    expect(parseCxml(bytes)).toEqual(parseCxml(xml))
  })
})

describe('text', () => {
  it('is trimmed of XML white space only', () => {
    const { header } = parseSetup(setup().replaceAll('>AN1<', '>\n\t AN1\u00a0\r\n<'))
    expect(header.sender.credentials[0]?.identity).toBe('AN1\u00a0')
  })

  it('is read whole across comments, CDATA and instructions', () => {
    const { header } = parseSetup(setup().replaceAll('>AN1<', '>AN<!-- -->1<![CDATA[.e]]><?p?>vil<'))
    expect(header.from.credentials[0]?.identity).toBe('AN1.evil')
  })

  it.each(['Identity', 'SharedSecret', 'UserAgent', 'URL'])(
    'with an element inside is refused in %s',
    name => {
      const error = refusal(setup().replace(new RegExp(`<${name}>[^<]*<`), `<${name}><x>y</x><`))
      expect(error).toMatchObject({
        code: 'ERR_CXML_FIELD_INVALID',
        status: 400,
        message: expect.stringContaining(`${name}: holds <x>; only text was expected`),
      })
    },
  )

  it.each(['0x10', '1e5', 'true', '007', 'null', '1.0'])('%s stays a string', text => {
    expect(parseSetup(setup().replaceAll('>AN1<', `>${text}<`)).header.from.credentials[0]?.identity).toBe(
      text,
    )
  })
})

describe('elements declared ANY', () => {
  it('keep their text exactly, white space included', () => {
    const { request } = parseSetup(
      setup(setupBody.replace('>ck<', '>\n "&gt;&lt;script&gt; &amp;lt; <![CDATA[<b>]]> <')),
    )
    expect(request.punchOutSetupRequest.buyerCookie).toBe('\n "><script> &lt; <b> ')
    expect(request.punchOutSetupRequest).not.toHaveProperty('buyerCookieContent')
  })

  it('keep their inner XML beside the text where there is markup', () => {
    const { request } = parseSetup(
      setup(
        `<BuyerCookie>a<x y="1&amp;2">b</x><!--c--></BuyerCookie><Extrinsic name="Cost">  <v>1</v> </Extrinsic>`,
      ),
    )
    expect(request.punchOutSetupRequest).toMatchObject({
      buyerCookie: 'ab',
      buyerCookieContent: 'a<x y="1&amp;2">b</x><!--c-->',
      extrinsics: [{ name: 'Cost', value: '1', content: '  <v>1</v> ' }],
    })
  })

  it('keep Extrinsics apart whose names repeat or are those of object prototypes', () => {
    const names = ['__proto__', 'constructor', 'toString', 'User', 'User', '']
    const inner = names.map((name, index) => `<Extrinsic name="${name}">${index}</Extrinsic>`).join('')
    const { request } = parseSetup(setup(`<BuyerCookie>c</BuyerCookie>${inner}`))
    expect(request.punchOutSetupRequest.extrinsics).toEqual(
      names.map((name, index) => ({ name, value: String(index) })),
    )
    expect(({} as Record<string, unknown>)['0']).toBeUndefined()
  })
})

describe('money and quantities', () => {
  it('are exact strings, with the original text where it differs', () => {
    const { request } = parseOrder(order(item('0.0125', '1.5'), '1,234.56'))
    const { orderRequestHeader, itemOuts } = request.orderRequest
    expect(orderRequestHeader.total.money).toEqual({
      currency: 'USD',
      amount: '1234.56',
      originalText: '1,234.56',
    })
    expect(itemOuts[0]?.quantity).toBe('1.5')
    expect(itemOuts[0]?.itemDetail?.unitPrice.money).toEqual({ currency: 'USD', amount: '0.0125' })
  })

  it('may be negative: whether that makes sense is not for the reader to say', () => {
    expect(parseOrder(order(item('-5', '-1'))).request.orderRequest.itemOuts[0]).toMatchObject({
      quantity: '-1',
      itemDetail: { unitPrice: { money: { amount: '-5' } } },
    })
  })

  it.each(['NaN', 'Infinity', '1e2', '0x64', '100,00', '1.234,56', '١٠٠', '１００', ''])(
    'are refused as %j',
    text => {
      expect(refusal(order(item(text)))).toMatchObject({
        code: 'ERR_CXML_FIELD_INVALID',
        status: 400,
        path: '/cXML/Request/OrderRequest/ItemOut/ItemDetail/UnitPrice/Money',
      })
      expect(refusal(order(item('1', text)))).toMatchObject({
        code: 'ERR_CXML_FIELD_INVALID',
        path: '/cXML/Request/OrderRequest/ItemOut/@quantity',
      })
    },
  )
})

describe('what is missing or doubled', () => {
  it.each([
    ['payloadID of a request', setup().replace('payloadID="p@x" ', ''), '/cXML/@payloadID'],
    [
      'Header',
      cxml(`<Request><PunchOutSetupRequest operation="create">${setupBody}</PunchOutSetupRequest></Request>`),
      '/cXML/Header',
    ],
    ['From', setup().replace(/<From>.*<\/From>/, ''), '/cXML/Header/From'],
    ['Credential', setup().replace(/<From>.*<\/From>/, '<From/>'), '/cXML/Header/From/Credential'],
    ['Identity', setup().replace('<Identity>AN2</Identity>', ''), '/cXML/Header/To/Credential/Identity'],
    [
      'BuyerCookie',
      setup('<BrowserFormPost><URL>u</URL></BrowserFormPost>'),
      '/cXML/Request/PunchOutSetupRequest/BuyerCookie',
    ],
    [
      'operation',
      setup().replace(' operation="create"', ''),
      '/cXML/Request/PunchOutSetupRequest/@operation',
    ],
    ['ItemOut of an order', order(''), '/cXML/Request/OrderRequest/ItemOut'],
    [
      'orderID',
      order().replace(' orderID="PO-1"', ''),
      '/cXML/Request/OrderRequest/OrderRequestHeader/@orderID',
    ],
  ])('is refused: no %s', (_, xml, path) => {
    expect(refusal(xml)).toMatchObject({
      code: 'ERR_CXML_FIELD_MISSING',
      status: 400,
      path,
      message: expect.stringContaining(`${path}: is missing`),
      line: 1,
    })
  })

  it.each([
    ['Header', setup().replace(header, header + header)],
    ['Request', setup().replace(/<Request>.*<\/Request>/, '$&$&')],
    ['Identity', setup().replace('<Identity>AN1</Identity>', '$&<Identity>AN9</Identity>')],
    ['SharedSecret', setup().replace('<SharedSecret>s</SharedSecret>', '$&$&')],
    ['BrowserFormPost', setup(setupBody + setupBody.slice(setupBody.indexOf('<Browser')))],
    ['BuyerCookie', setup(`<BuyerCookie>a</BuyerCookie>${setupBody}`)],
    ['PunchOutSetupRequest', setup().replace(/<PunchOutSetupRequest.*<\/PunchOutSetupRequest>/, '$&$&')],
    ['Money', order().replace(/<Total>(.*)<\/Total>/, '<Total>$1$1</Total>')],
  ])('is refused: two %s', (name, xml) => {
    expect(refusal(xml)).toMatchObject({
      code: 'ERR_CXML_FIELD_DOUBLED',
      status: 400,
      message: expect.stringContaining(`${name}: stands twice`),
    })
  })

  it.each([
    ['another root', '<Response/>', 'The root element is Response; cXML was expected'],
    ['no body', cxml(header), 'holds no Request, Message or Response'],
    ['an empty Request', cxml(`${header}<Request/>`), 'is empty'],
    [
      'a Request and a Response',
      setup().replace('</cXML>', '<Response><Status code="200" text="OK"/></Response></cXML>'),
      'holds Request and Response',
    ],
    [
      'two payloads',
      setup().replace('</Request>', '<ProfileRequest/></Request>'),
      'holds PunchOutSetupRequest and ProfileRequest',
    ],
  ])('is refused: %s', (_, xml, message) => {
    expect(refusal(xml)).toMatchObject({
      code: 'ERR_CXML_NOT_CXML',
      status: 400,
      message: expect.stringContaining(message),
    })
  })

  it('is refused where an enumeration decides what happens', () => {
    expect(refusal(setup().replace('"create"', '"destroy"'))).toMatchObject({
      code: 'ERR_CXML_FIELD_INVALID',
      message:
        '/cXML/Request/PunchOutSetupRequest/@operation: "destroy" is not one of create, inspect, edit, source',
    })
    expect(refusal(setup().replace('<Request>', '<Request deploymentMode="Test">')).status).toBe(400)
  })

  it('never shows a secret in the excerpt', () => {
    const error = refusal(
      setup()
        .replace('<SharedSecret>s<', '<SharedSecret>hunter2<')
        .replace('>ck<', '><x/></BuyerCookie><BuyerCookie><'),
    )
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('hunter2')
  })
})

describe('what the standard forbids and we can read', () => {
  it.each([
    ['no DOCTYPE', setup().replace(doctype, ''), 'WARN_CXML_DOCTYPE', '/cXML'],
    ['a foreign DTD', setup().replace('xml.cxml.org', 'evil.example'), 'WARN_CXML_DOCTYPE', '/cXML'],
    [
      'an internal subset that says nothing to the document',
      setup().replace('.dtd">', '.dtd" [ <!ENTITY % SGML-help "INCLUDE"> ]>'),
      'WARN_CXML_DOCTYPE',
      '/cXML',
    ],
    ['no timestamp', setup().replace(/ timestamp="[^"]*"/, ''), 'WARN_CXML_FIELD_MISSING', '/cXML'],
    [
      'no UserAgent',
      setup().replace('<UserAgent>T</UserAgent>', ''),
      'WARN_CXML_FIELD_MISSING',
      '/cXML/Header/Sender',
    ],
    [
      'no BillTo',
      order().replace(/<BillTo>.*<\/BillTo>/, ''),
      'WARN_CXML_FIELD_MISSING',
      '/cXML/Request/OrderRequest/OrderRequestHeader',
    ],
    [
      'wrong order',
      setup(`<Extrinsic name="a">b</Extrinsic>${setupBody}`),
      'WARN_CXML_ORDER',
      '/cXML/Request/PunchOutSetupRequest/BuyerCookie',
    ],
    [
      'an unknown element',
      setup(`${setupBody}<Nonsense/>`),
      'WARN_CXML_UNKNOWN_ELEMENT',
      '/cXML/Request/PunchOutSetupRequest/Nonsense',
    ],
    [
      'an unknown attribute',
      setup().replace('<Header>', '<Header xmlns="urn:x">'),
      'WARN_CXML_UNKNOWN_ATTRIBUTE',
      '/cXML/Header',
    ],
    [
      'text between elements',
      setup(`${setupBody}text`),
      'WARN_CXML_UNEXPECTED_TEXT',
      '/cXML/Request/PunchOutSetupRequest',
    ],
  ])('is a warning with its place: %s', (_, xml, code, path) => {
    const { warnings } = parseCxml(xml)
    expect(warnings).toEqual([
      { code, path, line: expect.any(Number), column: expect.any(Number), message: expect.any(String) },
    ])
  })

  it('is no warning where the host of the DTD is written otherwise, or its version is newer than ours', () => {
    for (const systemId of [
      'http://xml.cXML.org/schemas/cXML/1.2.014/cXML.dtd',
      'https://XML.CXML.ORG/schemas/cXML/9.9.999/cXML.dtd',
    ]) {
      const document = parseCxml(setup().replace(/SYSTEM "[^"]*"/, `SYSTEM "${systemId}"`))
      expect(document).toMatchObject({ warnings: [], doctype: { systemId } })
    }
  })

  it('lets a Response go without payloadID', () => {
    const xml = cxml('<Response><Status code="200" text="OK"/></Response>', 'timestamp="t"')
    expect(parseCxml(xml)).toMatchObject({ kind: 'Response', warnings: [{ path: '/cXML' }] })
  })

  it('does not become a warning where the standard has it and we have no type for it', () => {
    const xml = order().replace(
      '</BillTo>',
      '$&<BusinessPartner type="organization" role="soldTo"><Address><Name xml:lang="en">x</Name></Address></BusinessPartner>',
    )
    expect(parseCxml(xml).warnings).toEqual([])
  })
})

describe('hostile documents', () => {
  it.each([
    ['unknown elements', setup(`${setupBody}${'<x/>'.repeat(90_000)}`)],
    [
      'Extrinsics',
      setup(`<BuyerCookie>c</BuyerCookie>${'<Extrinsic name="a">b</Extrinsic>'.repeat(40_000)}`),
    ],
    ['text between elements', order(item('1') + '<x/>t'.repeat(40_000))],
    ['orders of 9,999 faulty lines', order(item('NaN').repeat(9_999))],
    ['markup in BuyerCookie', setup(`<BuyerCookie>${'<x>&amp;</x>'.repeat(20_000)}</BuyerCookie>`)],
    ['long numbers', order(item(`1${'0'.repeat(60_000)}`))],
    ['thousands separators', order(item(`1${',000'.repeat(15_000)}x`))],
  ])('of %s take linear time', (_, xml) => {
    const start = process.cpuUsage()
    try {
      inspectCxml(xml, { limits: { nodes: 1_000_000, items: 20_000 } })
    } catch (error) {
      expect(error).toBeInstanceOf(CxmlError)
    }
    // Measured: below 0.5 s. Quadratic time would be a minute.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(4)
  })

  it('give no more than a hundred warnings', () => {
    expect(parseCxml(setup(`${setupBody}${'<x/>'.repeat(500)}`)).warnings).toHaveLength(100)
  })
})

describe('sourceOf', () => {
  it('leads from a value to what has no type', () => {
    const xml = order(item('1').replace('</ItemOut>', '<Tolerances/></ItemOut>'))
    const document = parseOrder(xml)
    const [line] = document.request.orderRequest.itemOuts
    expect(
      sourceOf(document, line ?? {})
        ?.elements()
        .at(-1)?.name,
    ).toBe('Tolerances')
    expect(sourceOf(document, document)).toBe(document.root)
    expect(sourceOf(document, { ...line })).toBeUndefined()
    expect(sourceOf({}, line ?? {})).toBeUndefined()
  })
})

describe('inspectCxml', () => {
  it('reads as much as there is and lists what parseCxml would have thrown', () => {
    const xml = order(item('NaN', '1,5')).replace(header, '').replace('payloadID="p@x" ', '')
    const { document, faults } = inspectCxml(xml)
    expect(faults.map(({ path }) => path)).toEqual([
      '/cXML/Request/OrderRequest/ItemOut/@quantity',
      '/cXML/Request/OrderRequest/ItemOut/ItemDetail/UnitPrice/Money',
      '/cXML/@payloadID',
      '/cXML/Header',
    ])
    expect(document).toMatchObject({
      kind: 'OrderRequest',
      request: {
        orderRequest: {
          itemOuts: [
            {
              quantity: '1,5',
              itemDetail: { unitPrice: { money: { currency: 'USD', originalText: 'NaN' } } },
            },
          ],
        },
      },
    })
  })

  it('finds no fault where parseCxml does not', () => {
    const { document, faults } = inspectCxml(setup())
    expect(faults).toEqual([])
    expect(document).toEqual(parseCxml(setup()))
  })

  it('throws where there is nothing to read', () => {
    expect(() => inspectCxml('<cXML>')).toThrow(expect.objectContaining({ status: 406 }))
  })
})

describe('a document that was read', () => {
  it('is written as it stands: unmodelled parts, comments, white space', () => {
    const xml = setup(`${setupBody}\n <!-- c --><Nonsense a="1">x<![CDATA[y]]></Nonsense>`)
    const written = serializeCxml(parseCxml(xml))
    expect(written).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n${xml.slice(doctype.length)}\n`)
  })

  it('is refused when it was changed in place', () => {
    const document = parseOrder(order())
    Object.assign(document.request.orderRequest.orderRequestHeader, { orderID: 'PO-2' })
    expect(() => serializeCxml(document)).toThrow(TypeError)
  })
})
