import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@punchloop/sdk'
import { memoryStore } from '@punchloop/sdk/memory'
import { sqliteStore } from '@punchloop/sdk/sqlite'

type Transaction = Parameters<Parameters<Store['transaction']>[0]>[0]
/** Every call that a transaction takes. */
export type Call = (name: string, run: () => Promise<unknown>) => Promise<unknown>

/** A store of which every call can be looked at, held up or broken off. */
export function watched(
  store: Store,
  { call, transaction }: { readonly call: Call; readonly transaction: Call },
): Store {
  return {
    ...store,
    transaction: async (work, scope) => {
      const run = () => store.transaction(tx => work(watchCalls(tx, call)), scope)
      return (await transaction('transaction', run)) as Awaited<ReturnType<typeof work>>
    },
    read: (work, scope) => store.read(tx => work(watchCalls(tx as Transaction, call)), scope),
  }
}

function watchCalls(tx: Transaction, call: Call): Transaction {
  return new Proxy(tx, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...given: unknown[]) => call(String(name), async () => member.apply(target, given))
    },
  })
}

/** A store with mistakes in it, for controls: a trial that cannot find them proves nothing. */
export function withBug(store: Store, bug: (tx: Transaction) => Partial<Transaction>): Store {
  const mistaken = (tx: Transaction) => {
    const mistakes = bug(tx)
    return new Proxy(tx, {
      get(target, name) {
        const member: unknown = Reflect.get(name in mistakes ? mistakes : target, name)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
  }
  return {
    ...store,
    transaction: (work, scope) => store.transaction(tx => work(mistaken(tx)), scope),
    read: (work, scope) => store.read(tx => work(mistaken(tx as Transaction)), scope),
  }
}

/** What a store outlives: its process. */
export interface Medium {
  readonly name: string
  /** What a new process finds. */
  open(): Store
  remove(): void
}

export function memoryMedium(): Medium {
  const store = memoryStore()
  return { name: 'memory', open: () => ({ ...store, close: async () => undefined }), remove: () => undefined }
}

export function sqliteMedium(): Medium {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-trial-'))
  return {
    name: 'SQLite',
    open: () => sqliteStore({ file: join(folder, 'punchloop.sqlite') }),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
