import type { Database } from '../store/database.js'
import { dateOf, numberOf, textOf } from '../store/row.js'
import type { TraceSummary } from './exchange.js'
import type { ExchangeFilter } from './journal.js'

/** `requisition-1001`, `trip-4`, `search-7` → what to look for. */
export function readTraceId(id: string): ExchangeFilter | undefined {
  const [, kind, digits] = /^(requisition|trip|search)-(\d{1,12})$/.exec(id) ?? []
  if (kind === undefined) return undefined
  const number = Number(digits)
  if (kind === 'requisition') return { requisition: number }
  return kind === 'trip' ? { trip: number } : { search: number }
}

/** The latest transactions, each under the furthest thing it became: search, trip or requisition. */
export function listTraces(db: Database, limit: number): TraceSummary[] {
  return db
    .all(
      `SELECT id, count(*) AS exchange_count, max(at) AS last_at FROM (
         SELECT e.seq, e.at, coalesce(
           'requisition-' || coalesce(t.requisition, o.requisition,
             (SELECT max(s.requisition) FROM trips s WHERE s.search = e.search)),
           'trip-' || coalesce(e.trip, (SELECT max(s.id) FROM trips s WHERE s.search = e.search)),
           'search-' || e.search) AS id
         FROM exchanges e LEFT JOIN trips t ON t.id = e.trip
         LEFT JOIN purchase_orders o ON o.number = e.purchase_order)
       WHERE id IS NOT NULL GROUP BY id ORDER BY max(seq) DESC LIMIT $limit`,
      { limit },
    )
    .map(row => ({
      id: textOf(row, 'id'),
      title: traceTitle(textOf(row, 'id')),
      exchangeCount: numberOf(row, 'exchange_count'),
      lastAt: dateOf(row, 'last_at'),
    }))
}

export function traceTitle(id: string): string {
  const [kind, number] = id.split('-')
  if (kind === 'requisition') return `Requisition ${number}`
  return kind === 'trip' ? `Shopping trip ${number}` : `Search ${number}`
}
