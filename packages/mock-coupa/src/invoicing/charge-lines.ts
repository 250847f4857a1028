import { allocate, allocationProblems } from '../accounting/allocate.js'
import type { AllocationDraft } from '../accounting/allocation.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { readInvoice } from './invoice-records.js'

/** Whom one line is charged to from now on. */
export interface ChargedLine {
  readonly id: number
  readonly allocations: readonly AllocationDraft[]
}

/**
 * Other accounts for lines of an invoice, which is neither matched nor approved anew for that.
 * Unverified: that an invoice that is paid, or over, keeps its accounts.
 */
export function chargeLines(work: Work, id: number, lines: readonly ChargedLine[], by: Actor): void {
  const invoice = readInvoice(work.db, id)
  if (invoice.paid || invoice.status === 'voided' || invoice.status === 'abandoned') {
    const is = invoice.paid ? 'paid' : invoice.status
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `The accounts of invoice ${invoice.invoiceNumber} cannot be changed any more: it is ${is}`,
    )
  }
  for (const { id: lineId, allocations } of lines) {
    const line = invoice.lines.find(candidate => candidate.id === lineId)
    if (line === undefined) {
      throw new CoupaError('ERR_COUPA_NOT_FOUND', `Invoice ${invoice.invoiceNumber} has no line ${lineId}`)
    }
    const problems = allocationProblems(line.total, allocations, work.company)
    if (problems.length > 0) {
      throw new CoupaError('ERR_COUPA_INVALID', problems.map(({ message }) => message).join('; '), {
        fields: problems,
      })
    }
    work.db.run('UPDATE invoice_lines SET allocations = $allocations, updated_at = $now WHERE id = $lineId', {
      lineId,
      allocations: JSON.stringify(allocate(line.total, allocations)),
      now: work.now.toISOString(),
    })
  }
  recordHistory(work, { on: { type: 'InvoiceHeader', id }, by: by.name, text: 'Accounts changed' })
}
