import { addDecimals, multiplyDecimals, parseCxml, serializeCxml } from '@punchloop/sdk/cxml'

/** One line of an invoice, as a test says it. */
export interface InvoicedLine {
  /** The order's line. Default `1`. */
  readonly lineNumber?: string
  readonly quantity?: string
  readonly unitPrice?: string
  readonly part?: string
  readonly uom?: string
  readonly tax?: string
  readonly taxDetails?: readonly {
    readonly category: string
    readonly rate: string
    readonly base: string
    readonly amount: string
  }[]
  /** XML inside `<Extrinsic name="CustomFields">`. */
  readonly customFields?: string
  /** A service: no quantity counts, only this amount. */
  readonly amount?: string
}

/** An invoice of the seeded supplier, as a test says it. Amounts that follow from others are worked out. */
export interface InvoiceLetter {
  readonly invoiceID?: string
  readonly payloadID?: string
  readonly secret?: string
  readonly purpose?: 'standard' | 'lineLevelCreditMemo'
  readonly operation?: 'new' | 'delete'
  /** Number of the invoice that a credit note is about. */
  readonly original?: string
  /** Stands in `OrderReference/DocumentReference/@payloadID`, where Coupa looks for the order's number. */
  readonly order?: string
  /** Stands in `OrderReference/@orderID`. */
  readonly orderID?: string
  /** Stands in `MasterAgreementReference/DocumentReference/@payloadID`, instead of an order. */
  readonly contract?: string
  readonly lines?: readonly InvoicedLine[]
  readonly shipping?: string
  readonly handling?: string
  /** Beyond that of the lines. */
  readonly tax?: string
  /** What the supplier says that it comes to. Default: what it does come to. */
  readonly gross?: string
  readonly comments?: string
}

const money = (amount: string) => ({ money: { currency: 'USD', amount } })
const noText = { xmlLang: 'en', value: '' }
const taxOf = (amount: string) => ({ ...money(amount), description: { xmlLang: 'en', value: 'Sales tax' } })

const detailsOf = ({ taxDetails = [] }: InvoicedLine) => ({
  taxDetails: taxDetails.map(({ category, rate, base, amount }) => ({
    category,
    percentageRate: rate,
    taxableAmount: money(base),
    taxAmount: money(amount),
  })),
})

let written = 0

/** The document, valid by InvoiceDetail.dtd 1.2.020. */
export function invoiceXml(letter: InvoiceLetter = {}): string {
  const lines = letter.lines ?? [{}]
  const subtotal = addDecimals('0', ...lines.map(totalOf))
  const lineTax = lines.flatMap(({ tax }) => tax ?? [])
  const tax = addDecimals(letter.tax ?? '0', ...lineTax)
  const gross = letter.gross ?? addDecimals(subtotal, tax, letter.shipping ?? '0', letter.handling ?? '0')
  const sender = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }
  written += 1
  return serializeCxml(
    {
      kind: 'InvoiceDetailRequest',
      payloadID: letter.payloadID ?? `invoice-${written}@supplier.example`,
      timestamp: '2026-03-02T09:00:00+00:00',
      xmlLang: 'en-US',
      header: {
        from: { credentials: [sender] },
        to: { credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }] },
        sender: {
          credentials: [{ ...sender, sharedSecret: letter.secret ?? 'marker-secret-in' }],
          userAgent: 'Fake',
        },
      },
      request: {
        deploymentMode: 'production',
        invoiceDetailRequest: {
          invoiceDetailRequestHeader: {
            invoiceID: letter.invoiceID ?? `INV-${written}`,
            purpose: letter.purpose ?? 'standard',
            operation: letter.operation ?? 'new',
            invoiceDate: '2026-03-02T09:00:00+00:00',
            invoiceDetailHeaderIndicator: {},
            invoiceDetailLineIndicator: lineTax.length > 0 ? { isTaxInLine: 'yes' } : {},
            ...(letter.original === undefined ? {} : { invoiceIDInfo: { invoiceID: letter.original } }),
            ...(letter.comments === undefined ? {} : { comments: { xmlLang: 'en', value: letter.comments } }),
          },
          invoiceDetailOrders: [
            {
              invoiceDetailOrderInfo: referenceOf(letter),
              invoiceDetailItems: lines.flatMap((line, index) =>
                line.amount === undefined ? [goods(line, index)] : [],
              ),
              invoiceDetailServiceItems: lines.flatMap((line, index) =>
                line.amount === undefined ? [] : [service(line, index)],
              ),
            },
          ],
          invoiceDetailSummary: {
            subtotalAmount: money(subtotal),
            tax: { ...money(tax), description: noText },
            ...(letter.handling === undefined ? {} : { specialHandlingAmount: money(letter.handling) }),
            ...(letter.shipping === undefined ? {} : { shippingAmount: money(letter.shipping) }),
            grossAmount: money(gross),
            netAmount: money(gross),
            dueAmount: money(gross),
          },
        },
      },
    },
    { dtdVersion: '1.2.020' },
  )
}

function totalOf({ amount, quantity = '1', unitPrice = '49.90' }: InvoicedLine): string {
  return amount ?? multiplyDecimals(quantity, unitPrice)
}

function referenceOf({ order, orderID, contract }: InvoiceLetter) {
  if (contract !== undefined) {
    return { masterAgreementReference: { documentReference: { payloadID: contract } } }
  }
  return {
    orderReference: {
      documentReference: { payloadID: order ?? 'anything@buyer.example' },
      ...(orderID === undefined ? {} : { orderID }),
    },
  }
}

function goods(line: InvoicedLine, index: number) {
  return {
    invoiceLineNumber: String(index + 1),
    quantity: line.quantity ?? '1',
    unitOfMeasure: line.uom ?? 'EA',
    unitPrice: money(line.unitPrice ?? '49.90'),
    invoiceDetailItemReference: {
      lineNumber: line.lineNumber ?? '1',
      itemID: { supplierPartID: line.part ?? 'SUITE-1' },
    },
    subtotalAmount: money(totalOf(line)),
    ...(line.tax === undefined ? {} : { tax: { ...taxOf(line.tax), ...detailsOf(line) } }),
    ...(line.customFields === undefined
      ? {}
      : { extrinsics: [{ name: 'CustomFields', value: '', content: line.customFields }] }),
  }
}

function service(line: InvoicedLine, index: number) {
  return {
    invoiceLineNumber: String(index + 1),
    invoiceDetailServiceItemReference: {
      lineNumber: line.lineNumber ?? '1',
      classifications: [],
      description: { xmlLang: 'en', value: 'Consulting' },
    },
    subtotalAmount: money(totalOf(line)),
    ...(line.tax === undefined ? {} : { tax: taxOf(line.tax) }),
  }
}

/** What `/cxml/invoices` says. */
export interface InvoiceAnswer {
  readonly httpStatus: number
  readonly code: string
  readonly text: string
  readonly body: string
}

export async function postInvoice(
  coupaUrl: string,
  body: string | Uint8Array,
  contentType = 'text/xml; charset=UTF-8',
): Promise<InvoiceAnswer> {
  const response = await fetch(`${coupaUrl}/cxml/invoices`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  const text = await response.text()
  const document = parseCxml(text)
  if (!('response' in document) || document.response === undefined) throw new Error('no Response')
  const { code, value } = document.response.status
  return { httpStatus: response.status, code, text: value, body: text }
}

/** Writes an invoice and sends it. */
export function sendInvoice(coupaUrl: string, letter: InvoiceLetter = {}): Promise<InvoiceAnswer> {
  return postInvoice(coupaUrl, invoiceXml(letter))
}
