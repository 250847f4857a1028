import type { Supplier } from '../company/supplier.js'
import { CoupaError } from '../errors.js'
import { actOnInvoice } from '../invoicing/act-on-invoice.js'
import { createInvoice, flip } from '../invoicing/create-invoice.js'
import type { Invoice, NewInvoiceLine } from '../invoicing/invoice.js'
import { listInvoices, readInvoice } from '../invoicing/invoice-records.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { SupplierInvoices } from '../supplier-portal.js'
import type { Ground } from './ground.js'

const mostListed = 200

/** Coupa's "flip": an invoice is made of an order. */
export function supplierInvoices(
  { db, transaction }: Ground,
  find: (id: number) => Supplier,
  orderOf: (supplier: number, number: string) => PurchaseOrder,
): SupplierInvoices {
  const own = (supplier: number, id: number): Invoice => {
    const invoice = readInvoice(db, id)
    if (invoice.supplier.id === find(supplier).id) return invoice
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no invoice ${id}`)
  }
  return {
    invoices: supplier => listInvoices(db, { supplier: find(supplier).id, limit: mostListed }),
    invoice: own,
    createInvoice(supplier, { number, invoiceNumber, quantities }) {
      const order = orderOf(find(supplier).id, number)
      const id = transaction(work => {
        const invoice = flip(work, order.id, { invoiceNumber, via: 'portal' })
        const lines = invoice.lines.flatMap(line => asked(line, order, quantities))
        const by = { name: order.supplier.name }
        const made = createInvoice(work, { ...invoice, lines }, by)
        actOnInvoice(work, made, { action: 'submit', by })
        return made
      })
      return own(supplier, id)
    },
  }
}

/** By line number; without quantities, what is open. */
function asked(
  line: NewInvoiceLine,
  order: PurchaseOrder,
  quantities: Readonly<Record<number, string>> | undefined,
): NewInvoiceLine[] {
  if (quantities === undefined || line.quantity === undefined) return [line]
  const lineNum = order.lines.find(({ id }) => id === line.orderLine)?.lineNum ?? 0
  const quantity = quantities[lineNum] ?? ''
  return quantity === '' || quantity === '0' ? [] : [{ ...line, quantity }]
}
