import type { Duty } from './control/due-work.js'
import { mailDigest } from './notifications/digest.js'
import type { Postman } from './notifications/mail.js'
import { checkRealtimeItem } from './requisitions/check-realtime-item.js'
import type { Searching } from './shopping/search.js'
import type { Database } from './store/database.js'
import { dateOf, numberOf } from './store/row.js'
import { type Transmitting, transmit } from './transmission/transmit.js'

/**
 * What is done after the commits that asked for it: orders are transmitted, mails are sent, suppliers are asked, digests are made.
 */
export function duties(
  db: Database,
  transmitting: Transmitting,
  by: { readonly postman: Postman; readonly searching: Searching },
): readonly Duty[] {
  return [
    {
      name: 'transmission',
      ...dueIn(db, 'transmissions'),
      perform: (id, signal) => transmit(transmitting, id, signal),
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
  table: 'transmissions' | 'mails' | 'realtime_extensions' | 'digests',
): Pick<Duty, 'due' | 'next'> {
  return {
    due: now =>
      db
        .all(`SELECT id FROM ${table} WHERE due_at <= $now ORDER BY due_at, id LIMIT ${atOnce}`, {
          now: now.toISOString(),
        })
        .map(row => numberOf(row, 'id')),
    next(now) {
      const row = db.get(`SELECT due_at FROM ${table} WHERE due_at > $now ORDER BY due_at LIMIT 1`, {
        now: now.toISOString(),
      })
      return row && dateOf(row, 'due_at')
    },
  }
}
