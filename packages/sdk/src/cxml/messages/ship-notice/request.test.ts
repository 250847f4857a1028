import { afterAll, describe, expect, it } from 'vitest'
import * as notices from '../../../../test/ship-notices.js'
import { assertValidByDtd, disposeDtds, hasDtds, soundVersionsOf } from '../../../../test/valid-by-dtd.js'
import type { RequestDocument } from '../../document.js'
import { parseCxml } from '../../parse-cxml.js'
import { serializeCxml } from '../../serialize-cxml.js'
import { validateCxml } from '../../validation/validate-cxml.js'

if (!hasDtds)
  console.warn('SKIPPED: no cXML material beside the clone, so no ship notice is held against its DTD')

/** The first version that has all that a notice says; the others need no more than the oldest that we know. */
const since: Readonly<Record<string, string>> = {
  journey: '1.2.028',
  returned: '1.2.048',
  clinical: '1.2.071',
}

const cases = Object.entries(notices).flatMap(([name, draft]) =>
  soundVersionsOf('Fulfill', since[name] ?? '1.2.024').map(version => ({ name, draft, version })),
)

function noticeOf(xml: string): RequestDocument<'ShipNoticeRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'ShipNoticeRequest') throw new Error(document.kind)
  return document
}

const header =
  '<Header><From><Credential domain="DUNS"><Identity>942888711</Identity></Credential></From><To><Credential domain="NetworkID"><Identity>AN01</Identity></Credential></To><Sender><Credential domain="DUNS"><Identity>942888711</Identity></Credential><UserAgent/></Sender></Header>'

const documentOf = (payload: string, version = '1.2.028') =>
  `<!DOCTYPE cXML SYSTEM "http://xml.cXML.org/schemas/cXML/${version}/Fulfill.dtd"><cXML payloadID="1@supplier.example" timestamp="2026-01-15T10:00:00+00:00">${header}<Request><ShipNoticeRequest>${payload}</ShipNoticeRequest></Request></cXML>`

describe('a ship notice of each operation', () => {
  it.each(cases)('is written without a mistake, and comes back: $name, $version', ({ draft, version }) => {
    const xml = serializeCxml(draft, { dtdVersion: version })
    expect(validateCxml(xml).problems).toEqual([])
    const { warnings, doctype, ...read } = noticeOf(xml)
    expect(warnings).toEqual([])
    expect(read).toMatchObject(draft)
    expect(serializeCxml(read, { dtdVersion: version })).toBe(xml)
  })

  it('declares 1.2.028, unless it is told otherwise', () => {
    expect(serializeCxml(notices.wholeOrder)).toContain('/1.2.028/Fulfill.dtd"')
    expect(serializeCxml(notices.wholeOrder, { dtdVersion: '1.2.071' })).toContain('/1.2.071/Fulfill.dtd"')
  })
})

describe.skipIf(!hasDtds)('a ship notice of each operation, by libxml2', () => {
  afterAll(disposeDtds)

  it.each(cases)('is valid: $name, $version', ({ draft, version }) => {
    assertValidByDtd(serializeCxml(draft, { dtdVersion: version }), 'Fulfill', version)
  })
})

describe('a ship notice that is read', () => {
  it('says what is shipped, by whom, and of which order', () => {
    const { request, warnings } = noticeOf(
      documentOf(`
<ShipNoticeHeader shipmentID="S89823-123" noticeDate="2026-01-14T10:00:00-08:00" shipmentDate="2026-01-14T08:30:00-08:00" deliveryDate="2026-01-18T09:00:00-08:00" shipmentType="actual" fulfillmentType="partial">
  <ServiceLevel xml:lang="en-US">overnight</ServiceLevel>
  <Contact role="shipFrom" addressID="W1"><Name xml:lang="en">Warehouse 1</Name></Contact>
  <Hazard><Description xml:lang="en">Flammable</Description><Classification domain="NAHG">3</Classification></Hazard>
  <Comments xml:lang="en-CA">Rush <Attachment><URL>cid:1@supplier.example</URL></Attachment></Comments>
  <Extrinsic name="invoiceNumber">INV-1</Extrinsic>
  <IdReference domain="deliveryNoteID" identifier="DN-9"/>
</ShipNoticeHeader>
<ShipControl>
  <CarrierIdentifier domain="SCAC">FDE</CarrierIdentifier>
  <CarrierIdentifier domain="companyName">Federal Express</CarrierIdentifier>
  <ShipmentIdentifier>8202 8261 1154</ShipmentIdentifier>
  <PackageIdentification rangeBegin="1" rangeEnd="3"/>
  <Route method="air" startDate="2026-01-14T20:00:00-08:00"><Contact role="carrierCorporate"><Name xml:lang="en">Air 1</Name></Contact></Route>
</ShipControl>
<ShipControl startDate="2026-01-16T06:00:00-08:00">
  <CarrierIdentifier domain="SCAC">UPSN</CarrierIdentifier>
  <ShipmentIdentifier>1Z1</ShipmentIdentifier>
  <ShipmentIdentifier domain="billOfLading">1Z2</ShipmentIdentifier>
</ShipControl>
<ShipNoticePortion>
  <OrderReference orderID="DO1234" orderDate="2026-01-05T09:00:00-08:00"><DocumentReference payloadID="p1@buyer.example"/></OrderReference>
  <Comments xml:lang="en">First half</Comments>
  <ShipNoticeItem quantity="1000.50" lineNumber="3">
    <UnitOfMeasure>EA</UnitOfMeasure>
    <Packaging><PackagingCode xml:lang="en">pallet</PackagingCode><Dimension type="width" quantity="1.2"><UnitOfMeasure>MTR</UnitOfMeasure></Dimension></Packaging>
    <SupplierBatchID>B-1</SupplierBatchID>
  </ShipNoticeItem>
</ShipNoticePortion>
<ShipNoticePortion><OrderReference><DocumentReference payloadID="p2@buyer.example"/></OrderReference></ShipNoticePortion>`),
    )
    expect(warnings).toEqual([])
    const { shipNoticeHeader, shipControls, shipNoticePortions } = request.shipNoticeRequest
    expect(shipNoticeHeader).toMatchObject({
      shipmentID: 'S89823-123',
      operation: 'new',
      noticeDate: '2026-01-14T10:00:00-08:00',
      shipmentDate: '2026-01-14T08:30:00-08:00',
      deliveryDate: '2026-01-18T09:00:00-08:00',
      shipmentType: 'actual',
      fulfillmentType: 'partial',
      serviceLevels: [{ xmlLang: 'en-US', value: 'overnight' }],
      contacts: [{ role: 'shipFrom', addressID: 'W1', name: { value: 'Warehouse 1' } }],
      hazards: [
        { descriptions: [{ value: 'Flammable' }], classifications: [{ domain: 'NAHG', value: '3' }] },
      ],
      comments: [{ value: 'Rush', attachments: [{ url: 'cid:1@supplier.example' }] }],
      extrinsics: [{ name: 'invoiceNumber', value: 'INV-1' }],
      idReferences: [{ domain: 'deliveryNoteID', identifier: 'DN-9' }],
    })
    expect(shipNoticeHeader.documentReference).toBeUndefined()
    expect(shipControls).toMatchObject([
      {
        carrierIdentifiers: [
          { domain: 'SCAC', value: 'FDE' },
          { domain: 'companyName', value: 'Federal Express' },
        ],
        shipmentIdentifiers: [{ value: '8202 8261 1154' }],
        packageIdentification: { rangeBegin: '1', rangeEnd: '3' },
        routes: [
          {
            method: 'air',
            startDate: '2026-01-14T20:00:00-08:00',
            contacts: [{ role: 'carrierCorporate', name: { value: 'Air 1' } }],
          },
        ],
      },
      {
        startDate: '2026-01-16T06:00:00-08:00',
        carrierIdentifiers: [{ domain: 'SCAC', value: 'UPSN' }],
        shipmentIdentifiers: [{ value: '1Z1' }, { domain: 'billOfLading', value: '1Z2' }],
      },
    ])
    expect(shipNoticePortions).toMatchObject([
      {
        orderReference: {
          orderID: 'DO1234',
          orderDate: '2026-01-05T09:00:00-08:00',
          documentReference: { payloadID: 'p1@buyer.example' },
        },
        comments: [{ value: 'First half' }],
        shipNoticeItems: [
          {
            quantity: '1000.50',
            lineNumber: '3',
            unitOfMeasure: 'EA',
            packagings: [
              {
                packagingCodes: [{ value: 'pallet' }],
                dimensions: [{ type: 'width', quantity: '1.2', unitOfMeasure: 'MTR' }],
              },
            ],
            supplierBatchIDs: ['B-1'],
          },
        ],
      },
      { orderReference: { documentReference: { payloadID: 'p2@buyer.example' } }, shipNoticeItems: [] },
    ])
  })

  const item = (attributes: string, inside = '<UnitOfMeasure>EA</UnitOfMeasure>') =>
    `<ShipNoticeHeader shipmentID="1" noticeDate="2026-01-14T10:00:00-08:00"/><ShipNoticePortion><OrderReference orderID="1"><DocumentReference payloadID="p"/></OrderReference><ShipNoticeItem ${attributes}>${inside}</ShipNoticeItem></ShipNoticePortion>`

  it.each([
    ['without header', '', /ShipNoticeHeader/],
    ['without the number of the shipment', '<ShipNoticeHeader ShipmentID="1" noticeDate="t"/>', /shipmentID/],
    [
      'of an operation that there is not',
      '<ShipNoticeHeader shipmentID="1" operation="cancel"/>',
      /operation/,
    ],
    ['of an item without quantity', item('lineNumber="1"'), /quantity/],
    ['of an item of no line', item('quantity="1"'), /lineNumber/],
    ['of a quantity that is no number', item('quantity="ten" lineNumber="1"'), /quantity/],
  ])('fails %s', (_, payload, message) => {
    expect(() => noticeOf(documentOf(payload))).toThrow(message)
  })

  it('may lack what it can be used without', () => {
    const { request, warnings } = noticeOf(
      documentOf(
        `<ShipNoticeHeader shipmentID="1"/><ShipNoticePortion><OrderReference orderID="PO-1"/><ShipNoticeItem quantity="1" lineNumber="1"/></ShipNoticePortion>`,
      ),
    )
    expect(request.shipNoticeRequest.shipNoticePortions).toHaveLength(1)
    expect(warnings.map(({ path }) => path.replace('/cXML/Request/ShipNoticeRequest', ''))).toEqual([
      '/ShipNoticeHeader',
      '/ShipNoticePortion/OrderReference',
      '/ShipNoticePortion/ShipNoticeItem',
    ])
  })
})

describe('a ship notice that is written', () => {
  const { wholeOrder } = notices

  /** One leg, with what is given. */
  const by = (shipControl: (typeof leg)[number]): typeof wholeOrder => {
    const shipNoticeRequest = { ...wholeOrder.request.shipNoticeRequest, shipControls: [shipControl] }
    return { ...wholeOrder, request: { ...wholeOrder.request, shipNoticeRequest } }
  }
  const leg = wholeOrder.request.shipNoticeRequest.shipControls ?? []
  const carrierIdentifiers = [{ domain: 'SCAC', value: 'UPSN' }]

  it('has several tracking numbers only where the version does', () => {
    const draft = by({ carrierIdentifiers, shipmentIdentifiers: [{ value: '1' }, { value: '2' }] })
    expect(serializeCxml(draft)).toContain('<ShipmentIdentifier>2</ShipmentIdentifier>')
    expect(() => serializeCxml(draft, { dtdVersion: '1.2.024' })).toThrow(/ShipControl\/ShipmentIdentifier/)
  })

  it('has the names that are meant where the published DTD has a slip', () => {
    const xml = serializeCxml(notices.update, { dtdVersion: '1.2.024' })
    expect(xml).toContain('<TransportTerms value="Other">To the third floor</TransportTerms>')
    expect(noticeOf(xml).warnings).toEqual([])
  })

  it('is refused with what its version does not have', () => {
    expect(() => serializeCxml(notices.clinical, { dtdVersion: '1.2.048' })).toThrow(
      '@activityStepType: exists since cXML 1.2.053; the document declares 1.2.048',
    )
  })

  it('is refused without carrier or tracking number', () => {
    expect(() => serializeCxml(by({ shipmentIdentifiers: [{ value: '1' }] }))).toThrow(
      'ShipControl/CarrierIdentifier: is missing',
    )
    expect(() => serializeCxml(by({ carrierIdentifiers }))).toThrow(
      'ShipControl/ShipmentIdentifier: is missing',
    )
  })
})
