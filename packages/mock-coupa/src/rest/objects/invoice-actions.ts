import { CoupaError } from '../../errors.js'
import { chargeLines } from '../../invoicing/charge-lines.js'
import { flipToShipNotice } from '../../invoicing/flip-to-ship-notice.js'
import { keepImageScan, readClearanceDocument, readImageScan } from '../../invoicing/invoice-files.js'
import { readInvoice } from '../../invoicing/invoice-records.js'
import { writeInvoicePdf } from '../../invoicing/write-invoice-pdf.js'
import type { Call } from '../schema/call.js'
import { type Given, listGiven, numberGiven } from '../schema/given.js'
import type { Action, UploadedFile } from '../schema/object.js'
import { allocationsGiven } from './account-allocation.js'
import { actorOf } from './actor.js'

/** Its files. Documented: Invoices API. */
const fileActions: readonly Action[] = [
  {
    method: 'PUT',
    path: ':id/image_scan',
    summary: 'Puts a picture of the paper there, as a form with a file',
    scope: 'write',
    takesFile: true,
    perform(call, id, _given, file) {
      if (file !== undefined) call.transaction(work => keepImageScan(work, id, file))
      return id
    },
  },
  answering('retrieve_image_scan', 'The picture of the paper', (call, id) => readImageScan(call.db, id)),
  answering('retrieve_legal_invoice_pdf', 'The invoice as a PDF', ({ db, companyFile }, id) => {
    const invoice = readInvoice(db, id)
    return {
      fileName: `invoice-${invoice.invoiceNumber.replace(/[^\w.-]+/g, '-')}.pdf`,
      contentType: 'application/pdf',
      bytes: writeInvoicePdf(invoice, companyFile.current),
    }
  }),
  answering('retrieve_clearance_document', 'What an authority has cleared', (call, id) =>
    readClearanceDocument(call.db, id),
  ),
]

function answering(
  path: string,
  summary: string,
  read: (call: Call, id: number) => Omit<UploadedFile, 'form'>,
): Action {
  return {
    method: 'GET',
    path: `:id/${path}`,
    summary,
    scope: 'read',
    answersFile: true,
    perform: (call, id) => ({ ...read(call, id), form: {} }),
  }
}

/** What can be done with an invoice whatever its status is. */
export const otherInvoiceActions: readonly Action[] = [
  ...fileActions,
  {
    method: 'PUT',
    path: ':id/flip_to_advance_ship_notice',
    summary: 'What it asks money for is on its way',
    scope: 'write',
    perform(call, id) {
      call.transaction(work => flipToShipNotice(work, id, actorOf(call)))
      return id
    },
  },
  {
    method: 'PUT',
    path: ':id/update_line_accounts',
    summary: 'Charges its lines to other accounts',
    scope: 'write',
    takesBody: true,
    perform(call, id, given) {
      const lines = (listGiven(given, 'invoice-lines') ?? []).map(line => chargedLine(call, id, line))
      call.transaction(work => chargeLines(work, id, lines, actorOf(call)))
      return id
    },
  },
]

/** By id, or by number. */
function chargedLine({ db }: Call, invoice: number, given: Given) {
  const allocations = allocationsGiven(given)
  if (allocations === undefined) {
    const message = "Account of an invoice line can't be blank"
    throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: 'account', message }] })
  }
  const [id, lineNum] = [numberGiven(given, 'id'), numberGiven(given, 'line-num')]
  const line = readInvoice(db, invoice).lines.find(one => id === undefined && one.lineNum === lineNum)
  return { id: id ?? line?.id ?? 0, allocations }
}
