import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { recordHistory } from '../journal/history.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { receive } from './receive.js'
import {
  readShipNotice,
  readShipNoticeLine,
  type ShipNoticeLine,
  writeLineStatus,
} from './ship-notice-records.js'

/** Which of its lines somebody speaks of. */
export type LineChoice = (line: ShipNoticeLine) => boolean

const allLines: LineChoice = () => true

/**
 * Everything in it that has neither arrived nor been voided has arrived now.
 *
 * @throws {CoupaError} `ERR_COUPA_CONFLICT` where nothing is on its way, `ERR_COUPA_INVALID` where that is more than is open.
 */
export function receiveShipNotice(work: Work, id: number, by: Actor, choice: LineChoice = allLines): void {
  for (const line of linesInTransit(work, id, choice)) arrive(work, line, by)
}

export function receiveShipNoticeLine(work: Work, id: number, by: Actor): void {
  arrive(work, inTransit(work, id), by)
}

/** What is on its way does not come; what has arrived stays received. `ERR_COUPA_CONFLICT` where nothing is. */
export function voidShipNotice(work: Work, id: number, by: Actor, choice: LineChoice = allLines): void {
  const { asnNumber } = readShipNotice(work.db, id)
  const lines = linesInTransit(work, id, choice)
  for (const line of lines) writeLineStatus(work, line, 'voided')
  for (const purchaseOrder of new Set(lines.map(line => line.purchaseOrder))) {
    recordHistory(work, { purchaseOrder, by: by.name, text: `Ship notice ${asnNumber} voided` })
  }
}

export function voidShipNoticeLine(work: Work, id: number, by: Actor): void {
  const line = inTransit(work, id)
  const { asnNumber } = readShipNotice(work.db, line.asn)
  writeLineStatus(work, line, 'voided')
  recordHistory(work, {
    purchaseOrder: line.purchaseOrder,
    by: by.name,
    text: `Line ${line.lineNum} of ship notice ${asnNumber} voided`,
  })
}

function linesInTransit(work: Work, id: number, choice: LineChoice): readonly ShipNoticeLine[] {
  const { asnNumber, lines } = readShipNotice(work.db, id)
  const open = lines.filter(line => line.status === 'in_transit' && choice(line))
  if (open.length > 0) return open
  throw new CoupaError('ERR_COUPA_CONFLICT', `Ship notice ${asnNumber} has nothing on its way any more`)
}

function arrive(work: Work, line: ShipNoticeLine, by: Actor): void {
  receive(work, { orderLine: line.orderLine, quantity: line.quantity, asnLine: line.id }, by)
  writeLineStatus(work, line, 'received')
}

function inTransit(work: Work, id: number): ShipNoticeLine {
  const line = readShipNoticeLine(work.db, id)
  if (line.status === 'in_transit') return line
  throw new CoupaError(
    'ERR_COUPA_CONFLICT',
    `Line ${line.lineNum} of the ship notice is ${line.status}: it would have to be in_transit`,
  )
}
