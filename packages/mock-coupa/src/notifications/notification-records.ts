import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { type ListPage, placeOfPage } from '../store/list-page.js'
import { dateOf, memberOf, numberOf, presentDate, presentNumber, type Row, textOf } from '../store/row.js'
import type { Notification, NotificationKind } from './notification.js'
import { notificationKinds } from './notification-types.js'

export function insertNotification(
  work: Work,
  notification: {
    readonly login: string
    readonly kind: NotificationKind
    readonly subject: string
    readonly body: string
    readonly requisition?: number
    readonly purchaseOrder?: number
    readonly invoice?: number
    readonly contract?: number
  },
): void {
  work.db.run(
    `INSERT INTO notifications (login, kind, subject, body, requisition, purchase_order, invoice, contract, created_at)
     VALUES ($login, $kind, $subject, $body, $requisition, $purchaseOrder, $invoice, $contract, $now)`,
    {
      login: notification.login,
      kind: notification.kind,
      subject: notification.subject,
      body: notification.body,
      requisition: notification.requisition,
      purchaseOrder: notification.purchaseOrder,
      invoice: notification.invoice,
      contract: notification.contract,
      now: work.now.toISOString(),
    },
  )
}

/** Newest first. */
export function listNotifications(db: Database, login: string): Notification[] {
  return db
    .all('SELECT * FROM notifications WHERE login = $login ORDER BY id DESC', { login })
    .map(notificationOf)
}

/** Newest first, a page of them. */
export function pageOfNotifications(
  db: Database,
  login: string,
  query: { readonly unread?: boolean; readonly kind?: NotificationKind; readonly page?: number },
): ListPage<Notification> {
  const where = `login = $login AND ($kind IS NULL OR kind = $kind) ${query.unread ? 'AND read_at IS NULL' : ''}`
  const parameters = { login, kind: query.kind }
  const count = db.get(`SELECT count(*) AS total FROM notifications WHERE ${where}`, parameters)
  const { limit, offset, ...place } = placeOfPage(count ? numberOf(count, 'total') : 0, query.page)
  const rows = db.all(
    `SELECT * FROM notifications WHERE ${where} ORDER BY id DESC LIMIT $limit OFFSET $offset`,
    { ...parameters, limit, offset },
  )
  return { ...place, rows: rows.map(notificationOf) }
}

export function readNotification(db: Database, login: string, id: number): Notification {
  const row = db.get('SELECT * FROM notifications WHERE login = $login AND id = $id', { login, id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `You have no notification ${id}`)
  return notificationOf(row)
}

export function countUnread(db: Database, login: string): number {
  const row = db.get(
    'SELECT count(*) AS unread FROM notifications WHERE login = $login AND read_at IS NULL',
    {
      login,
    },
  )
  return row === undefined ? 0 : numberOf(row, 'unread')
}

/** One, or all of this person's. Read twice is read. */
export function markRead(work: Work, login: string, id: number | 'all'): void {
  const { changes } = work.db.run(
    `UPDATE notifications SET read_at = coalesce(read_at, $now) WHERE login = $login AND ($id IS NULL OR id = $id)`,
    { login, id: id === 'all' ? null : id, now: work.now.toISOString() },
  )
  if (id !== 'all' && changes === 0) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `You have no notification ${id}`)
  }
}

function notificationOf(row: Row): Notification {
  const { purchaseOrder } = presentNumber(row, { purchaseOrder: 'purchase_order' })
  return {
    id: numberOf(row, 'id'),
    login: textOf(row, 'login'),
    kind: memberOf(row, 'kind', notificationKinds()),
    subject: textOf(row, 'subject'),
    body: textOf(row, 'body'),
    ...presentNumber(row, { requisition: 'requisition', invoice: 'invoice', contract: 'contract' }),
    ...(purchaseOrder === undefined ? {} : { purchaseOrder: String(purchaseOrder) }),
    createdAt: dateOf(row, 'created_at'),
    ...presentDate(row, { readAt: 'read_at' }),
  }
}
