import { defineEmbedded } from '../schema/embedded.js'
import { boolean, integer, string } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'

/** A word that somebody put to a document. */
const namedTag: ObjectDefinition = defineEmbedded({
  name: 'named-tag',
  element: 'tag',
  byWord: 'name',
  title: 'Tags',
  fields: { id: integer(), name: string({ required: true, maxLength: 255 }), 'system-tag': boolean() },
})

/** Things of Coupa that the mock has no register of: who names one, by id or name, is believed. */
function named(name: string, title: string): ObjectDefinition {
  return defineEmbedded({
    name,
    title,
    byWord: 'name',
    fields: {
      id: integer(),
      name: string({ maxLength: 255 }),
      code: string({ maxLength: 255 }),
      description: string(),
      active: boolean(),
    },
  })
}

export const namedObjects: readonly ObjectDefinition[] = [
  namedTag,
  named('approval-group', 'Approval Groups'),
  named('content-group', 'Content Groups'),
  named('account-group', 'Account Groups'),
  named('user-group', 'User Groups'),
  named('inventory-organization', 'Inventory Organizations'),
  named('warehouse', 'Warehouses'),
  named('payment-type', 'Payment Types'),
  named('enterprise', 'Enterprises'),
  named('legal-entity', 'Legal Entities'),
]
