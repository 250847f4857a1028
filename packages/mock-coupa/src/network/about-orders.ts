import { addDecimals, type CxmlDocument, type OrderReference } from '@punchloop/sdk/cxml'

/** What a supplier's document says about one order. */
export interface AboutOrder {
  /** Absent: it names none. */
  readonly reference?: Pick<OrderReference, 'orderID' | 'documentReference'>
  readonly lines: readonly NamedLine[]
}

/** A line of an order as a confirmation or an invoice has it. */
export interface NamedLine {
  readonly lineNumber: string
  /** A plain decimal string: how much of it is confirmed or invoiced. */
  readonly quantity: string
  /** Plain decimal strings, where it names any. */
  readonly unitPrices: readonly string[]
}

/** By order, in the order of the document; of an invoice that names no order one entry without a reference. */
export function aboutOrders(document: CxmlDocument): readonly AboutOrder[] {
  switch (document.kind) {
    case 'ConfirmationRequest': {
      const { orderReference, confirmationItems } = document.request.confirmationRequest
      return [about(orderReference, confirmationItems.map(confirmedLine))]
    }
    case 'ShipNoticeRequest':
      return document.request.shipNoticeRequest.shipNoticePortions.map(({ orderReference }) =>
        about(orderReference, []),
      )
    case 'InvoiceDetailRequest': {
      const { invoiceDetailOrders, invoiceDetailHeaderOrders } = document.request.invoiceDetailRequest
      return [
        ...invoiceDetailOrders.map(({ invoiceDetailOrderInfo: info, invoiceDetailItems }) =>
          about(info.orderReference ?? info.orderIDInfo, invoiceDetailItems.map(invoicedLine)),
        ),
        ...invoiceDetailHeaderOrders.map(({ invoiceDetailOrderInfo: info }) =>
          about(info.orderReference ?? info.orderIDInfo, []),
        ),
      ]
    }
    default:
      return []
  }
}

function about(reference: AboutOrder['reference'], lines: readonly NamedLine[]): AboutOrder {
  return reference === undefined ? { lines } : { reference, lines }
}

type Requested<K extends CxmlDocument['kind'], P> = Extract<
  CxmlDocument,
  { readonly kind: K; readonly request: P }
>

type ConfirmationItem = Requested<
  'ConfirmationRequest',
  unknown
>['request']['confirmationRequest']['confirmationItems'][number]

type InvoiceItem = Requested<
  'InvoiceDetailRequest',
  unknown
>['request']['invoiceDetailRequest']['invoiceDetailOrders'][number]['invoiceDetailItems'][number]

/** Statuses under which the supplier gives what was ordered. */
const given: ReadonlySet<string> = new Set(['accept', 'detail', 'allDetail'])

/** A line that is rejected or backordered as a whole is none of which less is given. */
function confirmedLine({ lineNumber = '', quantity, confirmationStatuses }: ConfirmationItem): NamedLine {
  const accepted = confirmationStatuses.filter(({ type }) => given.has(type))
  return {
    lineNumber,
    quantity:
      accepted.length === 0
        ? quantity
        : accepted.map(status => status.quantity).reduce((sum, each) => addDecimals(sum, each)),
    unitPrices: accepted.flatMap(({ unitPrice, itemIn }) => {
      const price = unitPrice ?? itemIn?.itemDetail.unitPrice
      return price === undefined ? [] : [price.money.amount]
    }),
  }
}

function invoicedLine({ invoiceDetailItemReference, quantity, unitPrice }: InvoiceItem): NamedLine {
  const { lineNumber = '' } = invoiceDetailItemReference ?? {}
  return { lineNumber, quantity, unitPrices: [unitPrice.money.amount] }
}
