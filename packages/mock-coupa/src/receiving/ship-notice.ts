import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Actor } from '../purchase-orders/revisions.js'
import { receive } from './receive.js'
import {
  readShipNotice,
  readShipNoticeLine,
  type ShipNoticeLine,
  writeLineStatus,
} from './ship-notice-records.js'

/** Everything in it that has neither arrived nor been voided has arrived now. */
export function receiveShipNotice(work: Work, id: number, by: Actor): void {
  const { asnNumber, lines } = readShipNotice(work.db, id)
  const open = lines.filter(line => line.status === 'in_transit')
  if (open.length === 0) {
    throw new CoupaError('ERR_COUPA_CONFLICT', `Ship notice ${asnNumber} has nothing on its way any more`)
  }
  for (const line of open) arrive(work, line, by)
}

export function receiveShipNoticeLine(work: Work, id: number, by: Actor): void {
  arrive(work, inTransit(work, id), by)
}

/** What is on its way does not come; what has arrived stays received. */
export function voidShipNotice(work: Work, id: number): void {
  const { lines } = readShipNotice(work.db, id)
  for (const line of lines) if (line.status === 'in_transit') writeLineStatus(work, line, 'voided')
}

export function voidShipNoticeLine(work: Work, id: number): void {
  writeLineStatus(work, inTransit(work, id), 'voided')
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
