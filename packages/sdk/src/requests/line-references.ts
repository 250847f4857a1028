import type { RandomBytes } from '../buyers/token.js'
import type { Cart, CartLine } from '../punchout/cart.js'
import { CartError } from '../punchout/cart-error.js'
import type { HeldLine, SessionRecord } from '../punchout/session.js'
import { newReference, type ReferenceContext } from './reference.js'

export interface Referencing extends ReferenceContext {
  readonly session: SessionRecord
  readonly cart: Cart
  readonly randomBytes: RandomBytes
}

/** What a buyer holds of a request that we know. */
type KnownLine = HeldLine & { readonly supplierPartAuxiliaryID: string }

/**
 * A reference for each line of a cart: a new one, or, in an edited cart, the one by which the buyer holds the line already.
 * To the buyer, part and reference are the item (cXML, `ItemID`): with a new one it would have a second line.
 */
export function referencesOf(referencing: Referencing, known: readonly KnownLine[]): readonly string[] {
  const { session, cart } = referencing
  const free = new Set(known)
  const kept = cart.lines.map(({ supplierPartAuxiliaryID: wanted }, index) => {
    if (wanted === undefined) return undefined
    const held = [...free].find(each => each.supplierPartAuxiliaryID === wanted)
    if (held === undefined) {
      const field = `lines[${index}].supplierPartAuxiliaryID`
      throw new CartError(field, 'must be that of a held line of the session, and of no second line')
    }
    free.delete(held)
    return held.supplierPartAuxiliaryID
  })
  return cart.lines.map(
    (line, index) => kept[index] ?? takeSame(free, line) ?? newReference(session.buyerId, referencing),
  )
}

function takeSame(free: Set<KnownLine>, { supplierPartID }: CartLine): string | undefined {
  const same = [...free].find(held => held.supplierPartID === supplierPartID)
  if (same !== undefined) free.delete(same)
  return same?.supplierPartAuxiliaryID
}
