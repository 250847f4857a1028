import { look, selectionOf } from './answer-object.js'
import { type LoadedObject, loadOne } from './query/load.js'
import type { Call } from './schema/call.js'
import type { Answered, Elsewhere, ObjectDefinition, UploadedFile } from './schema/object.js'

/** What was voided is shown as it is now; what is gone as it was. */
export function removing(
  call: Call,
  object: ObjectDefinition,
  by: { readonly idOf: () => number; readonly erase: NonNullable<ObjectDefinition['remove']> },
): Promise<LoadedObject | undefined> {
  const selection = selectionOf(call, object)
  return call.db.grouped(() => {
    const id = by.idOf()
    const before = look(call, object, { selection, id })
    return andThen(by.erase(call, id), () => selection && (loadOne(call.db, selection, id) ?? before))
  })
}

/**
 * Changes something, together with what others change at this moment, and reads it before they go on. Undefined: nothing is
 * to be shown. Resolves when it is on the disk.
 */
export function change(
  call: Call,
  object: ObjectDefinition,
  write: () => Answered | Promise<Answered>,
): Promise<LoadedObject | Elsewhere | UploadedFile | undefined> {
  const selection = selectionOf(call, object)
  return call.db.grouped(() =>
    andThen(write(), id => (typeof id === 'number' ? look(call, object, { selection, id }) : id)),
  )
}

export function andThen<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value)
}
