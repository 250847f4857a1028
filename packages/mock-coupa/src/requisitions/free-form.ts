import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import { type LineDraft, newLine } from './line-draft.js'
import { readPrice, readQuantity } from './read-quantity.js'
import { appendLines } from './requisition-lines.js'
import { createCart, findCart } from './requisition-records.js'

/** Something that no catalogue has, in own words. Amounts as somebody typed them. */
export interface FreeFormRequest {
  readonly description: string
  readonly quantity: string
  /** Empty: the buyer finds out. */
  readonly unitPrice: string
  readonly uom?: string
  /** Id; absent: the buyer chooses one. */
  readonly supplier?: number
  readonly commodity?: string
}

/** Puts it into the cart, opening one where there is none. Returns its number. `ERR_COUPA_INVALID` names the fields. */
export function addFreeForm(work: Work, login: string, request: FreeFormRequest): number {
  const { description, quantity, unitPrice, ...rest } = request
  const draft: LineDraft = {
    ...rest,
    description: description.trim(),
    quantity: readQuantity(quantity),
    unitPrice: readPrice(unitPrice),
  }
  const line = newLine(draft, work.company)
  const cart = findCart(work.db, login) ?? createCart(work, findPerson(work.company, login))
  appendLines(work, cart.number, [line])
  return cart.number
}
