import { belongsTo, datetime, type FieldMaker, integer } from '../schema/field.js'

/** Every object begins with these. */
export const identity: Readonly<Record<string, FieldMaker>> = {
  id: integer({ direction: 'out' }),
  'created-at': datetime({ direction: 'out' }),
  'updated-at': datetime({ direction: 'out' }),
}

/** And ends with these. */
export const authors: Readonly<Record<string, FieldMaker>> = {
  'created-by': belongsTo('user', { of: 'login', direction: 'out' }),
  'updated-by': belongsTo('user', { of: 'login', direction: 'out' }),
}
