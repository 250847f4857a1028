import { escalate, overdueApprovals } from './approvals/escalate.js'
import { endedContracts, expireContract } from './contracts/expire-contract.js'
import type { Duty } from './control/due-work.js'
import { dueInvoiceStatuses } from './invoicing/invoice-status-records.js'
import { sendInvoiceStatus } from './invoicing/send-invoice-status.js'
import { mailDigest } from './notifications/digest.js'
import type { Postman } from './notifications/mail.js'
import { issueInWindow } from './purchase-orders/issue.js'
import { checkRealtimeItem } from './requisitions/check-realtime-item.js'
import { issueScheduled, scheduledIssuances } from './requisitions/schedule-issuance.js'
import type { Searching } from './shopping/search.js'
import type { Database } from './store/database.js'
import { dateOf, numberOf } from './store/row.js'
import { type Transmitting, transmit } from './transmission/transmit.js'

/**
 * What is done after the commits that asked for it: orders are transmitted, or issued in their window; mails are sent,
 * suppliers are asked, digests are made.
 */
export function duties(
  db: Database,
  transmitting: Transmitting,
  by: { readonly postman: Postman; readonly searching: Searching },
): readonly Duty[] {
  return [
    {
      name: 'escalation',
      ...overdueApprovals(db),
      perform: async id => transmitting.transaction(work => escalate(work, id)),
    },
    {
      name: 'transmission',
      ...dueIn(db, 'transmissions'),
      perform: (id, signal) => transmit(transmitting, id, signal),
    },
    {
      name: 'invoice status',
      ...dueInvoiceStatuses(db),
      perform: (id, signal) => sendInvoiceStatus(transmitting, id, signal),
    },
    {
      name: 'order window',
      ...dueIn(db, 'purchase_orders', { id: 'number', dueAt: 'issue_at' }),
      perform: async id => transmitting.transaction(work => issueInWindow(work, id)),
    },
    {
      name: 'scheduled issuance',
      ...scheduledIssuances(db),
      perform: async number => transmitting.transaction(work => issueScheduled(work, number)),
    },
    {
      name: 'contract expiry',
      ...endedContracts(db),
      perform: async id => transmitting.transaction(work => expireContract(work, id)),
    },
    {
      name: 'mail',
      ...dueIn(db, 'mails'),
      perform: (id, signal) => by.postman.send(id, signal),
    },
    {
      name: 'realtime item',
      ...dueIn(db, 'realtime_extensions'),
      perform: (id, signal) => checkRealtimeItem(by.searching, id, signal),
    },
    {
      name: 'digest',
      ...dueIn(db, 'digests'),
      perform: async id => transmitting.transaction(work => mailDigest(work, id)),
    },
  ]
}

/** How many of one kind are begun at once. */
const atOnce = 16

function dueIn(
  db: Database,
  table: 'transmissions' | 'mails' | 'realtime_extensions' | 'digests' | 'purchase_orders',
  { id, dueAt } = { id: 'id', dueAt: 'due_at' },
): Pick<Duty, 'due' | 'next'> {
  return {
    due: now =>
      db
        .all(`SELECT ${id} FROM ${table} WHERE ${dueAt} <= $now ORDER BY ${dueAt}, ${id} LIMIT ${atOnce}`, {
          now: now.toISOString(),
        })
        .map(row => numberOf(row, id)),
    next(now) {
      const row = db.get(`SELECT ${dueAt} FROM ${table} WHERE ${dueAt} > $now ORDER BY ${dueAt} LIMIT 1`, {
        now: now.toISOString(),
      })
      return row && dateOf(row, dueAt)
    },
  }
}
