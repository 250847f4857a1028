import { CoupaError } from '../errors.js'

/** Tells whoever waits that something was committed. */
export interface Changes {
  announce(): void
  /**
   * Resolves with the first value that is not undefined or false, looking now and after every change.
   * `ERR_COUPA_TIMED_OUT` after `timeoutMs` of real time says what was there instead.
   */
  waitFor<T>(
    look: () => T | undefined | false,
    waiting: { readonly timeoutMs: number; readonly found: () => string },
  ): Promise<T>
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  return {
    announce() {
      for (const listener of [...listeners]) listener()
    },
    waitFor(look, { timeoutMs, found }) {
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          listeners.delete(listener)
          clearTimeout(timer)
          settle()
        }
        const listener = () => {
          try {
            const value = look()
            if (value !== undefined && value !== false) end(() => resolve(value))
          } catch (error) {
            end(() => reject(error))
          }
        }
        // Real time: a test whose clock stands still must end all the same.
        const timer = setTimeout(() => {
          const message = `Waited ${timeoutMs} ms for something that did not happen: ${found()}`
          end(() => reject(new CoupaError('ERR_COUPA_TIMED_OUT', message)))
        }, timeoutMs)
        listeners.add(listener)
        listener()
      })
    },
  }
}
