import { describe, expect, it } from 'vitest'
import { createDueWork, type Duty } from './due-work.js'
import { manualTime } from './time.js'

const settle = () => new Promise<void>(resolve => setImmediate(resolve))

/** Rows in memory: when each is due. */
function rows(perform: (id: number, signal: AbortSignal) => Promise<void> = async () => {}) {
  const dueAt = new Map<number, number>()
  const done: number[] = []
  const duty: Duty = {
    name: 'row',
    due: now => [...dueAt].filter(([, at]) => at <= now.getTime()).map(([id]) => id),
    next(now) {
      const later = [...dueAt.values()].filter(at => at > now.getTime())
      return later.length === 0 ? undefined : new Date(Math.min(...later))
    },
    async perform(id, signal) {
      await perform(id, signal)
      dueAt.delete(id)
      done.push(id)
    },
  }
  return { dueAt, done, duty }
}

describe('due work', () => {
  const time = manualTime(new Date(0))
  const faults: unknown[] = []
  const start = (duty: Duty) =>
    createDueWork({ duties: [duty], ...time, onFault: (_duty, error) => faults.push(error) })

  it('is done when it is due, and not before', async () => {
    const { dueAt, done, duty } = rows()
    const work = start(duty)
    const now = time.clock().getTime()
    dueAt.set(1, now).set(2, now + 1000)
    work.wake()
    await settle()
    expect(done).toEqual([1])
    time.advance(999)
    await settle()
    expect(done).toEqual([1])
    time.advance(1)
    await settle()
    expect(done).toEqual([1, 2])
    await work.stop()
  })

  it('is never begun twice at once', async () => {
    let begun = 0
    let finish = () => {}
    const { dueAt, duty } = rows(() => {
      begun += 1
      return new Promise(resolve => {
        finish = resolve
      })
    })
    const work = start(duty)
    dueAt.set(1, 0)
    work.wake()
    await settle()
    work.wake()
    await settle()
    expect(begun).toBe(1)
    finish()
    await work.stop()
  })

  it('is tried again after a pause when its outcome could not be stored', async () => {
    let isBroken = true
    const { dueAt, done, duty } = rows(async () => {
      if (isBroken) throw new Error('disk full')
    })
    const work = start(duty)
    dueAt.set(1, 0)
    work.wake()
    await settle()
    expect(faults).toMatchObject([{ message: 'disk full' }])
    isBroken = false
    await settle()
    expect(done).toEqual([])
    time.advance(5_000)
    await settle()
    expect(done).toEqual([1])
    await work.stop()
  })

  it('is given up at the stop and stays due', async () => {
    const { dueAt, done, duty } = rows(
      (_id, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    const work = start(duty)
    dueAt.set(1, 0)
    work.wake()
    await settle()
    await work.stop()
    expect(done).toEqual([])
    expect(dueAt.has(1)).toBe(true)
  })
})
