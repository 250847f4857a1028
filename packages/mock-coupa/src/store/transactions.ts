import type { DatabaseSync } from 'node:sqlite'

/** How changes begin and end in SQL: alone, or as one of a group. */
const whole = { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', undo: 'ROLLBACK' }
const member = {
  begin: 'SAVEPOINT member',
  commit: 'RELEASE member',
  undo: 'ROLLBACK TO member; RELEASE member',
}

/** So that the first of a group does not wait for ever for the last. */
const mostMembers = 100

interface Waiting {
  run(): void
  /** Tells the outcome, once the group is on the disk. */
  settle(): void
  fail(error: unknown): void
}

/** The transactions of one connection. */
export class Transactions {
  readonly #connection: DatabaseSync
  readonly #waiting: Waiting[] = []
  readonly #afterCommit = new Set<() => void>()
  #within: 'nothing' | 'group' | 'transaction' = 'nothing'

  constructor(connection: DatabaseSync) {
    this.#connection = connection
  }

  /** All of `work` or nothing of it. Inside another transaction it is part of that one. */
  run<T>(work: () => T): T {
    if (this.#within === 'transaction') return work()
    if (this.#within === 'group') return this.#run(member, 'transaction', work)
    const result = this.#run(whole, 'transaction', work)
    this.#committed()
    return result
  }

  /**
   * Runs `work` together with all else that is asked for in this turn, and resolves when it is on the disk. A commit
   * waits for the disk, and one wait is enough for all. A transaction that fails undoes nothing of the others.
   */
  grouped<T>(work: () => T): Promise<Awaited<T>> {
    return new Promise<Awaited<T>>((resolve, reject) => {
      if (this.#waiting.length === 0) this.#schedule()
      let settle = () => {}
      this.#waiting.push({
        run() {
          try {
            const result = work()
            settle = () => resolve(result as Awaited<T>)
          } catch (error) {
            settle = () => reject(error)
          }
        },
        settle: () => settle(),
        fail: reject,
      })
    })
  }

  /** Once after the transaction under way was committed; at once where none is. */
  afterCommit(run: () => void): void {
    if (this.#within === 'nothing') run()
    else this.#afterCommit.add(run)
  }

  /** What has arrived meanwhile comes in first, and is in the same group. */
  #schedule(): void {
    setImmediate(() => this.#commitGroup())
  }

  #commitGroup(): void {
    const group = this.#waiting.splice(0, mostMembers)
    if (this.#waiting.length > 0) this.#schedule()
    try {
      this.#run(whole, 'group', () => {
        for (const { run } of group) this.#runMember(run)
      })
    } catch (error) {
      for (const { fail } of group) fail(error)
      return
    }
    for (const { settle } of group) settle()
    this.#committed()
  }

  /** SQLite itself takes everything back where the disk is full or broken: then nobody may hear of a success. */
  #runMember(run: () => void): void {
    run()
    if (!this.#connection.isTransaction) throw new Error('SQLite has given up the transaction')
  }

  #run<T>(sql: typeof whole, within: 'group' | 'transaction', work: () => T): T {
    const outer = this.#within
    this.#connection.exec(sql.begin)
    this.#within = within
    try {
      const result = work()
      this.#connection.exec(sql.commit)
      return result
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec(sql.undo)
      if (outer === 'nothing') this.#afterCommit.clear()
      throw error
    } finally {
      this.#within = outer
    }
  }

  #committed(): void {
    const runs = [...this.#afterCommit]
    this.#afterCommit.clear()
    for (const run of runs) run()
  }
}
