import type { Draft, RequestDocument } from '../src/cxml/document.js'
import type { InvoiceDetailItem } from '../src/cxml/messages/invoice/item.js'
import type { InvoiceDetailRequest } from '../src/cxml/messages/invoice/request.js'

/*
 * An invoice of each purpose, as a supplier of office goods, light and labour would write it. All amounts add up.
 */

type InvoiceDraft = Draft<RequestDocument<'InvoiceDetailRequest'>>
type Item = Draft<InvoiceDetailItem>

const of = (amount: string) => ({ money: { currency: 'USD', amount } })
const text = (value: string) => ({ xmlLang: 'en', value })

function invoice(invoiceDetailRequest: Draft<InvoiceDetailRequest>): InvoiceDraft {
  const supplier = { credentials: [{ domain: 'DUNS', identity: '942888711' }] }
  return {
    kind: 'InvoiceDetailRequest',
    payloadID: `1768471200.7.${invoiceDetailRequest.invoiceDetailRequestHeader.invoiceID}@supplier.example`,
    timestamp: '2026-01-15T10:00:00+00:00',
    header: {
      from: supplier,
      to: { credentials: [{ domain: 'NetworkID', identity: 'AN01000000087' }] },
      sender: {
        credentials: [{ domain: 'DUNS', identity: '942888711', sharedSecret: 'not a secret' }],
        userAgent: 'Supplier 1.0',
      },
    },
    request: { deploymentMode: 'production', invoiceDetailRequest },
  }
}

const order = {
  orderReference: {
    orderID: 'PO-4711',
    orderDate: '2026-01-05T09:00:00-05:00',
    documentReference: { payloadID: '1767603600.1.4711@buyer.example' },
  },
  supplierOrderInfo: { orderID: 'SO-99' },
}

const original = { payloadID: '1768471200.7.INV-1@supplier.example' }

const taxOf = (amount: string, taxable: string) => ({
  ...of(amount),
  description: text('Sales tax'),
  taxDetails: [
    {
      category: 'sales',
      percentageRate: '8.25',
      taxableAmount: of(taxable),
      taxAmount: of(amount),
      taxLocation: text('CA'),
    },
  ],
})

const noTax = { ...of('0.00'), description: text('') }

const lamps: Item = {
  invoiceLineNumber: '1',
  quantity: '10',
  unitOfMeasure: 'EA',
  unitPrice: of('19.99'),
  invoiceDetailItemReference: {
    lineNumber: '1',
    itemID: { supplierPartID: 'LAMP-1', supplierPartAuxiliaryID: 'cart 7, line 1' },
    description: text('Desk lamp'),
    manufacturerPartID: 'DL/100',
    manufacturerName: 'Lumen & Sons',
    country: { isoCountryCode: 'PT', value: 'Portugal' },
    serialNumbers: ['A-1', 'A-2'],
  },
  subtotalAmount: of('199.90'),
  tax: taxOf('16.49', '199.90'),
}

const bulbs: Item = {
  invoiceLineNumber: '2',
  quantity: '3',
  unitOfMeasure: 'BX',
  unitPrice: of('12.50'),
  invoiceDetailItemReference: { lineNumber: '2', description: text('Bulbs, box of 10') },
  subtotalAmount: of('37.50'),
  tax: taxOf('3.09', '37.50'),
}

const summary = {
  subtotalAmount: of('237.40'),
  tax: taxOf('19.58', '237.40'),
  shippingAmount: of('9.90'),
  grossAmount: of('266.88'),
  netAmount: of('266.88'),
  depositAmount: of('50.00'),
  dueAmount: of('216.88'),
}

const streetOf = (name: string, street: string) => ({
  name: text(name),
  postalAddresses: [
    {
      streets: [street],
      city: 'Springfield',
      state: 'CA',
      postalCode: '90001',
      country: { isoCountryCode: 'US', value: 'United States' },
    },
  ],
})

export const standard = invoice({
  invoiceDetailRequestHeader: {
    invoiceID: 'INV-1',
    purpose: 'standard',
    operation: 'new',
    invoiceDate: '2026-01-15T09:59:00+00:00',
    invoiceOrigin: 'supplier',
    invoiceDetailHeaderIndicator: {},
    invoiceDetailLineIndicator: { isTaxInLine: 'yes' },
    invoicePartners: [
      {
        contact: { role: 'remitTo', ...streetOf('Supplier Inc.', '1 Dock Road') },
        idReferences: [{ identifier: '12-3456789', domain: 'supplierTaxID' }],
      },
      { contact: { role: 'billTo', ...streetOf('Buyer Corp.', '2 Tower Street') } },
    ],
    invoiceDetailShipping: {
      shippingDate: '2026-01-14T16:00:00+00:00',
      contacts: [
        { role: 'shipFrom', ...streetOf('Supplier Inc.', '1 Dock Road') },
        { role: 'shipTo', ...streetOf('Buyer Corp.', '3 Gate Street') },
      ],
      carrierIdentifiers: [{ domain: 'SCAC', value: 'UPSN' }],
      shipmentIdentifiers: [{ value: '1Z999AA10123456784' }],
    },
    paymentTerms: [
      { payInNumberOfDays: '10', discount: { discountPercent: { percent: '2' } } },
      { payInNumberOfDays: '30' },
    ],
    comments: { xmlLang: 'en', value: 'Thank you for your order.' },
    extrinsics: [{ name: 'invoiceSourceDocument', value: 'PurchaseOrder' }],
  },
  invoiceDetailOrders: [{ invoiceDetailOrderInfo: order, invoiceDetailItems: [lamps, bulbs] }],
  invoiceDetailSummary: summary,
})

/** Two orders as wholes. */
export const headerInvoice = invoice({
  invoiceDetailRequestHeader: {
    invoiceID: 'INV-2',
    purpose: 'standard',
    operation: 'new',
    invoiceDate: '2026-01-15T09:59:00+00:00',
    invoiceDetailHeaderIndicator: { isHeaderInvoice: 'yes' },
    invoiceDetailLineIndicator: { isDiscountInLine: 'yes' },
  },
  invoiceDetailHeaderOrders: [
    {
      invoiceDetailOrderInfo: order,
      invoiceDetailOrderSummary: {
        invoiceLineNumber: '1',
        subtotalAmount: of('1000.00'),
        invoiceDetailDiscount: { percentageRate: '5', ...of('50.00') },
      },
    },
    {
      invoiceDetailOrderInfo: { orderIDInfo: { orderID: 'PO-4712' } },
      invoiceDetailOrderSummary: {
        invoiceLineNumber: '2',
        inspectionDate: '2026-01-31T00:00:00+00:00',
        subtotalAmount: of('250.5'),
        period: { startDate: '2026-01-01T00:00:00+00:00', endDate: '2026-01-31T23:59:59+00:00' },
      },
    },
  ],
  invoiceDetailSummary: {
    subtotalAmount: of('1250.50'),
    tax: noTax,
    grossAmount: of('1250.50'),
    invoiceDetailDiscount: of('50.00'),
    netAmount: of('1200.50'),
    dueAmount: of('1200.50'),
  },
})

const memoOfOrder = (purpose: 'creditMemo' | 'debitMemo', amount: string) =>
  invoice({
    invoiceDetailRequestHeader: {
      invoiceID: `MEMO-${purpose}`,
      purpose,
      operation: 'new',
      invoiceDate: '2026-01-20T08:00:00+00:00',
      invoiceDetailHeaderIndicator: { isHeaderInvoice: 'yes' },
      invoiceDetailLineIndicator: {},
      invoiceIDInfo: { invoiceID: 'INV-2', invoiceDate: '2026-01-15T09:59:00+00:00' },
    },
    invoiceDetailHeaderOrders: [
      {
        invoiceDetailOrderInfo: order,
        invoiceDetailOrderSummary: { invoiceLineNumber: '1', subtotalAmount: of(amount) },
      },
    ],
    invoiceDetailSummary: {
      subtotalAmount: of(amount),
      tax: noTax,
      netAmount: of(amount),
      dueAmount: of(amount),
    },
  })

export const creditMemo = memoOfOrder('creditMemo', '-120.00')
export const debitMemo = memoOfOrder('debitMemo', '12.34')

/** Two of the lamps came back. */
export const lineLevelCreditMemo = invoice({
  invoiceDetailRequestHeader: {
    invoiceID: 'MEMO-3',
    purpose: 'lineLevelCreditMemo',
    operation: 'new',
    invoiceDate: '2026-01-20T08:00:00+00:00',
    invoiceDetailHeaderIndicator: {},
    invoiceDetailLineIndicator: { isTaxInLine: 'yes' },
    documentReference: original,
  },
  invoiceDetailOrders: [
    {
      invoiceDetailOrderInfo: order,
      invoiceDetailItems: [
        { ...lamps, quantity: '-2', subtotalAmount: of('-39.98'), tax: taxOf('-3.30', '-39.98') },
      ],
    },
  ],
  invoiceDetailSummary: {
    subtotalAmount: of('-39.98'),
    tax: taxOf('-3.30', '-39.98'),
    netAmount: of('-43.28'),
    dueAmount: of('-43.28'),
  },
})

/** The bulbs were 12.75 and not 12.50. Since cXML 1.2.037. */
export const lineLevelDebitMemo = invoice({
  invoiceDetailRequestHeader: {
    invoiceID: 'MEMO-4',
    purpose: 'lineLevelDebitMemo',
    operation: 'new',
    invoiceDate: '2026-01-20T08:00:00+00:00',
    invoiceDetailHeaderIndicator: {},
    invoiceDetailLineIndicator: { isTaxInLine: 'yes', isPriceAdjustmentInLine: 'yes' },
    documentReference: original,
  },
  invoiceDetailOrders: [
    {
      invoiceDetailOrderInfo: order,
      invoiceDetailItems: [
        {
          ...bulbs,
          unitPrice: of('0.25'),
          subtotalAmount: of('0.75'),
          tax: taxOf('0.06', '0.75'),
        },
      ],
    },
  ],
  invoiceDetailSummary: {
    subtotalAmount: of('0.75'),
    tax: taxOf('0.06', '0.75'),
    netAmount: of('0.81'),
    dueAmount: of('0.81'),
  },
})

/** Cancels the first. */
export const cancellation = invoice({
  invoiceDetailRequestHeader: {
    invoiceID: 'INV-1-CANCEL',
    purpose: 'standard',
    operation: 'delete',
    invoiceDate: '2026-01-16T08:00:00+00:00',
    invoiceDetailHeaderIndicator: {},
    invoiceDetailLineIndicator: { isTaxInLine: 'yes' },
    documentReference: original,
  },
  invoiceDetailOrders: [{ invoiceDetailOrderInfo: order, invoiceDetailItems: [lamps, bulbs] }],
  invoiceDetailSummary: summary,
})

/** A week of labour under an agreement, by its time card, and a flat fee. */
export const labour = invoice({
  invoiceDetailRequestHeader: {
    invoiceID: 'INV-5',
    purpose: 'standard',
    operation: 'new',
    invoiceDate: '2026-01-19T08:00:00+00:00',
    invoiceDetailHeaderIndicator: {},
    invoiceDetailLineIndicator: { isAccountingInLine: 'yes' },
    period: { startDate: '2026-01-12T00:00:00+00:00', endDate: '2026-01-16T23:59:59+00:00' },
  },
  invoiceDetailOrders: [
    {
      invoiceDetailOrderInfo: {
        masterAgreementIDInfo: { agreementID: 'MA-12' },
        orderIDInfo: { orderID: 'PO-4713' },
      },
      invoiceDetailServiceItems: [
        {
          invoiceLineNumber: '1',
          quantity: '37.5',
          invoiceDetailServiceItemReference: {
            lineNumber: '4',
            classifications: [{ domain: 'UNSPSC', value: '80111600' }],
            description: text('Electrician'),
          },
          subtotalAmount: of('3000.00'),
          period: { startDate: '2026-01-12T00:00:00+00:00', endDate: '2026-01-16T23:59:59+00:00' },
          unitRate: {
            ...of('80.00'),
            unitOfMeasure: 'HUR',
            termReference: { termName: 'payCode', term: 'Regular' },
          },
          distributions: [
            {
              accounting: {
                name: 'Cost',
                accountingSegments: [{ id: '7200', name: text('Cost centre'), description: text('Repairs') }],
              },
              charge: of('3000.00'),
            },
          ],
          invoiceLaborDetail: {
            contractor: {
              contractorIdentifier: { domain: 'supplierReferenceID', value: 'C-55' },
              contact: { role: 'contractor', name: text('Ada Watt') },
            },
            jobDescription: { description: text('Rewiring of hall 3') },
            supervisor: { contact: { role: 'supervisor', name: text('Ben Volt') } },
            workLocation: { address: { name: text('Hall 3') } },
            invoiceTimeCardDetail: { timeCardIDInfo: { timeCardID: 'TC-2026-03' } },
          },
        },
        {
          invoiceLineNumber: '2',
          invoiceDetailServiceItemReference: { description: text('Call-out fee') },
          subtotalAmount: of('45.00'),
          comments: { xmlLang: 'en', value: 'Monday only' },
        },
      ],
    },
  ],
  invoiceDetailSummary: {
    subtotalAmount: of('3045.00'),
    tax: noTax,
    netAmount: of('3045.00'),
    dueAmount: of('3045.00'),
  },
})

/** What came with cXML 1.2.028: charges, customs, packages, what retail adds. */
export const imported = invoice({
  invoiceDetailRequestHeader: {
    invoiceID: 'INV-6',
    purpose: 'standard',
    operation: 'new',
    invoiceDate: '2026-01-19T08:00:00+00:00',
    invoiceDetailHeaderIndicator: {},
    invoiceDetailLineIndicator: {},
    shipNoticeIDInfo: {
      shipNoticeID: 'ASN-8',
      idReferences: [{ identifier: 'DN-8', domain: 'deliveryNoteID' }],
    },
  },
  invoiceDetailOrders: [
    {
      invoiceDetailOrderInfo: order,
      invoiceDetailReceiptInfo: { receiptIDInfo: { receiptID: 'GR-31' } },
      invoiceDetailShipNoticeInfo: {
        shipNoticeReference: {
          shipNoticeID: 'ASN-8',
          documentReference: { payloadID: '1768300000.7.ASN-8@supplier.example' },
        },
      },
      invoiceDetailItems: [
        {
          invoiceLineNumber: '1',
          quantity: '5000',
          unitOfMeasure: 'EA',
          unitPrice: of('24.00'),
          priceBasisQuantity: { quantity: '1000', conversionFactor: '1', unitOfMeasure: 'EA' },
          invoiceDetailItemReference: {
            lineNumber: '1',
            classifications: [{ domain: 'UNSPSC', value: '39101600' }],
            supplierBatchID: 'LOT-3',
            invoiceDetailItemReferenceIndustry: {
              invoiceDetailItemReferenceRetail: {
                eanID: '4006381333931',
                europeanWasteCatalogID: '20 01 21',
                characteristics: [{ domain: 'color', value: 'warm white', code: 'WW' }],
              },
            },
          },
          receiptLineItemReference: { receiptLineNumber: '1' },
          shipNoticeLineItemReference: { shipNoticeLineNumber: '1' },
          serviceEntryItemIDInfo: { serviceLineNumber: '1', serviceEntryID: 'SES-1' },
          productMovementItemIDInfo: {
            movementLineNumber: '1',
            movementID: 'MV-1',
            movementDate: '2026-01-10T00:00:00+00:00',
          },
          subtotalAmount: of('120.00'),
          invoiceItemModifications: {
            modifications: [
              {
                additionalCost: of('6.00'),
                modificationDetail: { name: 'Freight', description: text('By sea') },
              },
              {
                additionalDeduction: { deductionPercent: { percent: '2.5' } },
                modificationDetail: { name: 'Volume Discount', description: text('Over 1000') },
              },
            ],
          },
          totalCharges: of('6.00'),
          totalAllowances: of('3.00'),
          totalAmountWithoutTax: of('123.00'),
          netAmount: of('123.00'),
          packagings: [
            {
              packagingCodes: [text('Carton')],
              dimensions: [{ quantity: '12.5', type: 'weight', unitOfMeasure: 'KGM' }],
            },
          ],
          invoiceDetailItemIndustry: {
            invoiceDetailItemRetail: {
              additionalPrices: {
                unitGrossPrice: {
                  ...of('25.00'),
                  priceBasisQuantity: { quantity: '1000', conversionFactor: '1', unitOfMeasure: 'EA' },
                },
              },
              totalRetailAmount: of('995.00'),
              itemIndicators: [{ domain: 'ConsumerUnitIndicator', value: 'yes' }],
              promotionDealID: 'SPRING',
            },
          },
          customsInfo: {
            issuer: { address: { name: text('Port of Springfield') } },
            documentInfo: { documentID: 'CD-77', documentType: 'customsDeclaration' },
          },
        },
      ],
    },
  ],
  invoiceDetailSummary: {
    subtotalAmount: of('120.00'),
    tax: noTax,
    invoiceHeaderModifications: {
      modifications: [
        { additionalCost: of('1.50'), modificationDetail: { name: 'Handling', description: text('') } },
      ],
    },
    invoiceDetailSummaryLineItemModifications: {
      modifications: [
        { additionalCost: of('6.00'), modificationDetail: { name: 'Freight', description: text('') } },
      ],
    },
    totalCharges: of('7.50'),
    totalAllowances: of('3.00'),
    totalAmountWithoutTax: of('124.50'),
    netAmount: of('124.50'),
    dueAmount: of('124.50'),
    invoiceDetailSummaryIndustry: {
      invoiceDetailSummaryRetail: {
        additionalAmounts: {
          totalRetailAmount: of('995.00'),
          totalReturnableItemsDepositAmount: of('0.00'),
          goodsAndServiceAmount: of('124.50'),
        },
      },
    },
  },
})
