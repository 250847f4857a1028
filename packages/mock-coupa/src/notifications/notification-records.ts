import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentDate, presentNumber, type Row, textOf } from '../store/row.js'
import type { Notification, NotificationKind } from './notification.js'

const kinds = [
  'approval_needed',
  'approval_held',
  'approval_escalated',
  'approval_delegated',
  'requisition_watched',
  'buyer_action_needed',
  'requisition_approved',
  'requisition_rejected',
  'requisition_withdrawn',
  'order_issued',
  'order_sent',
  'order_confirmed',
  'order_rejected',
  'punchout_cxml_error',
  'cxml_failure',
] as const satisfies readonly NotificationKind[]

export function insertNotification(
  work: Work,
  notification: {
    readonly login: string
    readonly kind: NotificationKind
    readonly subject: string
    readonly body: string
    readonly requisition?: number
    readonly purchaseOrder?: number
  },
): void {
  work.db.run(
    `INSERT INTO notifications (login, kind, subject, body, requisition, purchase_order, created_at)
     VALUES ($login, $kind, $subject, $body, $requisition, $purchaseOrder, $now)`,
    {
      login: notification.login,
      kind: notification.kind,
      subject: notification.subject,
      body: notification.body,
      requisition: notification.requisition,
      purchaseOrder: notification.purchaseOrder,
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
    kind: memberOf(row, 'kind', kinds),
    subject: textOf(row, 'subject'),
    body: textOf(row, 'body'),
    ...presentNumber(row, { requisition: 'requisition' }),
    ...(purchaseOrder === undefined ? {} : { purchaseOrder: String(purchaseOrder) }),
    createdAt: dateOf(row, 'created_at'),
    ...presentDate(row, { readAt: 'read_at' }),
  }
}
