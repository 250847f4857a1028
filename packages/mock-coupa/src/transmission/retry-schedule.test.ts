import { describe, expect, it } from 'vitest'
import { systems } from '../systems/systems.js'
import { type AttemptOutcome, retryAfter } from './retry-schedule.js'

const coupa = systems.coupa.sending
const hour = 3_600_000
const minute = 60_000

/** The waits after each of a row of equal failures. */
function waitsAfter(outcome: AttemptOutcome, count: number): (number | undefined)[] {
  return Array.from({ length: count }, (_, index) => retryAfter(Array(index + 1).fill(outcome), coupa))
}

describe('the retry schedule', () => {
  it('waits an hour after 5XX, five times', () => {
    expect(waitsAfter('server error', 6)).toEqual([hour, hour, hour, hour, hour, undefined])
  })

  it('waits five minutes after no answer, four times', () => {
    const five = 5 * minute
    expect(waitsAfter('no answer', 5)).toEqual([five, five, five, five, undefined])
  })

  it('never repeats what was refused or taken', () => {
    expect(retryAfter(['refused'], coupa)).toBeUndefined()
    expect(retryAfter(['server error', 'sent'], coupa)).toBeUndefined()
    expect(retryAfter([], coupa)).toBeUndefined()
  })

  it('counts each kind of failure for itself', () => {
    const down: AttemptOutcome[] = ['no answer', 'no answer', 'no answer', 'no answer', 'server error']
    expect(retryAfter(down, coupa)).toBe(hour)
    expect(retryAfter([...down, 'no answer'], coupa)).toBeUndefined()
  })
})
