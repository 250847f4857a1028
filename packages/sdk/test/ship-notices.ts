import type { Draft, RequestDocument } from '../src/cxml/document.js'
import type { ShipNoticeRequest } from '../src/cxml/messages/ship-notice/request.js'
import { draftEnvelope } from './draft-envelope.js'

/*
 * A ship notice of each operation, as a supplier of light and of clinical supplies would write it, and one of a buyer who
 * sends goods back.
 */

type NoticeDraft = Draft<RequestDocument<'ShipNoticeRequest'>>

const text = (value: string) => ({ xmlLang: 'en', value })

function notice(
  shipNoticeRequest: Draft<ShipNoticeRequest>,
  sender: 'buyer' | 'supplier' = 'supplier',
): NoticeDraft {
  const { shipmentID, operation } = shipNoticeRequest.shipNoticeHeader
  return {
    kind: 'ShipNoticeRequest',
    ...draftEnvelope(sender, `${shipmentID}.${operation}`),
    request: { deploymentMode: 'production', shipNoticeRequest },
  }
}

const dates = {
  noticeDate: '2026-01-15T10:00:00+00:00',
  shipmentDate: '2026-01-15T08:30:00-05:00',
  deliveryDate: '2026-01-19T17:00:00-05:00',
}

const overnight = [
  { xmlLang: 'en', value: 'overnight' },
  { xmlLang: 'de', value: 'über Nacht' },
]

const parcel = {
  carrierIdentifiers: [
    { domain: 'SCAC', value: 'UPSN' },
    { domain: 'companyName', value: 'UPS' },
  ],
  shipmentIdentifiers: [{ value: '1Z999AA10123456784' }],
}

const orderOf = (orderID: string) => ({
  orderID,
  orderDate: '2026-01-05T09:00:00-05:00',
  documentReference: { payloadID: `1767603600.1.${orderID}@buyer.example` },
})

const before = (operation: string) => ({
  documentReference: { payloadID: `1768471200.7.ASN-1.${operation}@supplier.example` },
})

const address = (name: string, city: string) => ({
  name: text(name),
  postalAddresses: [
    { streets: ['1 Dock Road'], city, postalCode: '12345', country: { isoCountryCode: 'US', value: 'USA' } },
  ],
})

/** All of an order, in one parcel. */
export const wholeOrder = notice({
  shipNoticeHeader: {
    shipmentID: 'ASN-1',
    operation: 'new',
    ...dates,
    shipmentType: 'actual',
    fulfillmentType: 'complete',
    serviceLevels: overnight,
  },
  shipControls: [parcel],
  shipNoticePortions: [{ orderReference: orderOf('PO-4711') }],
})

/** The same, with what turned out to be in the parcel. */
export const update = notice({
  shipNoticeHeader: {
    ...wholeOrder.request.shipNoticeRequest.shipNoticeHeader,
    operation: 'update',
    fulfillmentType: 'partial',
    ...before('new'),
    termsOfDelivery: {
      termsOfDeliveryCode: { code: 'TransportCondition', value: '' },
      shippingPaymentMethod: { code: 'PrepaidbySeller', value: '' },
      transportTerms: { code: 'Other', value: 'To the third floor' },
    },
  },
  shipControls: [{ ...parcel, packageIdentification: { rangeBegin: '1', rangeEnd: '2' } }],
  shipNoticePortions: [
    {
      orderReference: orderOf('PO-4711'),
      shipNoticeItems: [
        { quantity: '10', lineNumber: '1', unitOfMeasure: 'EA' },
        {
          quantity: '2.5',
          lineNumber: '2',
          unitOfMeasure: 'MTR',
          packagings: [
            {
              packagingCodes: [{ xmlLang: 'en', value: 'Reel' }],
              dimensions: [{ quantity: '4.2', type: 'weight', unitOfMeasure: 'KGM' }],
            },
          ],
        },
      ],
    },
  ],
})

/** Taken back. */
export const deleted = notice({
  shipNoticeHeader: {
    shipmentID: 'ASN-1',
    operation: 'delete',
    noticeDate: '2026-01-15T12:00:00+00:00',
    ...before('update'),
  },
})

/** Two orders by truck and ship, with batches, dangerous goods and seals. */
export const journey = notice({
  shipNoticeHeader: {
    shipmentID: 'ASN-2',
    operation: 'new',
    ...dates,
    shipmentType: 'planned',
    requestedDeliveryDate: '2026-01-20T17:00:00-05:00',
    serviceLevels: [text('standard')],
    contacts: [{ role: 'shipFrom', ...address('Lumen Works', 'Albany') }],
    hazards: [
      {
        descriptions: [text('Batteries, lithium')],
        classifications: [{ domain: 'UNDG', value: '3480' }],
      },
    ],
    comments: [{ xmlLang: 'en', type: 'ReasonForShipment', value: 'Rest of the order', attachments: [] }],
    termsOfTransports: [
      {
        sealID: 'S-77',
        sealingPartyCode: 'SH',
        equipmentIdentificationCode: 'MSKU1234565',
        dimensions: [{ quantity: '1200', type: 'grossWeight', unitOfMeasure: 'KGM' }],
      },
    ],
    packaging: {
      packagingCodes: [text('Container')],
      dimensions: [{ quantity: '33.2', type: 'volume', unitOfMeasure: 'MTQ' }],
      shippingContainerSerialCode: '00340123450000000018',
    },
    extrinsics: [{ name: 'invoiceNumber', value: 'INV-1' }],
    idReferences: [{ domain: 'deliveryNoteID', identifier: 'DN-9' }],
  },
  shipControls: [
    {
      ...parcel,
      routes: [
        { method: 'motor', value: '' },
        {
          method: 'rail',
          startDate: '2026-01-15T20:00:00-05:00',
          contacts: [{ role: 'shipFrom', ...address('Yard', 'Newark') }],
          value: '',
        },
      ],
    },
    {
      startDate: '2026-01-16T06:00:00-05:00',
      carrierIdentifiers: [{ domain: 'SCAC', value: 'MAEU' }],
      shipmentIdentifiers: [
        { domain: 'billOfLading', value: 'MAEU1234567' },
        { domain: 'trackingNumber', trackingNumberDate: '2026-01-15T10:00:00+00:00', value: 'T-1' },
      ],
      transportInformations: [{ shippingContractNumber: 'SC-1' }],
      contacts: [{ role: 'shipFrom', ...address('Pier 4', 'Newark') }],
      comments: [{ xmlLang: 'en', value: 'Keep dry', attachments: [] }],
      extrinsics: [{ name: 'vessel', value: 'Ada' }],
    },
  ],
  shipNoticePortions: [
    {
      orderReference: orderOf('PO-1'),
      masterAgreementIDInfo: { agreementID: 'SA-5', agreementType: 'scheduling_agreement' },
      shipNoticeItems: [
        {
          quantity: '100',
          lineNumber: '10',
          shipNoticeLineNumber: '1',
          unitOfMeasure: 'EA',
          itemID: { supplierPartID: 'L-9', buyerPartID: '4711' },
          shipNoticeItemDetail: {
            unitPrice: { money: { currency: 'USD', amount: '12.50' } },
            descriptions: [{ xmlLang: 'en', value: 'Desk lamp' }],
            unitOfMeasure: 'EA',
            classifications: [{ domain: 'UNSPSC', value: '39111501' }],
            manufacturerPartID: 'LX-1',
            manufacturerName: 'Lumen',
          },
          batches: [{ expirationDate: '2028-01-01T00:00:00+00:00', supplierBatchID: 'B-1' }],
          assetInfos: [{ serialNumber: 'SN-1', tagNumber: 'T-1' }],
          orderedQuantity: { quantity: '150', unitOfMeasure: 'EA' },
          shipNoticeItemIndustry: {
            shipNoticeItemRetail: {
              bestBeforeDate: { date: '2027-06-30T00:00:00+00:00' },
              expiryDate: { date: '2028-01-01T00:00:00+00:00' },
              freeGoodsQuantity: { quantity: '2', unitOfMeasure: 'EA' },
              promotionDealID: 'SPRING',
              promotionVariantID: 'BLUE',
            },
          },
          componentConsumptionDetails: [
            {
              quantity: '200',
              product: { buyerPartID: 'SCREW-1' },
              unitOfMeasure: 'EA',
              buyerBatchID: 'BB-1',
            },
          ],
        },
        {
          quantity: '50',
          lineNumber: '10',
          shipNoticeLineNumber: '2',
          unitOfMeasure: 'EA',
          supplierBatchIDs: ['B-2'],
        },
      ],
    },
    { orderReference: orderOf('PO-2') },
  ],
})

/** Clinical supplies, with all that only the newest cXML has. */
export const clinical = notice({
  shipNoticeHeader: {
    shipmentID: 'ASN-3',
    operation: 'new',
    ...dates,
    activityStepType: 'stockShippingAdvice',
    serviceLevels: [text('cooled')],
    referenceDocumentInfos: [
      { status: 'released', documentInfo: { documentID: 'WO-1', documentType: 'workOrder' } },
    ],
  },
  shipControls: [
    {
      ...parcel,
      shipmentIdentifiers: [{ value: '1Z', trackingURL: 'https://ups.example/1Z' }],
      routes: [{ method: 'motor', means: 'truck', value: '' }],
    },
  ],
  shipNoticePortions: [
    {
      orderReference: orderOf('PO-3'),
      shipNoticeItems: [
        {
          quantity: '3',
          lineNumber: '1',
          stockTransferType: 'inter',
          outboundType: 'stockTransport',
          unitOfMeasure: 'EA',
          shipNoticeItemDetail: { importInfo: { htsCode: '3004.90', importerOfRecord: 'Clinic' } },
          batches: [
            { batchQuantity: '1', supplierBatchID: 'B-1' },
            { batchQuantity: '2', supplierBatchID: 'B-2' },
          ],
          shipNoticeItemIndustry: {
            shipNoticeItemLifeSciences: {
              study: { studyID: 'ST-1', description: { xmlLang: 'en', value: 'Sleep' } },
              protocolID: 'P-1',
              poolID: 'POOL-1',
            },
          },
          componentConsumptionDetails: [
            {
              lineNumber: '1',
              quantity: '1',
              type: 'scrapped',
              product: { supplierPartID: 'C-1' },
              unitOfMeasure: 'EA',
            },
          ],
          comments: [
            { xmlLang: 'en', type: 'certificateOfAnalysis', value: '', attachments: [{ url: 'cid:coa' }] },
          ],
          iuidInfo: { requiresIUID: 'yes', iuidNumbers: ['U-1', 'U-2'] },
        },
      ],
    },
  ],
})

/** What a buyer sends back. */
export const returned = notice(
  {
    shipNoticeHeader: {
      shipmentID: 'RET-1',
      operation: 'new',
      ...dates,
      reason: 'return',
      serviceLevels: [text('standard')],
      legalEntity: { idReference: { domain: 'CompanyCode', identifier: '1000' } },
      organizationalUnits: [{ idReference: { domain: 'PurchasingOrganization', identifier: 'P100' } }],
    },
    shipControls: [parcel],
    shipNoticePortions: [
      {
        orderReference: orderOf('PO-4711'),
        shipNoticeItems: [{ quantity: '1', lineNumber: '1', unitOfMeasure: 'EA' }],
      },
    ],
  },
  'buyer',
)
