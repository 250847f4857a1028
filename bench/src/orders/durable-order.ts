import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseCxml } from '@punchloop/sdk/cxml'
import { sqliteStore } from '@punchloop/sdk/sqlite'
import type { Figure } from '../figures.js'
import { medianOf, ratiosOf } from '../measure.js'
import { fillLedger } from './fill-ledger.js'
import { openMarketplace, post, returnAndOrder } from './marketplace.js'

export interface OrderEffort {
  readonly rounds: number
  /** Orders of a round. */
  readonly orders: number
  /** Orders that are in the store where it is full. */
  readonly stored: number
}

/**
 * An order on SQLite, from the request to the answer behind the commit, beside a bare insert of the same bytes with its own
 * fsync and their parsing; and in a ledger of a million orders beside one of a thousand.
 */
export async function timeDurableOrders(effort: OrderEffort): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-bench-'))
  try {
    const small = await openLedger(join(folder, 'small.sqlite'), 1000)
    const large = await openLedger(join(folder, 'large.sqlite'), effort.stored)
    const bare = openBare(join(folder, 'bare.sqlite'))
    const rounds: Record<'small' | 'large' | 'bare', number[]> = { small: [], large: [], bare: [] }
    for (let round = 0; round <= effort.rounds; round++) {
      const orders = await small.next(effort.orders)
      const others = await large.next(effort.orders)
      const times = {
        bare: await medianTime(orders, async xml => bare.insert(xml)),
        small: await medianTime(orders, small.post),
        large: await medianTime(others, large.post),
      }
      // The first teaches the compiler.
      if (round > 0) for (const name of ['small', 'large', 'bare'] as const) rounds[name].push(times[name])
    }
    await Promise.all([small.close(), large.close(), bare.close()])
    return figuresOf(rounds, effort)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function figuresOf(
  { small, large, bare }: Record<'small' | 'large' | 'bare', readonly number[]>,
  { stored }: OrderEffort,
): readonly Figure[] {
  return [
    { work: 'an order of 3 lines, taken durably', values: small, unit: 'milliseconds' },
    { work: '  parsed, and one bare insert with its fsync', values: bare, unit: 'milliseconds' },
    {
      work: '  in times of that',
      values: ratiosOf(small, bare),
      unit: 'times',
      goal: { is: '≤', than: 2.5 },
    },
    {
      work: `  among ${stored.toLocaleString('en-US')} orders, in times of 1,000`,
      values: ratiosOf(large, small),
      unit: 'times',
      goal: { is: '≤', than: 1.2 },
    },
  ]
}

async function openLedger(file: string, stored: number) {
  const store = sqliteStore({ file })
  const supplier = openMarketplace(store)
  let count = 0
  const next = async () => returnAndOrder(supplier, `PO-${++count}`)
  await post(supplier, await next())
  await supplier.deliver()
  fillLedger(file, stored)
  return {
    next: async (wanted: number) => {
      const orders: string[] = []
      while (orders.length < wanted) orders.push(await next())
      return orders
    },
    post: (xml: string) => post(supplier, xml),
    close: () => store.close(),
  }
}

/** The least that durable can mean. */
function openBare(file: string) {
  const database = new DatabaseSync(file)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table document (xml text) strict',
  )
  const insert = database.prepare('insert into document values (?)')
  return {
    insert: (xml: string) => {
      parseCxml(xml)
      insert.run(xml)
    },
    close: () => database.close(),
  }
}

/** Milliseconds by the clock, since a disk that is waited for takes no processor time. */
async function medianTime(
  documents: readonly string[],
  work: (xml: string) => Promise<unknown>,
): Promise<number> {
  const times: number[] = []
  for (const document of documents) {
    const start = performance.now()
    await work(document)
    times.push(performance.now() - start)
  }
  return medianOf(times)
}
