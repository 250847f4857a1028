import type { Kept } from '../../requisitions/requisition.js'
import type { ObjectDefinition } from './object.js'

type Entry = Readonly<Record<string, unknown>>

/**
 * Entries of merged lists get ids by which later bodies can name them, and are put to what is there.
 * Unverified: that an id is unique within its list only.
 */
export function withIds(object: ObjectDefinition, given: Kept, known: Kept): Kept {
  const entries = Object.entries(given).map(([name, value]) => {
    const field = object.fields.get(name)
    const isMerged = field?.kind === 'embeds-many' && field.list === 'merged'
    return [name, isMerged ? numbered(entriesOf(known[name]), entriesOf(value)) : value] as const
  })
  return Object.fromEntries(entries)
}

function numbered(standing: readonly Entry[], given: readonly Entry[]): Entry[] {
  const changed = standing.map(entry => {
    const change = given.find(({ id }) => id === entry.id)
    return change === undefined ? entry : { ...entry, ...change }
  })
  const added = given.filter(({ id }) => !standing.some(entry => entry.id === id))
  let last = Math.max(0, ...[...standing, ...given].map(({ id }) => (typeof id === 'number' ? id : 0)))
  return [
    ...changed,
    ...added.map(entry => (typeof entry.id === 'number' ? entry : { id: ++last, ...entry })),
  ]
}

function entriesOf(value: unknown): Entry[] {
  return Array.isArray(value) ? value.filter(isEntry) : []
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
