/** What a group is committed in. */
export interface GroupDatabase {
  begin(): void
  commit(): void
  /** The whole group. */
  rollback(): void
  /** Begins a member whose changes can be taken back alone. */
  save(): void
  /** Takes back what was changed since {@link GroupDatabase.save}. */
  restore(): void
  release(): void
}

interface Member {
  /** Does the work. */
  run(): Promise<void>
  /** Tells the outcome, once the group is durable. */
  settle(): void
  fail(error: unknown): void
}

/** So that the first of a group does not wait for ever for the last. */
const mostMembers = 100

/**
 * Runs transactions one after the other, and commits together those that wait: a commit waits for the disk, and one wait
 * is then enough for all. Each is told its outcome when the group is durable; one that fails takes nothing but its own
 * changes back.
 */
export class GroupCommit {
  readonly #database: GroupDatabase
  readonly #waiting: Member[] = []
  #running: Promise<void> | undefined

  constructor(database: GroupDatabase) {
    this.#database = database
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      let result: Result
      this.#waiting.push({
        run: async () => {
          result = await work()
        },
        settle: () => resolve(result),
        fail: reject,
      })
      this.#running ??= this.#drain()
    })
  }

  /** Resolves when everything asked for so far has ended. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // What has arrived meanwhile comes in first, and is in the same group.
      await new Promise(resolve => setImmediate(resolve))
      await this.#commitGroup()
    }
    this.#running = undefined
  }

  async #commitGroup(): Promise<void> {
    const members: Member[] = []
    try {
      this.#database.begin()
      for (let count = 0; count < mostMembers; count++) {
        const member = this.#waiting.shift()
        if (member === undefined) break
        members.push(member)
        if (!(await this.#runMember(member))) members.pop()
      }
      this.#database.commit()
    } catch (cause) {
      const error = this.#rollback(cause)
      // Not begun, or not committed: nothing of the group is there.
      const [first] = members.length === 0 ? this.#waiting.splice(0, 1) : []
      for (const member of first === undefined ? members : [first]) member.fail(error)
      return
    }
    for (const member of members) member.settle()
  }

  /** What the members are told. Whoever waits hears of it in any case. */
  #rollback(error: unknown): unknown {
    try {
      this.#database.rollback()
      return error
    } catch (cause) {
      return new AggregateError([error, cause], 'The transaction failed, and could not be taken back', {
        cause,
      })
    }
  }

  /** Whether it is part of the group. */
  async #runMember(member: Member): Promise<boolean> {
    this.#database.save()
    try {
      await member.run()
      this.#database.release()
      return true
    } catch (error) {
      this.#database.restore()
      member.fail(error)
      return false
    }
  }
}
