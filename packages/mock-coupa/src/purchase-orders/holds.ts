import { exchangeRateOf } from '../accounting/exchange.js'
import type { Company } from '../company/company.js'
import type { OrderWindow, Supplier } from '../company/supplier.js'
import type { PurchaseOrder, PurchaseOrderStatus } from './purchase-order.js'

export interface Hold {
  readonly status: Extract<
    PurchaseOrderStatus,
    'buyer_hold' | 'currency_hold' | 'supplier_hold' | 'supplier_window_hold'
  >
  /** What the history says. */
  readonly why: string
  /** When it ends by itself. */
  readonly until?: Date
}

/** A hold that whoever issues does not mind. */
export type Ignorable = 'buyer' | 'window'

/**
 * What keeps an order from being issued now, the first of them.
 * Unverified: their order, and that a currency holds an order where the company has no rate for it.
 */
export function holdOf(
  order: Pick<PurchaseOrder, 'currency'>,
  by: {
    readonly company: Company
    readonly supplier: Supplier
    readonly now: Date
    readonly ignoring: readonly Ignorable[]
  },
): Hold | undefined {
  const { company, supplier, ignoring } = by
  if (supplier.buyerHold === true && !ignoring.includes('buyer')) {
    return { status: 'buyer_hold', why: `${supplier.name} is on buyer hold` }
  }
  if (supplier.onHold === true) return { status: 'supplier_hold', why: `${supplier.name} is on hold` }
  if (exchangeRateOf(company, order.currency) === undefined) {
    return { status: 'currency_hold', why: `There is no exchange rate for ${order.currency}` }
  }
  if (ignoring.includes('window')) return undefined
  const until = nextOpening(supplier.orderWindows ?? [], by.now, company.utcOffset)
  return until && { status: 'supplier_window_hold', why: `${supplier.name} takes no orders now`, until }
}

const minute = 60_000
const day = 24 * 60 * minute

/** When a window opens; undefined while one is open, or where there is none. */
function nextOpening(windows: readonly OrderWindow[], now: Date, utcOffset: string): Date | undefined {
  const distance = minutesOf(utcOffset.slice(1)) * minute * (utcOffset.startsWith('-') ? -1 : 1)
  const local = now.getTime() + distance
  const midnight = Math.floor(local / day) * day
  // The same day of next week is the last that can come.
  const openings = Array.from({ length: 8 }, (_, ahead) => midnight + ahead * day).flatMap(start =>
    windows
      .filter(({ days }) => days.includes(new Date(start).getUTCDay()))
      .map(({ from, to }) => ({
        from: start + minutesOf(from) * minute,
        to: start + minutesOf(to) * minute,
      })),
  )
  if (openings.length === 0 || openings.some(({ from, to }) => from <= local && local < to)) return undefined
  const next = Math.min(...openings.map(({ from }) => from).filter(from => from > local))
  return new Date(next - distance)
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
