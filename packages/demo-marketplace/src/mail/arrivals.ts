import type { Mail } from './mailbox.js'

type Listener = (mail: Mail) => void

/** Tells whoever waits of each mail that arrives. */
export interface Arrivals {
  tell(mail: Mail): void
  /** The first fitting mail of what `list` gives now or of what arrives later. */
  waitFor(
    predicate: (mail: Mail) => boolean,
    options: { readonly list: () => Promise<readonly Mail[]>; readonly signal?: AbortSignal },
  ): Promise<Mail>
}

export function createArrivals(): Arrivals {
  const listeners = new Set<Listener>()
  return {
    tell(mail) {
      for (const listener of [...listeners]) listener(mail)
    },
    async waitFor(predicate, { list, signal }) {
      signal?.throwIfAborted()
      const { promise, resolve, reject } = Promise.withResolvers<Mail>()
      // The signal may abort while the list is still being read, before anybody awaits.
      promise.catch(() => undefined)
      const listener: Listener = mail => {
        if (predicate(mail)) resolve(mail)
      }
      const abort = () => reject(signal?.reason)
      // Listening begins before looking: nothing can arrive between the two unseen.
      listeners.add(listener)
      signal?.addEventListener('abort', abort, { once: true })
      try {
        for (const mail of (await list()).toReversed()) listener(mail)
        return await promise
      } finally {
        listeners.delete(listener)
        signal?.removeEventListener('abort', abort)
      }
    },
  }
}
