import { createHmac, timingSafeEqual } from 'node:crypto'
import { assertArray } from '../assert-option.js'
import { hexadecimal, type RandomBytes } from '../buyers/token.js'

/** What references to returned lines are signed with. */
export interface ReferenceKey {
  /** Stands in the references that it signed: one to eight small letters and digits. */
  readonly id: string
  /** At least 16 characters. */
  readonly secret: string
}

/**
 * The reference of a returned line, `SupplierPartAuxiliaryID`: a random number (128 bits) that leads to what was offered,
 * and, where there are keys, a signature of the first that binds it to the buyer. Short and of small letters, digits and
 * points: buyers cut what is longer than 100 characters and change what is not ASCII.
 *
 * It says nothing of the line itself, so a line that is edited and returned again keeps it: another one would be another
 * item to the buyer.
 */
export function newReference(
  buyerId: string,
  { referenceKeys: [key], randomBytes }: ReferenceContext & { readonly randomBytes: RandomBytes },
): string {
  const number = hexadecimal(randomBytes(16))
  return key === undefined ? number : `${number}.${key.id}.${sign(key, buyerId, number)}`
}

export interface ReferenceContext {
  /** The first signs, all of them are recognised. */
  readonly referenceKeys: readonly ReferenceKey[]
}

/** As it was written: a buyer may have put space around it, or capital letters into it. */
export function tidyReference(reference: string): string {
  return reference.trim().toLowerCase()
}

/**
 * Whether a reference may be one of ours for this buyer: false for one with the shape of a signed reference whose signature
 * is not true, or was made with a key that is held no more. What has another shape proves nothing either way.
 */
export function mayBeOurs(reference: string, buyerId: string, { referenceKeys }: ReferenceContext): boolean {
  const [, number = '', id, signature = ''] = signedReference.exec(reference) ?? []
  if (id === undefined) return true
  const key = referenceKeys.find(each => each.id === id)
  return key !== undefined && isSame(signature, sign(key, buyerId, number))
}

const signedReference = /^([0-9a-f]{32})\.([0-9a-z]{1,8})\.([0-9a-f]{32})$/

/** So many characters of a reference that was cut are enough to look for the rest: 64 random bits. */
export const shortestBeginning = 16

function sign({ id, secret }: ReferenceKey, buyerId: string, number: string): string {
  const text = JSON.stringify([id, buyerId, number])
  return createHmac('sha256', secret).update(text).digest('hex').slice(0, 32)
}

function isSame(left: string, right: string): boolean {
  const encoder = new TextEncoder()
  return timingSafeEqual(encoder.encode(left), encoder.encode(right))
}

/** Never says what a secret is, only which one is wrong. */
export function assertReferenceKeys(keys: readonly ReferenceKey[]): readonly ReferenceKey[] {
  assertArray(keys, 'referenceKeys')
  const ids = new Set<string>()
  for (const [index, { id, secret }] of keys.entries()) {
    if (typeof id !== 'string' || !/^[0-9a-z]{1,8}$/.test(id)) {
      throw new TypeError(`"referenceKeys[${index}].id" must be one to eight small letters and digits`)
    }
    if (ids.has(id)) throw new TypeError(`"referenceKeys[${index}].id" must be unique: "${id}" is used twice`)
    ids.add(id)
    if (typeof secret !== 'string' || secret.length < 16) {
      throw new TypeError(`"referenceKeys[${index}].secret" must be a string of at least 16 characters`)
    }
  }
  return keys
}
