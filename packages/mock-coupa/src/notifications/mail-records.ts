import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentText, type Row, textOf } from '../store/row.js'
import type { Mail } from './notification.js'

/** A mail is a row first, in the transaction of what it tells; the sending comes after. */
export function insertMail(
  work: Work,
  mail: { readonly to: string; readonly subject: string; readonly text: string },
): void {
  work.db.run(
    `INSERT INTO mails (recipient, subject, text, status, due_at, created_at)
     VALUES ($to, $subject, $text, 'pending', $now, $now)`,
    { ...mail, now: work.now.toISOString() },
  )
}

export function readMail(db: Database, id: number): Mail {
  const row = db.get('SELECT * FROM mails WHERE id = $id', { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no mail ${id}`)
  return mailOf(row)
}

/** Newest first. */
export function listMails(db: Database): Mail[] {
  return db.all('SELECT * FROM mails ORDER BY id DESC').map(mailOf)
}

export function settleMail(
  work: Work,
  id: number,
  state: { readonly status: Mail['status']; readonly failure?: string; readonly nextAttemptAt?: Date },
): void {
  work.db.run(
    `UPDATE mails SET status = $status, failure = $failure, due_at = $dueAt, attempts = attempts + 1 WHERE id = $id`,
    { id, status: state.status, failure: state.failure, dueAt: state.nextAttemptAt?.toISOString() },
  )
}

function mailOf(row: Row): Mail {
  return {
    id: numberOf(row, 'id'),
    to: textOf(row, 'recipient'),
    subject: textOf(row, 'subject'),
    text: textOf(row, 'text'),
    status: memberOf(row, 'status', ['pending', 'sent', 'failed', 'recorded']),
    attempts: numberOf(row, 'attempts'),
    ...presentText(row, { failure: 'failure' }),
    createdAt: dateOf(row, 'created_at'),
  }
}
