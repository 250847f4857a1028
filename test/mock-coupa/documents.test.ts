import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { readXml, type XmlElement } from '@punchloop/sdk/xml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateByDtd } from '../support/dtd.js'
import { confirm, type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { cxmlMaterial } from '../support/root.js'

const material = cxmlMaterial()
if (material === undefined)
  console.warn('No cXML material beside the clone: documents are not held against DTDs.')

let supplier: FakeSupplier
let coupa: MockCoupa

beforeAll(async () => {
  supplier = await startFakeSupplier()
  const company = supplier.company()
  company.addresses[0]!.attention = 'Accounts payable'
  coupa = await startMockCoupa({ port: 0, company })
  const emma = coupa.person('emma')
  const { openBuy } = await emma.search('suite')
  const trip = await emma.choose(openBuy[0]!)
  const { number } = await emma.returnCart(
    supplier.cart(trip.buyerCookie, [
      {
        part: 'A&B <1>',
        aux: 'q:1 é',
        quantity: '2.50',
        unitPrice: '8.10',
        description: 'Größe "L" & <more>',
      },
      { unitPrice: '1505' },
    ]),
  )
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  const order = await coupa.waitForOrder({ requisition: number })
  await confirm(coupa.url, { number: order.number, payloadID: order.transmissions[0]!.payloadID })
})

afterAll(async () => {
  await coupa.close()
  await supplier.close()
})

function rawOf(kind: string): string {
  return coupa.documents({ kind }).at(-1)!.request.raw
}

describe('what the mock writes', () => {
  it.skipIf(material === undefined)('is valid by the DTD that it names', () => {
    const written = [
      rawOf('PunchOutSetupRequest'),
      rawOf('OrderRequest'),
      coupa.documents({ kind: 'ConfirmationRequest' }).at(-1)!.response!.raw,
    ]
    expect(written.map(xml => validateByDtd(material ?? '', xml))).toEqual([
      { dtd: '1.2.014/cXML.dtd', problems: [] },
      { dtd: '1.2.014/cXML.dtd', problems: [] },
      { dtd: expect.stringContaining('cXML.dtd'), problems: [] },
    ])
  })

  it('looks like a setup request of Coupa', () => {
    const xml = rawOf('PunchOutSetupRequest')
    expect(xml).toContain('<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">')
    expect(/<cXML ([^>]*)>/.exec(xml)?.[1]).not.toContain('version=')
    expect(xml).toMatch(/payloadID="\d+\.\d{9}@127\.0\.0\.1"/)
    expect(xml).toMatch(/timestamp="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-08:00"/)
    expect(xml).toContain('<UserAgent>Coupa Procurement 1.0</UserAgent>')
    expect(xml).toMatch(/<Request>\s*<PunchOutSetupRequest operation="create">/)
    expect(xml).toMatch(/<SharedSecret>\*+<\/SharedSecret>/)
    const order = [
      '<BuyerCookie>',
      'name="FirstName"',
      'name="BusinessUnit"',
      '<BrowserFormPost>',
      '<Contact role="endUser">',
      '<SupplierSetup>',
      '<ShipTo>',
      '<SelectedItem>',
    ]
    const places = order.map(part => xml.indexOf(part))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  it('looks like an order of Coupa, with exact money', () => {
    const xml = rawOf('OrderRequest')
    expect(xml).toContain('<Request deploymentMode="production">')
    expect(xml).toMatch(
      /<OrderRequestHeader orderID="\d+" orderDate="[^"]*-08:00" (?:orderType="regular" type="new"|type="new" orderType="regular")/,
    )
    const document = coupa.documents({ kind: 'OrderRequest' }).at(-1)?.request.document
    if (document?.kind !== 'OrderRequest') throw new Error('no OrderRequest')
    const { orderRequestHeader, itemOuts } = document.request.orderRequest
    expect(orderRequestHeader.total.money).toEqual({ currency: 'USD', amount: '1525.25' })
    expect(orderRequestHeader.billTo?.address).toMatchObject({
      name: { value: 'Northwind Instruments' },
      postalAddress: { deliverTos: ['Accounts payable'] },
    })
    expect(orderRequestHeader.shipTo?.address).toMatchObject({ addressID: 'HQ', email: { name: 'default' } })
    expect(itemOuts).toMatchObject([
      {
        lineNumber: '1',
        quantity: '2.5',
        itemID: { supplierPartID: 'A&B <1>', supplierPartAuxiliaryID: 'q:1 é' },
        itemDetail: {
          unitPrice: { money: { amount: '8.1' } },
          descriptions: [{ value: 'Größe "L" & <more>' }],
          extrinsics: [{ name: 'LineType', value: 'Quantity' }],
        },
        distributions: [
          {
            accounting: { segments: [{ type: 'Organization' }, {}, {}] },
            charge: { money: { amount: '20.25' } },
          },
        ],
      },
      { lineNumber: '2', quantity: '1', itemDetail: { unitPrice: { money: { amount: '1505.0' } } } },
    ])
  })

  it.each([
    ['PunchOutSetupRequest', 'labfellows-cxml-ruby__punch_out_setup_request_doc_coupa'],
    ['OrderRequest', 'labfellows-cxml-ruby__purchase_order_request_200'],
  ])('has every element and attribute of a real %s of Coupa', (kind, name) => {
    const sample = join(material ?? '', 'corpus', kind, `${name}.xml`)
    if (!existsSync(sample)) return console.warn(`SKIPPED: there is no ${sample}`)
    // What nobody has said is not sent.
    const unsaid = ['OrderRequestHeader/Comments', 'ItemOut/Comments', 'Comments/@xml:lang']
    const ours = shapeOf(rawOf(kind))
    const missing = [...shapeOf(readFileSync(sample, 'utf8'))].filter(part => !ours.has(part))
    expect(missing.filter(part => !unsaid.includes(part))).toEqual([])
  })
})

/** `ShipTo/Address`, `Address/@addressID`, … of everything in a document. */
function shapeOf(xml: string): Set<string> {
  const shape = new Set<string>()
  const walk = (element: XmlElement) => {
    for (let index = 0; index < element.attributes.length; index += 2) {
      shape.add(`${element.name}/@${element.attributes[index]}`)
    }
    for (const child of element.elements()) {
      shape.add(`${element.name}/${child.name}`)
      walk(child)
    }
  }
  walk(readXml(xml).root)
  return shape
}
