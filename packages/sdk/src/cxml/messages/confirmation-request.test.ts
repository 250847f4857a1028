import { afterAll, describe, expect, it } from 'vitest'
import * as confirmations from '../../../test/confirmations.js'
import { assertValidByDtd, disposeDtds, hasDtds, soundVersionsOf } from '../../../test/valid-by-dtd.js'
import type { RequestDocument } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'

if (!hasDtds)
  console.warn('SKIPPED: no cXML material beside the clone, so no confirmation is held against its DTD')

/** The first version that has all that the answer says; the others need no more than the oldest that we know. */
const cases = Object.entries(confirmations).flatMap(([name, draft]) =>
  soundVersionsOf('Fulfill', name === 'answer' ? '1.2.048' : '1.2.024').map(version => ({
    name,
    draft,
    version,
  })),
)

function confirmationOf(xml: string): RequestDocument<'ConfirmationRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'ConfirmationRequest') throw new Error(document.kind)
  return document
}

const documentOf = (payload: string, version = '1.2.048') =>
  `<!DOCTYPE cXML SYSTEM "http://xml.cXML.org/schemas/cXML/${version}/Fulfill.dtd"><cXML payloadID="1@supplier.example" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="DUNS"><Identity>942888711</Identity></Credential></From><To><Credential domain="NetworkID"><Identity>AN01</Identity></Credential></To><Sender><Credential domain="DUNS"><Identity>942888711</Identity></Credential><UserAgent/></Sender></Header><Request><ConfirmationRequest>${payload}</ConfirmationRequest></Request></cXML>`

describe('a confirmation of each type', () => {
  it.each(cases)('is written without a mistake, and comes back: $name, $version', ({ draft, version }) => {
    const xml = serializeCxml(draft, { dtdVersion: version })
    expect(validateCxml(xml).problems).toEqual([])
    const { warnings, doctype, ...read } = confirmationOf(xml)
    expect(warnings).toEqual([])
    expect(read).toMatchObject(draft)
    expect(serializeCxml(read, { dtdVersion: version })).toBe(xml)
  })
})

describe.skipIf(!hasDtds)('a confirmation of each type, by libxml2', () => {
  afterAll(disposeDtds)

  it.each(cases)('is valid: $name, $version', ({ draft, version }) => {
    assertValidByDtd(serializeCxml(draft, { dtdVersion: version }), 'Fulfill', version)
  })
})

describe('a confirmation that is read', () => {
  const header =
    '<ConfirmationHeader type="detail" noticeDate="2026-01-15T10:00:00+00:00"/><OrderReference orderID="PO-1"><DocumentReference payloadID="p"/></OrderReference>'

  it('says what becomes of each line', () => {
    const { request, warnings } = confirmationOf(
      documentOf(`
<ConfirmationHeader type="except" operation="update" noticeDate="2026-01-15T10:00:00+00:00" confirmID="C999-234" invoiceID="I1" incoTerms="cpt" version="2">
  <DocumentReference payloadID="before@supplier.example"/>
  <Total><Money currency="USD">190.60</Money></Total>
  <Shipping><Money currency="USD">2.5</Money><Description xml:lang="en">FedEx 2-day</Description></Shipping>
  <Tax><Money currency="USD">0.19</Money><Description xml:lang="en">CA Sales Tax</Description></Tax>
  <Contact role="shipFrom"><Name xml:lang="en">Warehouse</Name></Contact>
  <Hazard><Description xml:lang="en">Flammable</Description></Hazard>
  <Comments xml:lang="en">Look well at line 1.</Comments>
  <IdReference domain="supplierReference" identifier="SO-9"/>
  <Extrinsic name="paymentNote">net 30</Extrinsic>
</ConfirmationHeader>
<OrderReference orderID="DO1234" orderDate="2026-01-05T09:00:00-08:00"><DocumentReference payloadID="p1@buyer.example"/></OrderReference>
<OrderStatusRequestReference orderStatusRequestID="Q1" orderStatusRequestDate="2026-01-14T09:00:00-08:00"><DocumentReference payloadID="q1@buyer.example"/></OrderStatusRequestReference>
<OrderStatusRequestIDInfo orderStatusRequestID="Q2"/>
<ConfirmationItem lineNumber="1" quantity="10" parentLineNumber="4" itemType="item" compositeItemType="itemLevel">
  <UnitOfMeasure>EA</UnitOfMeasure>
  <Contact role="sales"><Name xml:lang="en">Ada</Name></Contact>
  <Hazard><Classification domain="NAHG">3</Classification></Hazard>
  <ConfirmationStatus quantity="5" type="detail" shipmentDate="2026-01-16T00:00:00-08:00" deliveryDate="2026-01-17T00:00:00-08:00">
    <UnitOfMeasure>EA</UnitOfMeasure>
    <UnitPrice><Money currency="USD">1.64</Money></UnitPrice>
    <SupplierBatchID>B1</SupplierBatchID>
    <ScheduleLineReference quantity="5" requestedDeliveryDate="2026-01-16T00:00:00-08:00" lineNumber="2"><Extrinsic name="slot">a</Extrinsic></ScheduleLineReference>
    <ComponentConsumptionDetails quantity="2" usage="no"><Product><BuyerPartID>P1</BuyerPartID></Product><UnitOfMeasure>KGM</UnitOfMeasure></ComponentConsumptionDetails>
    <Comments xml:lang="en">Dearer</Comments>
    <Extrinsic name="reason">steel</Extrinsic>
  </ConfirmationStatus>
  <ConfirmationStatus quantity="5" type="backordered"><UnitOfMeasure>EA</UnitOfMeasure></ConfirmationStatus>
</ConfirmationItem>`),
    )
    expect(warnings).toEqual([])
    expect(request.confirmationRequest).toMatchObject({
      confirmationHeader: {
        type: 'except',
        operation: 'update',
        noticeDate: '2026-01-15T10:00:00+00:00',
        confirmID: 'C999-234',
        invoiceID: 'I1',
        incoTerms: 'cpt',
        version: '2',
        documentReference: { payloadID: 'before@supplier.example' },
        total: { money: { currency: 'USD', amount: '190.60' } },
        shipping: { money: { amount: '2.5' } },
        tax: { money: { amount: '0.19' } },
        contacts: [{ role: 'shipFrom' }],
        hazards: [{ descriptions: [{ value: 'Flammable' }] }],
        comments: [{ value: 'Look well at line 1.' }],
        idReferences: [{ domain: 'supplierReference', identifier: 'SO-9' }],
        extrinsics: [{ name: 'paymentNote', value: 'net 30' }],
      },
      orderReference: { orderID: 'DO1234', documentReference: { payloadID: 'p1@buyer.example' } },
      orderStatusRequestReferences: [
        {
          orderStatusRequestID: 'Q1',
          orderStatusRequestDate: '2026-01-14T09:00:00-08:00',
          documentReference: { payloadID: 'q1@buyer.example' },
        },
      ],
      orderStatusRequestIDInfos: [{ orderStatusRequestID: 'Q2' }],
      confirmationItems: [
        {
          quantity: '10',
          lineNumber: '1',
          parentLineNumber: '4',
          itemType: 'item',
          compositeItemType: 'itemLevel',
          unitOfMeasure: 'EA',
          contacts: [{ role: 'sales' }],
          hazards: [{ classifications: [{ domain: 'NAHG', value: '3' }] }],
          confirmationStatuses: [
            {
              quantity: '5',
              type: 'detail',
              shipmentDate: '2026-01-16T00:00:00-08:00',
              deliveryDate: '2026-01-17T00:00:00-08:00',
              unitPrice: { money: { amount: '1.64' } },
              supplierBatchID: 'B1',
              scheduleLineReference: {
                quantity: '5',
                requestedDeliveryDate: '2026-01-16T00:00:00-08:00',
                lineNumber: '2',
                extrinsics: [{ name: 'slot', value: 'a' }],
              },
              componentConsumptionDetails: [
                { quantity: '2', usage: 'no', product: { buyerPartID: 'P1' }, unitOfMeasure: 'KGM' },
              ],
              comments: [{ value: 'Dearer' }],
              extrinsics: [{ name: 'reason', value: 'steel' }],
            },
            { quantity: '5', type: 'backordered', unitOfMeasure: 'EA' },
          ],
        },
      ],
    })
  })

  const item = (attributes: string, status = '') =>
    `${header}<ConfirmationItem ${attributes}><UnitOfMeasure>EA</UnitOfMeasure>${status}</ConfirmationItem>`
  const status = (attributes: string) =>
    item(
      'lineNumber="1" quantity="1"',
      `<ConfirmationStatus ${attributes}><UnitOfMeasure>EA</UnitOfMeasure></ConfirmationStatus>`,
    )

  it.each([
    [
      'without header',
      '<OrderReference><DocumentReference payloadID="p"/></OrderReference>',
      /ConfirmationHeader/,
    ],
    ['of no type', '<ConfirmationHeader noticeDate="t"/>', /type/],
    ['of a type that there is not', header.replace('detail', 'maybe'), /type/],
    ['that deletes', header.replace('type=', 'operation="delete" type='), /operation/],
    ['of a line without number', item('quantity="1"'), /lineNumber/],
    ['of a line without quantity', item('lineNumber="1"'), /quantity/],
    ['of a status without type', status('quantity="1"'), /type/],
    ['of a status whose type is one of the header', status('quantity="1" type="except"'), /type/],
    ['of a status of a quantity that is no number', status('quantity="all" type="accept"'), /quantity/],
  ])('fails %s', (_, payload, message) => {
    expect(() => confirmationOf(documentOf(payload))).toThrow(message)
  })

  it('may lack the order, as some do', () => {
    const { request, warnings } = confirmationOf(
      documentOf('<ConfirmationHeader type="accept" noticeDate="2026-01-15T10:00:00+00:00"/>'),
    )
    expect(request.confirmationRequest.orderReference).toBeUndefined()
    expect(warnings).toHaveLength(1)
  })
})

describe('a confirmation that is written', () => {
  it('is refused where the version has no such elements', () => {
    const { answer } = confirmations
    expect(() => serializeCxml(answer, { dtdVersion: '1.2.028' })).toThrow(
      'since cXML 1.2.048; the document declares 1.2.028',
    )
    expect(() => serializeCxml(answer, { dtdVersion: '1.2.024' })).toThrow('the document declares 1.2.024')
  })

  it('is refused with a price beside the item that comes instead', () => {
    const { confirmationHeader, orderReference } = confirmations.detail.request.confirmationRequest
    const [line] = confirmations.detail.request.confirmationRequest.confirmationItems ?? []
    const [status] = line?.confirmationStatuses ?? []
    if (line === undefined || status === undefined) throw new Error('no line')
    const unitPrice = { money: { currency: 'USD', amount: '1' } }
    const confirmationItems = [{ ...line, confirmationStatuses: [{ ...status, unitPrice }] }]
    const confirmationRequest = {
      confirmationHeader,
      ...(orderReference === undefined ? {} : { orderReference }),
      confirmationItems,
    }
    expect(() => serializeCxml({ ...confirmations.detail, request: { confirmationRequest } })).toThrow(
      /UnitPrice: cannot stand beside ItemIn/,
    )
  })
})
