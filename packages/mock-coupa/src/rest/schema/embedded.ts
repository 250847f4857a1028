import { type EmbeddedField, type Field, type FieldMaker, inMore } from './field.js'
import { defineObject, type ObjectDefinition, type ObjectOptions } from './object.js'

type EmbeddedOptions = Partial<Pick<EmbeddedField, 'direction' | 'required' | 'list' | 'sql' | 'column'>>

/** A part of the object that is kept with it, field by field: checked, looked for and shown like all others. */
export const embedsOne = (object: string, options: EmbeddedOptions = {}) =>
  embeds('embeds-one', object, options)

export const embedsMany = (object: string, options: EmbeddedOptions = {}) =>
  embeds('embeds-many', object, options)

function embeds(kind: EmbeddedField['kind'], object: string, options: EmbeddedOptions): FieldMaker {
  return name => {
    const field: EmbeddedField = {
      kind,
      object,
      direction: 'both',
      sql: '',
      required: false,
      list: 'replaced',
      ...options,
    }
    // With SQL of its own it is told of other columns, and who writes the object knows which.
    return options.sql === undefined ? { ...field, ...inMore(name) } : field
  }
}

/** An object without a row: it stands inside others, and all of it is kept there. */
export function defineEmbedded(
  options: Pick<ObjectOptions, 'name' | 'element' | 'title' | 'fields' | 'byWord'>,
): ObjectDefinition {
  const object = defineObject({ ...options, scope: 'common', table: '', id: inMore('id').sql, namedBy: [] })
  return {
    ...object,
    fields: new Map([...object.fields].map(([name, field]) => [name, whollyKept(name, field)])),
  }
}

/** The same fields, kept: of an object that has a row, and nothing but what was said of it. */
export function allKept(fields: Readonly<Record<string, FieldMaker>>): Readonly<Record<string, FieldMaker>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, make]): [string, FieldMaker] => [
      name,
      () => whollyKept(name, make(name)),
    ]),
  )
}

function whollyKept(name: string, field: Field): Field {
  return field.kind === 'has-many' || field.kind === 'empty-list' ? field : { ...field, ...inMore(name) }
}
