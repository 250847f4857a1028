import { describe, expect, it } from 'vitest'
import { GroupCommit, type GroupDatabase } from './group-commit.js'

/** A database of one list that says what was asked of it, and fails where it is told to. */
function listDatabase(failing: Partial<Record<keyof GroupDatabase, Error>> = {}) {
  const calls: string[] = []
  const durable: string[] = []
  let open: string[] = []
  let saved = 0
  const step = (name: keyof GroupDatabase, work: () => void) => () => {
    calls.push(name)
    const error = failing[name]
    if (error !== undefined) throw error
    work()
  }
  const database: GroupDatabase = {
    begin: step('begin', () => {
      open = []
    }),
    commit: step('commit', () => durable.push(...open)),
    rollback: step('rollback', () => {
      open = []
    }),
    save: step('save', () => {
      saved = open.length
    }),
    restore: step('restore', () => {
      open.length = saved
    }),
    release: step('release', () => undefined),
  }
  const queue = new GroupCommit(database)
  const write = (text: string) =>
    queue.run(async () => {
      open.push(text)
      return text
    })
  return { queue, write, calls, durable, put: (text: string) => open.push(text) }
}

describe('transactions that wait together', () => {
  it('are committed together, in the order in which they came', async () => {
    const { write, calls, durable } = listDatabase()
    expect(await Promise.all(['a', 'b', 'c'].map(write))).toEqual(['a', 'b', 'c'])
    expect(durable).toEqual(['a', 'b', 'c'])
    expect(calls.filter(call => call === 'commit')).toHaveLength(1)
  })

  it('are told nothing before they are durable', async () => {
    const { write, durable } = listDatabase()
    const seen = await Promise.all(['a', 'b'].map(async text => [await write(text), durable.length]))
    expect(seen).toEqual([
      ['a', 2],
      ['b', 2],
    ])
  })

  it('of which one fails lose nothing but that one', async () => {
    const { write, queue, durable, put } = listDatabase()
    const failing = queue.run(async () => {
      put('half')
      throw new Error('in the middle')
    })
    const others = Promise.all([write('a'), write('b')])
    await expect(failing).rejects.toThrow('in the middle')
    expect(await others).toEqual(['a', 'b'])
    expect(durable).toEqual(['a', 'b'])
  })

  it('all fail where the disk does, and the next ones are tried', async () => {
    const failing: Partial<Record<keyof GroupDatabase, Error>> = { commit: new Error('disk full') }
    const { write, durable } = listDatabase(failing)
    const outcomes = await Promise.allSettled([write('a'), write('b')])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(durable).toEqual([])
    delete failing.commit
    expect(await write('c')).toBe('c')
    expect(durable).toEqual(['c'])
  })

  it('hear of it even where nothing can be taken back, or begun', async () => {
    const broken = listDatabase({ commit: new Error('disk full'), rollback: new Error('gone') })
    await expect(broken.write('a')).rejects.toThrow('could not be taken back')
    const locked = listDatabase({ begin: new Error('locked') })
    const outcomes = await Promise.allSettled([locked.write('a'), locked.write('b')])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await locked.queue.idle()
  })
})
