import { type Cart, type CartLine, mostLines } from './cart.js'
import { CartError } from './cart-error.js'

/** Digits that every buyer can hold: no sign, no exponent, no separators. */
const plainDecimal = /^\d{1,15}(?:\.\d{1,9})?$/

/** What XML 1.0 §2.2 does not allow in a document, in no spelling. Half surrogate pairs are looked for apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbiddenCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

/**
 * Refuses what no buyer could take, before anything is stored. Coupa drops the *whole* cart when one line lacks part
 * number, description, quantity, unit of measure or UNSPSC, and tells only its own administrator.
 */
export function assertCart(cart: Cart, now: Date): void {
  if (!/^[A-Z]{3}$/.test(cart.currency)) {
    throw new CartError('currency', 'must be a code of ISO 4217 in capitals, for example "USD"')
  }
  if (cart.lines.length === 0) {
    throw new CartError(
      'lines',
      'must hold at least one line; call cancelCart to end the trip without one, emptyCart to delete what is edited',
    )
  }
  if (cart.validUntil !== undefined && !(cart.validUntil > now)) {
    throw new CartError('validUntil', 'must be a Date that is still to come')
  }
  if (cart.lines.length > mostLines) throw new CartError('lines', `must hold at most ${mostLines} lines`)
  for (const [index, line] of cart.lines.entries()) assertLine(line, `lines[${index}]`)
}

function assertLine(line: CartLine, at: string): void {
  assertText(line.supplierPartID, `${at}.supplierPartID`)
  assertText(line.description, `${at}.description`)
  if (!plainDecimal.test(line.quantity) || /^[0.]+$/.test(line.quantity)) {
    throw new CartError(`${at}.quantity`, 'must be a decimal string greater than 0, for example "2" or "1.5"')
  }
  if (!plainDecimal.test(line.unitPrice)) {
    throw new CartError(`${at}.unitPrice`, 'must be a decimal string of 0 or more, for example "49.00"')
  }
  if (!/^[A-Z0-9]{1,3}$/.test(line.unitOfMeasure)) {
    throw new CartError(`${at}.unitOfMeasure`, 'must be a UN/CEFACT code, for example "EA"')
  }
  if (!/^\d{8}$/.test(line.unspsc)) {
    throw new CartError(`${at}.unspsc`, 'must be the eight digits of a UNSPSC code, for example "43232701"')
  }
  for (const [index, { domain, code }] of (line.classifications ?? []).entries()) {
    assertText(domain, `${at}.classifications[${index}].domain`)
    assertText(code, `${at}.classifications[${index}].code`)
  }
  if (line.url !== undefined) assertPageUrl(line.url, `${at}.url`)
  assertOptionalText(line.shortName, `${at}.shortName`)
  assertOptionalText(line.manufacturerPartID, `${at}.manufacturerPartID`)
  assertOptionalText(line.manufacturerName, `${at}.manufacturerName`)
  for (const [index, { name, value }] of (line.extrinsics ?? []).entries()) {
    assertText(name, `${at}.extrinsics[${index}].name`)
    assertCharacters(value, `${at}.extrinsics[${index}].value`)
  }
}

function assertPageUrl(value: string, field: string): void {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CartError(field, 'must be an absolute http or https URL')
  }
  assertCharacters(value, field)
}

function assertOptionalText(value: string | undefined, field: string): void {
  if (value !== undefined) assertText(value, field)
}

function assertText(value: string, field: string): void {
  if (typeof value !== 'string' || value.trim() === '') throw new CartError(field, 'must not be empty')
  assertCharacters(value, field)
}

function assertCharacters(value: string, field: string): void {
  if (typeof value !== 'string' || forbiddenCharacter.test(value) || !value.isWellFormed()) {
    throw new CartError(field, 'must be a string without characters that XML forbids')
  }
}
