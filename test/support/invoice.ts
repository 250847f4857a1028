import { type CxmlDraft, serializeCxml } from '@punchloop/sdk/cxml'

/** What a test says of an invoice; the rest is that of a whole order of one line. */
export interface InvoiceContent {
  readonly number?: string
  readonly order?: string
  readonly payloadID?: string
  readonly secret?: string
  readonly purpose?: 'standard' | 'lineLevelCreditMemo'
  readonly original?: string
  readonly quantity?: string
  readonly price?: string
  readonly lineNumber?: string
  readonly part?: string
  readonly shipping?: string
  readonly service?: boolean
}

const money = (amount: string) => ({ money: { currency: 'USD', amount } })

/** An InvoiceDetailRequest of the seeded marketplace, valid by its DTD. */
export function invoiceDocument(content: InvoiceContent = {}): string {
  const { quantity = '12', price = '10', order = '6001', number = 'INV-1' } = content
  const subtotal = String(Number(quantity) * Number(price))
  const reference = {
    lineNumber: content.lineNumber ?? '1',
    itemID: { supplierPartID: content.part ?? 'PART-1' },
    description: { xmlLang: 'en', value: 'Seats' },
    classifications: [],
    serialNumbers: [],
  }
  const item = {
    invoiceLineNumber: '1',
    quantity,
    unitOfMeasure: 'EA',
    unitPrice: money(price),
    invoiceDetailItemReference: reference,
    subtotalAmount: money(subtotal),
    netAmount: money(subtotal),
  }
  const service = {
    invoiceLineNumber: '1',
    invoiceDetailServiceItemReference: {
      lineNumber: reference.lineNumber,
      itemID: reference.itemID,
      description: reference.description,
      classifications: [],
    },
    subtotalAmount: money(subtotal),
    netAmount: money(subtotal),
  }
  const credential = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }
  const document = {
    kind: 'InvoiceDetailRequest',
    payloadID: content.payloadID ?? `${number}-${Math.random()}@supplier.example`,
    timestamp: '2026-03-02T17:00:00+00:00',
    header: {
      from: { credentials: [credential] },
      to: { credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }] },
      sender: {
        credentials: [{ ...credential, sharedSecret: content.secret ?? 'marker-secret-in' }],
        userAgent: 'A supplier',
      },
    },
    request: {
      deploymentMode: 'production',
      invoiceDetailRequest: {
        invoiceDetailRequestHeader: {
          invoiceID: number,
          purpose: content.purpose ?? 'standard',
          operation: 'new',
          invoiceDate: '2026-03-02T17:00:00+00:00',
          invoiceDetailHeaderIndicator: {},
          invoiceDetailLineIndicator: {},
          ...(content.original === undefined ? {} : { invoiceIDInfo: { invoiceID: content.original } }),
        },
        invoiceDetailOrders: [
          {
            invoiceDetailOrderInfo: { orderReference: { documentReference: { payloadID: order } } },
            invoiceDetailItems: content.service ? [] : [item],
            invoiceDetailServiceItems: content.service ? [service] : [],
          },
        ],
        invoiceDetailSummary: {
          subtotalAmount: money(subtotal),
          tax: { ...money('0'), description: { xmlLang: 'en', value: 'Tax' } },
          ...(content.shipping === undefined ? {} : { shippingAmount: money(content.shipping) }),
          netAmount: money(String(Number(subtotal) + Number(content.shipping ?? '0'))),
        },
      },
    },
  }
  return serializeCxml(document as unknown as CxmlDraft)
}
