import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import type { Database } from '../store/database.js'
import { dateOf, numberOf, presentText, type Row, textOf } from '../store/row.js'
import type { PurchaseOrder } from './purchase-order.js'
import { readPurchaseOrder } from './purchase-order-records.js'

/** Who changes an order: somebody of the company, or the procurement system by itself. */
export interface Actor {
  readonly name: string
  readonly login?: string
}

export const systemItself = ({ system }: Work): Actor => ({ name: system.title })

/** One state of an order, kept when it came about. */
export interface PurchaseOrderRevision {
  readonly id: number
  readonly purchaseOrder: number
  readonly version: number
  readonly internalRevision: number
  /** `Issued`, `Quantity of line 1 changed`, … */
  readonly what: string
  readonly by?: string
  readonly at: Date
}

/** The first revision of an order that was just made. */
export function recordFirstRevision(work: Work, id: number, by: Actor, what: string): void {
  keepSnapshot(work, id, by, what)
  recordHistory(work, { purchaseOrder: id, by: by.name, text: what })
}

/**
 * What every change of an order ends with: `internal_revision` rises, and `version` where the supplier is to see it;
 * `exported` is false again; the order as it is now is kept; the history says what happened.
 */
export function recordRevision(
  work: Work,
  id: number,
  change: {
    readonly by: Actor
    readonly what: string
    readonly comment?: string
    readonly isForSupplier?: boolean
  },
): void {
  work.db.run(
    `UPDATE purchase_orders SET internal_revision = internal_revision + 1, version = version + $step, exported = 0,
       updated_at = $now, updated_by = coalesce($login, updated_by) WHERE number = $id`,
    {
      id,
      step: Number(change.isForSupplier ?? false),
      login: change.by.login,
      now: work.now.toISOString(),
    },
  )
  keepSnapshot(work, id, change.by, change.what)
  recordHistory(work, {
    purchaseOrder: id,
    by: change.by.name,
    text: change.what,
    ...(change.comment === undefined ? {} : { comment: change.comment }),
  })
}

function keepSnapshot(work: Work, id: number, by: Actor, what: string): void {
  const order = readPurchaseOrder(work.db, id)
  work.db.run(
    `INSERT INTO purchase_order_revisions (purchase_order, version, internal_revision, what, snapshot, created_at,
       updated_at, created_by)
     VALUES ($id, $version, $internalRevision, $what, $snapshot, $now, $now, $by)`,
    {
      id,
      version: order.version,
      internalRevision: order.internalRevision,
      what,
      snapshot: JSON.stringify(order),
      by: by.login ?? null,
      now: work.now.toISOString(),
    },
  )
}

// Without the snapshots: a list does not read them.
const listed = 'id, purchase_order, version, internal_revision, what, created_by, created_at'

/** In the order they came about. */
export function listRevisions(db: Database, purchaseOrder: number): PurchaseOrderRevision[] {
  return db
    .all(`SELECT ${listed} FROM purchase_order_revisions WHERE purchase_order = $purchaseOrder ORDER BY id`, {
      purchaseOrder,
    })
    .map(revisionOf)
}

/** The order as it stood at one revision; as it stands now where that was never kept. */
export function readAtRevision(
  db: Database,
  purchaseOrder: number,
  internalRevision: number | undefined,
): PurchaseOrder {
  const row =
    internalRevision === undefined
      ? undefined
      : db.get(
          `SELECT snapshot FROM purchase_order_revisions WHERE purchase_order = $purchaseOrder
             AND internal_revision = $internalRevision`,
          { purchaseOrder, internalRevision },
        )
  if (row === undefined) return readPurchaseOrder(db, purchaseOrder)
  const order: PurchaseOrder = JSON.parse(textOf(row, 'snapshot'), revive)
  return order
}

function revive(key: string, value: unknown): unknown {
  const isDate = typeof value === 'string' && (key.endsWith('At') || key === 'needByDate')
  return isDate ? new Date(value) : value
}

function revisionOf(row: Row): PurchaseOrderRevision {
  return {
    id: numberOf(row, 'id'),
    purchaseOrder: numberOf(row, 'purchase_order'),
    version: numberOf(row, 'version'),
    internalRevision: numberOf(row, 'internal_revision'),
    what: textOf(row, 'what'),
    ...presentText(row, { by: 'created_by' }),
    at: dateOf(row, 'created_at'),
  }
}
