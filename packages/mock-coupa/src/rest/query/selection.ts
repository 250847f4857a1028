import { readWantedFields, type WantedFields } from '../../company/api-filter.js'
import { RestError } from '../errors.js'
import { findObject } from '../objects.js'
import { type Field, isAssociation } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'

/** What is read and shown of an object, in order. */
export interface Selection {
  readonly object: ObjectDefinition
  readonly fields: readonly SelectedField[]
  readonly customFields: boolean
}

export interface SelectedField {
  readonly name: string
  readonly field: Field
  /** Of the other object. */
  readonly inner?: Selection
}

export function parseSelection(text: string, object: ObjectDefinition): WantedFields {
  try {
    return readWantedFields(text)
  } catch (cause) {
    const message = 'fields must be a JSON list of names, such as ["id",{"supplier":["name"]}]'
    throw new RestError(400, object.name, [message], { cause })
  }
}

/** Real answers nest six deep: order, requisition, line, account, account type, currency. */
const deepest = 7

/** Everything of an object; of others inside, what they show there. */
export function wholeSelection(object: ObjectDefinition): Selection {
  const known = wholes.get(object)
  if (known !== undefined) return known
  const selection = select(object, [...object.fields.keys()], 0)
  wholes.set(object, selection)
  return selection
}

const wholes = new WeakMap<ObjectDefinition, Selection>()

function select(object: ObjectDefinition, names: readonly string[], depth: number): Selection {
  const fields = names.flatMap((name): SelectedField[] => {
    const field = object.fields.get(name)
    if (field === undefined || isHidden(field)) return []
    if (!isAssociation(field)) return [{ name, field }]
    return depth >= deepest
      ? []
      : [{ name, field, inner: embeddedSelection(findObject(field.object), depth + 1) }]
  })
  return { object, fields, customFields: object.customFields !== undefined && depth < deepest }
}

/**
 * What an object shows inside others. It is one selection wherever it stands, so that all people of an answer are read at
 * once, unless it nests too deep there and is cut off.
 */
function embeddedSelection(object: ObjectDefinition, depth: number): Selection {
  const isWhole = depth + levelsBelow(object) <= deepest
  const known = isWhole ? embeddeds.get(object) : undefined
  if (known !== undefined) return known
  const selection = select(object, embeddedNames(object), depth)
  const { embedded } = object
  const written = embedded ? { ...selection, customFields: embedded.has('custom-fields') } : selection
  if (isWhole) embeddeds.set(object, written)
  return written
}

const embeddeds = new WeakMap<ObjectDefinition, Selection>()

function embeddedNames({ fields, embedded }: ObjectDefinition): string[] {
  return [...fields.keys()].filter(name => embedded?.has(name) ?? true)
}

/** How deep others nest in an object that stands inside another; infinite where they come back to it. */
function levelsBelow(object: ObjectDefinition): number {
  const known = levels.get(object)
  if (known !== undefined) return known
  levels.set(object, Number.POSITIVE_INFINITY)
  const below = embeddedNames(object).map(name => {
    const field = object.fields.get(name)
    if (field === undefined || isHidden(field) || !isAssociation(field)) return 0
    return 1 + levelsBelow(findObject(field.object))
  })
  const custom = object.customFields !== undefined && object.embedded === undefined ? 1 : 0
  const found = Math.max(custom, ...below)
  levels.set(object, found)
  return found
}

const levels = new WeakMap<ObjectDefinition, number>()

function isHidden(field: Field): boolean {
  return field.kind !== 'empty-list' && field.direction === 'in'
}

/** What was asked for, and nothing else; what nobody knows is passed over. */
export function wantedSelection(object: ObjectDefinition, wanted: WantedFields): Selection {
  const fields = [...wanted].flatMap(([name, inner]): SelectedField[] => {
    const field = object.fields.get(name)
    if (field === undefined || isHidden(field)) return []
    if (!isAssociation(field)) return [{ name, field }]
    const other = findObject(field.object)
    return [
      { name, field, inner: inner === null ? embeddedSelection(other, 1) : wantedSelection(other, inner) },
    ]
  })
  return { object, fields, customFields: wanted.has('custom-fields') && object.customFields !== undefined }
}

/** Plain fields; of others the id and what else they are known by. Documented: API Return Formats. */
export function shallowSelection(object: ObjectDefinition): Selection {
  const whole = wholeSelection(object)
  return {
    ...whole,
    fields: whole.fields.map(selected =>
      selected.inner === undefined || selected.field.kind.startsWith('embeds')
        ? selected
        : { ...selected, inner: keysSelection(selected.inner.object) },
    ),
  }
}

export function idSelection(object: ObjectDefinition): Selection {
  return scalarsSelection(object, ['id'], ids)
}

function keysSelection(object: ObjectDefinition): Selection {
  return scalarsSelection(object, [...new Set(['id', ...object.namedBy])], keys)
}

function scalarsSelection(
  object: ObjectDefinition,
  names: readonly string[],
  knowns: WeakMap<ObjectDefinition, Selection>,
): Selection {
  const known = knowns.get(object)
  if (known !== undefined) return known
  const fields = names.flatMap(name => {
    const field = object.fields.get(name)
    return field?.kind === 'scalar' && !isHidden(field) ? [{ name, field }] : []
  })
  const selection = { object, fields, customFields: false }
  knowns.set(object, selection)
  return selection
}

const ids = new WeakMap<ObjectDefinition, Selection>()
const keys = new WeakMap<ObjectDefinition, Selection>()
