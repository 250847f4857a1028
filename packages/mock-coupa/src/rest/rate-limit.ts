import type { Clock, Timers } from '../control/time.js'

/** Documented: 25 requests of one client a second, and a queue of 20 beyond. */
export interface RateLimit {
  readonly perSecond: number
  readonly burst: number
}

export const coupaRateLimit: RateLimit = { perSecond: 25, burst: 20 }

/** False: the client asks too often. Else when it is the request's turn. */
export type Limiter = (client: string) => boolean | Promise<boolean>

/**
 * A leaky bucket for each client: what a second allows goes on at once, `burst` more wait until enough has leaked. So a
 * program that asks for one thing after the other is slowed down and never refused, as at Coupa.
 */
export function createRateLimiter(
  { perSecond, burst }: RateLimit,
  { clock, timers }: { readonly clock: Clock; readonly timers: Timers },
): Limiter {
  const buckets = new Map<string, { level: number; at: number }>()
  return client => {
    const now = clock().getTime()
    const bucket = buckets.get(client) ?? { level: 0, at: now }
    buckets.set(client, bucket)
    const leaked = ((now - bucket.at) / 1000) * perSecond
    bucket.level = Math.max(0, bucket.level - Math.max(0, leaked))
    bucket.at = now
    if (bucket.level + 1 > perSecond + burst) return false
    bucket.level += 1
    const ahead = bucket.level - perSecond
    if (ahead <= 0) return true
    return new Promise(resolve => timers.after((ahead / perSecond) * 1000, () => resolve(true)))
  }
}
