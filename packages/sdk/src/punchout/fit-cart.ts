import type { Buyer } from '../buyers/buyer.js'
import { compareDecimals, roundDecimal } from '../cxml/values/decimal.js'
import type { CartRules, LengthRule } from '../partners/profile.js'
import { profileOf } from '../partners/profiles.js'
import type { Cart, CartLine } from './cart.js'
import { CartError } from './cart-error.js'
import type { SessionRecord } from './session.js'

/**
 * The cart as this buyer takes it: what it would cut is cut here, where we know of it, and what it would refuse or change is
 * refused. It is what is kept, too: an order is compared with what was really offered.
 */
export function fitCart(cart: Cart, rules: CartRules): Cart {
  return { ...cart, lines: cart.lines.map((line, index) => fitLine(line, `lines[${index}]`, rules)) }
}

/** The rules for a session: by OCI the buyer's units are those of its call structure, too. */
export function rulesFor(buyer: Buyer, { oci }: Pick<SessionRecord, 'oci'>): CartRules {
  const { cart } = profileOf(buyer)
  return oci === undefined ? cart : { ...cart, units: { ...cart.units, ...buyer.oci?.units } }
}

function fitLine(line: CartLine, path: string, rules: CartRules): CartLine {
  const refused = [...line.supplierPartID].find(character => rules.refusedInPartIDs?.includes(character))
  if (refused !== undefined) {
    throw new CartError(`${path}.supplierPartID`, `has the character ${refused}, which this buyer refuses`)
  }
  assertPrice(line.unitPrice, `${path}.unitPrice`, rules.priceDecimals)
  const unitOfMeasure = rules.units[line.unitOfMeasure] ?? line.unitOfMeasure
  return rules.lengths.reduce((fitted, rule) => withLength(fitted, rule, path), { ...line, unitOfMeasure })
}

function assertPrice(unitPrice: string, path: string, places: number | undefined): void {
  if (places === undefined || compareDecimals(roundDecimal(unitPrice, places), unitPrice) === 0) return
  throw new CartError(
    path,
    `has more than ${places} digits behind the point, which this buyer drops; found ${unitPrice}`,
  )
}

function withLength(line: CartLine, rule: LengthRule, path: string): CartLine {
  if (rule.field === 'extrinsics') {
    const all = (line.extrinsics ?? []).map(({ value }) => value).join('')
    assertLength(all, rule, `${path}.extrinsics`)
    return line
  }
  const text = line[rule.field]
  if (rule.beyond === 'refuse') {
    assertLength(text, rule, `${path}.${rule.field}`)
    return line
  }
  return { ...line, [rule.field]: cut(text, rule) }
}

function assertLength(text: string, rule: LengthRule, path: string): void {
  const length = lengthOf(text, rule)
  if (length > rule.most) {
    throw new CartError(path, `has ${length} ${rule.unit}; this buyer takes ${rule.most}`)
  }
}

function lengthOf(text: string, { unit }: LengthRule): number {
  return unit === 'bytes' ? new TextEncoder().encode(text).length : [...text].length
}

/** Never within what a reader sees as one character. */
function cut(text: string, rule: LengthRule): string {
  if (lengthOf(text, rule) <= rule.most) return text
  let kept = ''
  let length = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    length += lengthOf(segment, rule)
    if (length > rule.most) break
    kept += segment
  }
  return kept.trimEnd()
}
