import type { Database } from '../store/database.js'
import { presentText } from '../store/row.js'
import type { NewRequisitionLine } from './requisition.js'

/** A line without terms of its own is bought on its supplier's. Documented: Requisitions API. */
export function withSupplierTerms<L extends NewRequisitionLine>(db: Database, line: L): L {
  if (line.supplier === undefined) return line
  if (line.paymentTerm !== undefined && line.shippingTerm !== undefined) return line
  const row = db.get(
    `SELECT json_extract(more, '$."payment-term"') AS payment_term,
       json_extract(more, '$."shipping-term"') AS shipping_term FROM suppliers WHERE id = $id`,
    { id: line.supplier.id },
  )
  if (row === undefined) return line
  return {
    ...line,
    ...presentText(row, { paymentTerm: 'payment_term', shippingTerm: 'shipping_term' }),
    ...termsOf(line),
  }
}

function termsOf({ paymentTerm, shippingTerm }: NewRequisitionLine) {
  return {
    ...(paymentTerm === undefined ? {} : { paymentTerm }),
    ...(shippingTerm === undefined ? {} : { shippingTerm }),
  }
}
