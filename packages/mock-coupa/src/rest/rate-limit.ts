import type { Clock } from '../control/time.js'

/** Documented: 25 requests a second of one client, and a queue of 20 beyond. */
export interface RateLimit {
  readonly perSecond: number
  readonly burst: number
}

export const coupaRateLimit: RateLimit = { perSecond: 25, burst: 20 }

/** A leaky bucket for each client: true while it may go on. */
export function createRateLimiter(
  { perSecond, burst }: RateLimit,
  clock: Clock,
): (client: string) => boolean {
  const buckets = new Map<string, { level: number; at: number }>()
  return client => {
    const now = clock().getTime()
    const bucket = buckets.get(client) ?? { level: 0, at: now }
    buckets.set(client, bucket)
    const leaked = ((now - bucket.at) / 1000) * perSecond
    const level = Math.max(0, bucket.level - Math.max(0, leaked))
    const isFree = level < burst + 1
    bucket.level = isFree ? level + 1 : level
    bucket.at = now
    return isFree
  }
}
