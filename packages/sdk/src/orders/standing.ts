import type { Order, OrderLine, OrderStatus } from './order.js'

/** Whether the work on a line has its end. */
export function isEnded({ fulfilment, refusal }: OrderLine): boolean {
  return fulfilment !== undefined || refusal !== undefined
}

/** Whether the buyer can be told something of a line. */
export function isAnswered(line: OrderLine): boolean {
  return isEnded(line) || line.backorder !== undefined
}

/** Where an order that is being provided stands, by its lines. */
export function standingOf(lines: readonly OrderLine[]): OrderStatus {
  if (lines.some(({ failure }) => failure !== undefined)) return 'failed'
  if (lines.every(isEnded)) {
    return lines.every(({ refusal }) => refusal !== undefined) ? 'rejected' : 'fulfilled'
  }
  return lines.some(({ begunAt }) => begunAt !== undefined) ? 'fulfilling' : 'accepted'
}

/** Whether the marketplace may be asked to provide lines of it: one that failed does not hold up the others. */
export function isInWork({ status }: Pick<Order, 'status'>): boolean {
  return status === 'accepted' || status === 'fulfilling' || status === 'failed'
}
