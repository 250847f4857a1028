import type { Store, StoreTransaction } from '../src/store/store.js'

/** A store with a mistake in it, for controls: a test that cannot find the mistake proves nothing. */
export function withBug(store: Store, bug: (tx: StoreTransaction) => Partial<StoreTransaction>): Store {
  return {
    ...store,
    transaction: (work, scope) => store.transaction(tx => work(mistaken(tx, bug(tx))), scope),
  }
}

function mistaken(tx: StoreTransaction, mistakes: Partial<StoreTransaction>): StoreTransaction {
  return new Proxy(tx, {
    get(target, name) {
      const member: unknown = Reflect.get(name in mistakes ? mistakes : target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
