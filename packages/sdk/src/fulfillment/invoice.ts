import type { CxmlDraft } from '../cxml/document.js'
import type { InvoicedLine, InvoiceToSend } from '../delivery/job.js'
import { type Correspondence, documentEnvelope, orderReferenceOf } from './document-envelope.js'

/** The `InvoiceDetailRequest` of one order: a standard invoice with its lines, tax in the summary. */
export function writeInvoice(
  correspondence: Correspondence,
  orderID: string,
  invoice: InvoiceToSend,
): CxmlDraft {
  const { timestamp, invoiceID, currency, lines, subtotal, tax, total, deploymentMode } = invoice
  const money = (amount: string) => ({ money: { currency, amount } })
  return {
    kind: 'InvoiceDetailRequest',
    ...documentEnvelope(correspondence, invoice),
    request: {
      deploymentMode,
      invoiceDetailRequest: {
        invoiceDetailRequestHeader: {
          invoiceID,
          purpose: 'standard',
          operation: 'new',
          invoiceDate: timestamp,
          invoiceOrigin: 'supplier',
          invoiceDetailHeaderIndicator: {},
          invoiceDetailLineIndicator: {},
        },
        invoiceDetailOrders: [
          {
            invoiceDetailOrderInfo: { orderReference: orderReferenceOf(orderID, invoice) },
            invoiceDetailItems: lines.map((line, index) => invoiceItem(line, index + 1, currency)),
          },
        ],
        invoiceDetailSummary: {
          subtotalAmount: money(subtotal),
          tax: { ...money(tax.amount), description: { xmlLang: 'en-US', value: tax.description } },
          grossAmount: money(total),
          netAmount: money(total),
          dueAmount: money(total),
        },
      },
    },
  }
}

function invoiceItem(line: InvoicedLine, number: number, currency: string) {
  const { lineNumber, supplierPartID, supplierPartAuxiliaryID, description } = line
  const { quantity, unitOfMeasure, unitPrice, subtotal } = line
  return {
    invoiceLineNumber: String(number),
    quantity,
    unitOfMeasure,
    unitPrice: { money: { currency, amount: unitPrice } },
    invoiceDetailItemReference: {
      lineNumber: String(lineNumber),
      itemID: {
        supplierPartID,
        ...(supplierPartAuxiliaryID === undefined ? {} : { supplierPartAuxiliaryID }),
      },
      description: { xmlLang: 'en-US', value: description },
    },
    subtotalAmount: { money: { currency, amount: subtotal } },
  }
}
