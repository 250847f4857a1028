import { compareDecimals, formatDecimal, multiplyDecimals } from '../cxml/values/decimal.js'
import type { CartLine } from '../punchout/cart.js'
import { CartError } from '../punchout/cart-error.js'
import { fitCharset, isWithin, type OciCharset } from './character-set.js'
import type { FormField } from './hook-url.js'
import { decimalsOf, type ItemField, lengthOf } from './item-fields.js'
import type { OciAccess, OciVersion } from './oci-access.js'

/** What decides how lines are written. */
export interface ItemWriting {
  readonly version: OciVersion
  readonly charset: OciCharset
  readonly units: NonNullable<OciAccess['units']>
}

/** A line as it is offered to the buyer. */
export interface OfferedLine extends CartLine {
  readonly currency: string
  /** What the buyer's system calls the product by from now on. */
  readonly productID: string
  /** The request that keeps it, and its place there. Absent: nothing is kept of it yet. */
  readonly quote?: { readonly id: string; readonly lineNumber: number }
}

/**
 * Lines as `NEW_ITEM-…[n]`, from 1. A description that does not fit is cut, and the whole of it is in
 * LONGTEXT; what identifies something, and every number, is refused where it does not fit: a buyer cuts in silence.
 *
 * Throws {@link CartError}.
 */
export function writeItems(lines: readonly OfferedLine[], writing: ItemWriting): FormField[] {
  return lines.flatMap((line, index) => writeLine(line, { ...writing, position: index + 1 }))
}

interface LineWriting extends ItemWriting {
  readonly position: number
}

function writeLine(line: OfferedLine, writing: LineWriting): FormField[] {
  const { position, charset } = writing
  const path = `lines[${position - 1}]`
  const { price, priceUnit } = pricing(line.unitPrice, `${path}.unitPrice`, writing)
  const put = (field: ItemField, value: string | undefined, from: string): FormField[] =>
    value === undefined || value === ''
      ? []
      : [{ name: `NEW_ITEM-${field}[${position}]`, value: fitting(field, value, `${path}.${from}`, writing) }]
  const text = fitCharset(line.shortName ?? line.description, charset)
  const longText = fitCharset(line.description, charset)
  const description = cutTo(text, lengthOf('DESCRIPTION', writing.version))
  return [
    ...put('DESCRIPTION', description, 'description'),
    ...put('QUANTITY', quantity(line.quantity, `${path}.quantity`), 'quantity'),
    ...put('UNIT', writing.units[line.unitOfMeasure] ?? line.unitOfMeasure, 'unitOfMeasure'),
    ...put('PRICE', price, 'unitPrice'),
    ...put('PRICEUNIT', priceUnit, 'unitPrice'),
    ...put('CURRENCY', line.currency, 'currency'),
    ...put('VENDORMAT', line.supplierPartID, 'supplierPartID'),
    ...put('MANUFACTMAT', line.manufacturerPartID, 'manufacturerPartID'),
    ...put('MATGROUP', line.unspsc, 'unspsc'),
    ...put('EXT_QUOTE_ID', line.quote?.id, 'quote'),
    ...put('EXT_QUOTE_ITEM', line.quote && String(line.quote.lineNumber), 'quote'),
    ...put('EXT_PRODUCT_ID', line.productID, 'supplierPartAuxiliaryID'),
    ...customFields(line).flatMap(({ name, value }) => put(name, value, `extrinsics.${name}`)),
    // The index stands before the colon: with `LONGTEXT[n]` every text would land on the first item.
    ...(longText === description ? [] : [{ name: `NEW_ITEM-LONGTEXT_${position}:132[]`, value: longText }]),
  ]
}

/** A line's Extrinsics of these names are what the buyer calls its own fields. */
function customFields({ extrinsics = [] }: CartLine): { name: ItemField; value: string }[] {
  return extrinsics.flatMap(({ name, value }) => {
    const field = ownFields.find(own => own === name)
    return field === undefined ? [] : [{ name: field, value }]
  })
}

const ownFields = ['CUST_FIELD1', 'CUST_FIELD2', 'CUST_FIELD3', 'CUST_FIELD4', 'CUST_FIELD5'] as const

function fitting(field: ItemField, value: string, path: string, { version, charset }: ItemWriting): string {
  const most = lengthOf(field, version)
  if (value.length > most) {
    throw new CartError(path, `has ${value.length} characters; OCI's ${field} takes ${most}`)
  }
  if (!isWithin(value, charset)) {
    throw new CartError(path, `has characters that ISO-8859-1 lacks, in which this buyer reads ${field}`)
  }
  return value
}

/** PRICE has three digits behind the point; what is cheaper is the price of ten, a hundred … up to ten thousand. */
function pricing(unitPrice: string, path: string, { version }: ItemWriting) {
  const places = unitPrice.split('.')[1]?.replace(/0+$/, '').length ?? 0
  const shift = Math.max(0, places - decimalsOf.PRICE)
  const priceUnit = `1${'0'.repeat(shift)}`
  if (priceUnit.length > lengthOf('PRICEUNIT', version)) {
    throw new CartError(
      path,
      `${unitPrice} has more digits behind the point than OCI's PRICE and PRICEUNIT can say`,
    )
  }
  return { price: formatDecimal(multiplyDecimals(unitPrice, priceUnit), 2), priceUnit }
}

function quantity(text: string, path: string): string {
  const written = formatDecimal(multiplyDecimals(text, '1'), 0)
  const places = written.split('.')[1]?.length ?? 0
  if (places <= decimalsOf.QUANTITY && compareDecimals(written, '0') > 0) return written
  throw new CartError(path, `must have at most ${decimalsOf.QUANTITY} digits behind the point; found ${text}`)
}

/** Never within what a reader sees as one character. */
function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  let cut = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (cut.length + segment.length > most) break
    cut += segment
  }
  return cut.trimEnd()
}
