/** Undoes one write. */
export type Undo = () => void

/** Records by key, copied on the way in and out so that nobody holds what is stored. */
export class MemoryTable<Row> {
  readonly #rows = new Map<string, Row>()
  readonly #name: string
  readonly #undo: (undo: Undo) => void

  constructor(name: string, undo: (undo: Undo) => void) {
    this.#name = name
    this.#undo = undo
  }

  insert(key: string, row: Row): void {
    if (this.#rows.has(key)) throw new Error(`There is already a ${this.#name} with the key ${key}`)
    this.#rows.set(key, copyOf(row))
    this.#undo(() => this.#rows.delete(key))
  }

  update(key: string, row: Row): void {
    const before = this.#rows.get(key)
    if (before === undefined) throw new Error(`There is no ${this.#name} with the key ${key}`)
    this.#rows.set(key, copyOf(row))
    this.#undo(() => this.#rows.set(key, before))
  }

  /** Whether there was one of the key or not. */
  put(key: string, row: Row): void {
    if (this.#rows.has(key)) this.update(key, row)
    else this.insert(key, row)
  }

  remove(key: string): void {
    const before = this.#rows.get(key)
    if (before === undefined) return
    this.#rows.delete(key)
    this.#undo(() => this.#rows.set(key, before))
  }

  get(key: string): Row | undefined {
    return copyOf(this.#rows.get(key))
  }

  has(key: string): boolean {
    return this.#rows.has(key)
  }

  /** In the order of their insertion. */
  select(wanted: (row: Row) => boolean): Row[] {
    return this.peek(wanted).map(copyOf)
  }

  /** The latest that was inserted first, and so many at most. */
  newest(wanted: (row: Row) => boolean, limit?: number): Row[] {
    return [...this.peek(wanted)].reverse().slice(0, limit).map(copyOf)
  }

  /** {@link MemoryTable.select}, but what is stored itself: to be looked at, not to be handed out. */
  peek(wanted: (row: Row) => boolean): readonly Row[] {
    return [...this.#rows.values()].filter(wanted)
  }
}

/** Whether something is what is looked for; nothing in particular is everything. */
export function isAsked<Value>(wanted: Value | undefined, found: Value | undefined): boolean {
  return wanted === undefined || wanted === found
}

/** Of a record: values, lists, and records in it. The platform's own copy serialises and reads: it took a third of the simulation. */
export function copyOf<Value>(value: Value): Value
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf)
  if (value instanceof Date) return new Date(value)
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each)]))
}
