import type { FormerLine, Order, OrderLine } from './order.js'
import { isSameLine } from './same-order.js'

/** The lines of a change, with the work that was done on those that it left alone. */
export interface CarriedLines {
  readonly lines: readonly OrderLine[]
  readonly formerLines: readonly FormerLine[]
  /** Lines that the change took away although work on them had begun. */
  readonly disturbed: readonly OrderLine[]
}

/** A line that stays the same is not provided again; one that was begun and is gone is not forgotten. */
export function carryLines(lines: readonly OrderLine[], before: Order): CarriedLines {
  const { lines: known, formerLines: former = [] } = before
  const isWanted = (line: OrderLine) => lines.some(wanted => isSameLine(wanted, line))
  const disturbed = known.filter(line => line.begunAt !== undefined && !isWanted(line))
  return {
    lines: lines.map(line => carryLine(line, [...known, ...former])),
    formerLines: [
      ...former.filter(line => !isWanted(line)),
      ...disturbed.map(line => asFormer(line, before)),
    ],
    disturbed,
  }
}

/** After a cancellation nothing is carried on: what was begun stands behind. */
export function leaveLines({ orderVersion, lines, formerLines = [] }: Order): readonly FormerLine[] {
  const begun = lines.filter(({ begunAt }) => begunAt !== undefined)
  return [...formerLines, ...begun.map(line => asFormer(line, { orderVersion }))]
}

/** A line that had failed is tried anew. */
function carryLine(line: OrderLine, known: readonly OrderLine[]): OrderLine {
  const same = known.find(other => isSameLine(line, other))
  if (same === undefined) return line
  const { fulfilmentKey, begunAt, fulfilment, backorder, refusal } = same
  return {
    ...line,
    ...(fulfilmentKey === undefined ? {} : { fulfilmentKey }),
    ...(begunAt === undefined ? {} : { begunAt }),
    ...(fulfilment === undefined ? {} : { fulfilment }),
    ...(backorder === undefined ? {} : { backorder }),
    ...(refusal === undefined ? {} : { refusal }),
  }
}

function asFormer(line: OrderLine, { orderVersion }: Pick<Order, 'orderVersion'>): FormerLine {
  return { ...line, orderVersion }
}
