import { afterAll, describe, expect, it } from 'vitest'
import * as receipts from '../../../test/receipts.js'
import { assertValidByDtd, disposeDtds, hasDtds, soundVersionsOf } from '../../../test/valid-by-dtd.js'
import type { RequestDocument } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'

if (!hasDtds)
  console.warn('SKIPPED: no cXML material beside the clone, so no receipt is held against its DTD')

/** The first version that has all that the deletion says; the others need no more than the oldest that we know. */
const cases = Object.entries(receipts).flatMap(([name, draft]) =>
  soundVersionsOf('Fulfill', name === 'deleted' ? '1.2.053' : '1.2.024').map(version => ({
    name,
    draft,
    version,
  })),
)

function receiptOf(xml: string): RequestDocument<'ReceiptRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'ReceiptRequest') throw new Error(document.kind)
  return document
}

const documentOf = (payload: string, version = '1.2.053') =>
  `<!DOCTYPE cXML SYSTEM "http://xml.cXML.org/schemas/cXML/${version}/Fulfill.dtd"><cXML payloadID="1@buyer.example" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="NetworkID"><Identity>AN01</Identity></Credential></From><To><Credential domain="DUNS"><Identity>942888711</Identity></Credential></To><Sender><Credential domain="NetworkID"><Identity>AN01</Identity></Credential><UserAgent/></Sender></Header><Request><ReceiptRequest>${payload}</ReceiptRequest></Request></cXML>`

describe('a receipt of each operation', () => {
  it.each(cases)('is written without a mistake, and comes back: $name, $version', ({ draft, version }) => {
    const xml = serializeCxml(draft, { dtdVersion: version })
    expect(validateCxml(xml).problems).toEqual([])
    const { warnings, doctype, ...read } = receiptOf(xml)
    expect(warnings).toEqual([])
    expect(read).toMatchObject(draft)
    expect(serializeCxml(read, { dtdVersion: version })).toBe(xml)
  })
})

describe.skipIf(!hasDtds)('a receipt of each operation, by libxml2', () => {
  afterAll(disposeDtds)

  it.each(cases)('is valid: $name, $version', ({ draft, version }) => {
    assertValidByDtd(serializeCxml(draft, { dtdVersion: version }), 'Fulfill', version)
  })
})

describe('a receipt that is read', () => {
  it('says what was received of each line, where, and at what rate', () => {
    const { request, warnings } = receiptOf(
      documentOf(`
<ReceiptRequestHeader receiptID="RC1" receiptDate="2026-01-14T16:00:00-05:00">
  <ShipNoticeIDInfo shipNoticeID="S1" shipNoticeDate="2026-01-12T10:00:00+00:00"/>
  <Comments xml:lang="en">At dock 4</Comments>
  <Extrinsic name="plant">3000</Extrinsic>
</ReceiptRequestHeader>
<ReceiptOrder closeForReceiving="yes">
  <ReceiptOrderInfo><OrderReference orderID="DO1"><DocumentReference payloadID="p1"/></OrderReference><MasterAgreementReference agreementID="A1"><DocumentReference payloadID="a1"/></MasterAgreementReference></ReceiptOrderInfo>
  <ReceiptItem receiptLineNumber="1" quantity="-5" type="received" parentReceiptLineNumber="9" itemType="item" compositeItemType="groupLevel" completedIndicator="yes">
    <ReceiptItemReference lineNumber="3">
      <ItemID><SupplierPartID>1233244</SupplierPartID></ItemID>
      <Description xml:lang="en">Laptop</Description>
      <ManufacturerPartID>M1</ManufacturerPartID><ManufacturerName xml:lang="en">Maker</ManufacturerName>
      <ShipNoticeReference shipNoticeID="S1"><DocumentReference payloadID="s1"/></ShipNoticeReference>
      <ShipNoticeLineItemReference shipNoticeLineNumber="2"/>
      <ReferenceDocumentInfo lineNumber="7"/>
    </ReceiptItemReference>
    <UnitRate><Money currency="USD">1.34</Money><UnitOfMeasure>EA</UnitOfMeasure><TermReference termName="rateID" term="R1"/></UnitRate>
    <ReceivedAmount><Money currency="USD">-6.70</Money></ReceivedAmount>
    <AssetInfo tagNumber="T1" serialNumber="N1" location="L1"/>
    <DeliveryAddress><Address addressID="D4"><Name xml:lang="en">Dock 4</Name></Address></DeliveryAddress>
    <Comments xml:lang="en">Miscounted</Comments>
    <Batch><SupplierBatchID>B1</SupplierBatchID></Batch>
    <Classification domain="MovementType">102</Classification>
    <Extrinsic name="shelf">7</Extrinsic>
  </ReceiptItem>
</ReceiptOrder>
<Total><Money currency="USD">-6.70</Money></Total>`),
    )
    expect(warnings).toEqual([])
    expect(request.receiptRequest).toMatchObject({
      receiptRequestHeader: {
        receiptID: 'RC1',
        receiptDate: '2026-01-14T16:00:00-05:00',
        operation: 'new',
        shipNoticeIDInfo: { shipNoticeID: 'S1', shipNoticeDate: '2026-01-12T10:00:00+00:00' },
        comments: { value: 'At dock 4' },
        extrinsics: [{ name: 'plant', value: '3000' }],
      },
      receiptOrders: [
        {
          closeForReceiving: 'yes',
          receiptOrderInfo: {
            orderReference: { orderID: 'DO1', documentReference: { payloadID: 'p1' } },
            masterAgreementReference: { agreementID: 'A1', documentReference: { payloadID: 'a1' } },
          },
          receiptItems: [
            {
              receiptLineNumber: '1',
              quantity: '-5',
              type: 'received',
              parentReceiptLineNumber: '9',
              itemType: 'item',
              compositeItemType: 'groupLevel',
              completedIndicator: 'yes',
              receiptItemReference: {
                lineNumber: '3',
                itemID: { supplierPartID: '1233244' },
                description: { value: 'Laptop' },
                manufacturerPartID: 'M1',
                manufacturerName: 'Maker',
                shipNoticeReference: { shipNoticeID: 'S1', documentReference: { payloadID: 's1' } },
                shipNoticeLineItemReference: { shipNoticeLineNumber: '2' },
                referenceDocumentInfos: [{ lineNumber: '7' }],
              },
              unitRate: {
                money: { currency: 'USD', amount: '1.34' },
                unitOfMeasure: 'EA',
                termReference: { termName: 'rateID', term: 'R1' },
              },
              receivedAmount: { money: { amount: '-6.70' } },
              assetInfos: [{ tagNumber: 'T1', serialNumber: 'N1', location: 'L1' }],
              deliveryAddress: { address: { addressID: 'D4', name: { value: 'Dock 4' } } },
              comments: { value: 'Miscounted' },
              batch: { supplierBatchID: 'B1' },
              classifications: [{ domain: 'MovementType', value: '102' }],
              extrinsics: [{ name: 'shelf', value: '7' }],
            },
          ],
        },
      ],
      total: { money: { currency: 'USD', amount: '-6.70' } },
    })
  })

  const item = (attributes: string, reference = '<ReceiptItemReference lineNumber="1"/>') =>
    `<ReceiptRequestHeader receiptID="1" receiptDate="t"/><ReceiptOrder><ReceiptItem receiptLineNumber="1" ${attributes}>${reference}</ReceiptItem></ReceiptOrder>`

  it.each([
    ['without header', '', /ReceiptRequestHeader/],
    ['without number', '<ReceiptRequestHeader receiptDate="t"/>', /receiptID/],
    ['that is an update', '<ReceiptRequestHeader receiptID="1" operation="update"/>', /operation/],
    ['of a line without quantity', item(''), /quantity/],
    ['of a quantity that is no number', item('quantity="some"'), /quantity/],
    ['of a line that is neither received nor returned', item('quantity="1" type="lost"'), /type/],
    ['of no line of the order', item('quantity="1"', ''), /ReceiptItemReference/],
  ])('fails %s', (_, payload, message) => {
    expect(() => receiptOf(documentOf(payload))).toThrow(message)
  })
})

describe('a receipt that is written', () => {
  it('deletes only where the version has that', () => {
    expect(() => serializeCxml(receipts.deleted)).toThrow('"delete" exists since cXML 1.2.048')
  })

  it('is refused with an agreement that stands twice', () => {
    const { received } = receipts
    const [order, ...others] = received.request.receiptRequest.receiptOrders ?? []
    if (order === undefined) throw new Error('no order')
    const twice = { documentReference: { payloadID: 'a' } }
    const receiptOrderInfo = {
      ...order.receiptOrderInfo,
      masterAgreementReference: twice,
      masterAgreementIDInfo: { agreementID: 'A' },
    }
    const receiptRequest = {
      ...received.request.receiptRequest,
      receiptOrders: [{ ...order, receiptOrderInfo }, ...others],
    }
    expect(() => serializeCxml({ ...received, request: { receiptRequest } })).toThrow(
      /MasterAgreementIDInfo: cannot stand beside MasterAgreementReference/,
    )
  })
})
