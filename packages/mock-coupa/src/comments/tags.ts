import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { numberOf, textOf } from '../store/row.js'
import type { CommentableType } from './comment.js'

export type TaggableType = CommentableType | 'RequisitionLine'

/** What can have tags. */
export interface Taggable {
  readonly type: TaggableType
  readonly id: number
}

/** A word on a document, and what somebody wants to say of it. */
export interface Tag {
  readonly name: string
  readonly description?: string
}

const longestName = 255

/** From now on these and no others. The same word twice is one tag. `ERR_COUPA_INVALID` for one that is empty or too long. */
export function writeTags(work: Work, on: Taggable, tags: readonly Tag[], login: string): void {
  const byName = new Map(tags.map(tag => [tag.name.trim(), tag]))
  const names = [...byName.keys()]
  assertNames(names)
  work.db.run(
    `DELETE FROM taggings WHERE taggable_type = $type AND taggable_id = $id
       AND tag NOT IN (SELECT t.id FROM tags t JOIN json_each($names) n ON n.value = t.name)`,
    { ...on, names: JSON.stringify(names) },
  )
  for (const [name, { description }] of byName) {
    const who = { now: work.now.toISOString(), login }
    work.db.run(
      `INSERT INTO tags (name, created_at, updated_at, created_by, updated_by)
       VALUES ($name, $now, $now, $login, $login) ON CONFLICT DO NOTHING`,
      { name, ...who },
    )
    work.db.run(
      `INSERT INTO taggings (tag, taggable_type, taggable_id, description, created_at, updated_at, created_by, updated_by)
       SELECT id, $type, $id, $description, $now, $now, $login, $login FROM tags WHERE name = $name
       ON CONFLICT DO UPDATE SET description = coalesce(excluded.description, description), updated_at = $now`,
      { ...on, name, description, ...who },
    )
  }
}

function assertNames(names: readonly string[]): void {
  const messages = names.flatMap(name => {
    if (name === '') return ["Name of a tag can't be blank"]
    return name.length > longestName
      ? [`Name of a tag is too long (maximum is ${longestName} characters)`]
      : []
  })
  if (messages.length === 0) return
  throw new CoupaError('ERR_COUPA_INVALID', messages.join('; '), {
    fields: messages.map(message => ({ field: 'tags', message })),
  })
}

/** In the order they were put on. */
export function listTags(db: Database, on: Taggable): string[] {
  return db
    .all(
      `SELECT t.name FROM taggings x JOIN tags t ON t.id = x.tag
       WHERE x.taggable_type = $type AND x.taggable_id = $id ORDER BY x.id`,
      { ...on },
    )
    .map(row => textOf(row, 'name'))
}

/** The name of a tag that somebody knows by its id. */
export function nameOfTag(db: Database, id: number): string {
  const row = db.get('SELECT id, name FROM tags WHERE id = $id', { id })
  if (row !== undefined && numberOf(row, 'id') === id) return textOf(row, 'name')
  throw new CoupaError('ERR_COUPA_INVALID', `There is no tag ${id}`, {
    fields: [{ field: 'tags', message: `There is no tag ${id}` }],
  })
}
