import { nameOfTag, type Tag, type Taggable, type TaggableType, writeTags } from '../../comments/tags.js'
import type { Work } from '../../control/work.js'
import { defineEmbedded, embedsOne } from '../schema/embedded.js'
import { belongsTo, type FieldMaker, hasMany, integer, string } from '../schema/field.js'
import { type Given, listGiven, numberGiven, objectGiven, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { authors, identity } from './dated.js'

/** A word on a document. Its id is the same wherever it stands. */
const documentTag: ObjectDefinition = defineObject({
  name: 'document-tag',
  element: 'tag',
  title: 'Tags',
  scope: 'common',
  table: `(SELECT g.*, x.taggable_type, x.taggable_id, x.id AS place FROM taggings x JOIN tags g ON g.id = x.tag)`,
  namedBy: ['id', 'name'],
  byWord: 'name',
  fields: { ...identity, id: integer(), name: string({ maxLength: 255 }), ...authors },
})

const taggedWith: ObjectDefinition = defineEmbedded({
  name: 'tagged-with',
  element: 'tag',
  title: 'Tags',
  fields: { id: integer(), name: string({ maxLength: 255 }) },
})

export const tagging: ObjectDefinition = defineObject({
  name: 'tagging',
  title: 'Taggings',
  scope: 'common',
  table: 'taggings',
  namedBy: ['id'],
  fields: {
    ...identity,
    description: string(),
    'taggable-type': string({ direction: 'out' }),
    'taggable-id': integer({ direction: 'out' }),
    tag: embedsOne('tagged-with', {
      sql: `(SELECT json_object('id', g.id, 'name', g.name) FROM tags g WHERE g.id = t.tag)`,
    }),
    'created-by': belongsTo('user', { of: 'login', direction: 'out' }),
  },
})

export const tagObjects: readonly ObjectDefinition[] = [documentTag, taggedWith, tagging]

/** Both lists of an object that can have tags. */
export const tagFields = (type: TaggableType, sql = 't.id'): Readonly<Record<string, FieldMaker>> => ({
  tags: hasMany('document-tag', {
    sql,
    foreign: 't.taggable_id',
    where: `t.taggable_type = '${type}'`,
    order: 't.place',
    direction: 'both',
  }),
  taggings: hasMany('tagging', {
    sql,
    foreign: 't.taggable_id',
    where: `t.taggable_type = '${type}'`,
    direction: 'both',
  }),
})

export function hasTags(given: Given): boolean {
  return given.fields.has('tags') || given.fields.has('taggings')
}

/** Writes the tags that a body names. A body that names none changes none. */
export function writeTagsGiven(work: Work, on: Taggable, given: Given, login: string): void {
  const [tags, taggings] = [listGiven(given, 'tags'), listGiven(given, 'taggings')]
  if (tags === undefined && taggings === undefined) return
  const named = [
    ...(tags ?? []).map(tag => ({ name: nameOf(work, tag) })),
    ...(taggings ?? []).map((entry): Tag => {
      const description = textGiven(entry, 'description')
      const tag = objectGiven(entry, 'tag')
      return {
        name: tag == null ? '' : nameOf(work, tag),
        ...(typeof description === 'string' ? { description } : {}),
      }
    }),
  ]
  writeTags(work, on, named, login)
}

function nameOf({ db }: Work, tag: Given): string {
  const name = textGiven(tag, 'name')
  const id = numberGiven(tag, 'id')
  return typeof name === 'string' || id === undefined ? (name ?? '') : nameOfTag(db, id)
}
