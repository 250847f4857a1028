import { compareDecimals, formatDecimal, multiplyDecimals } from '../cxml/values/decimal.js'
import type { CartLine } from '../punchout/cart.js'
import { CartError } from '../punchout/cart-error.js'
import { fitCharset, isWithin, type OciCharset } from './character-set.js'
import type { FormField } from './form-data.js'
import { digits, type ItemField, lengthOf, namedFields } from './item-fields.js'
import type { OciAccess, OciVersion } from './oci-access.js'

/** What decides how lines are written. */
export interface ItemWriting {
  readonly version: OciVersion
  readonly charset: OciCharset
  readonly units: NonNullable<OciAccess['units']>
  readonly vendor?: string | undefined
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
  const { position } = writing
  const path = `lines[${position - 1}]`
  const { price, priceUnit } = pricing(line.unitPrice, `${path}.unitPrice`, writing)
  const put: Put = (field, value, from) =>
    value === undefined || value === ''
      ? []
      : [{ name: `NEW_ITEM-${field}[${position}]`, value: fitting(field, value, `${path}.${from}`, writing) }]
  const own = ownFields(line)
  const putOwn = (field: keyof typeof own): FormField[] => put(field, own[field], `extrinsics.${field}`)
  return [
    ...described(line, own.MATNR, writing, put),
    ...put('QUANTITY', quantity(line.quantity, `${path}.quantity`), 'quantity'),
    ...put('UNIT', writing.units[line.unitOfMeasure] ?? line.unitOfMeasure, 'unitOfMeasure'),
    ...put('PRICE', price, 'unitPrice'),
    ...put('PRICEUNIT', priceUnit, 'unitPrice'),
    ...put('CURRENCY', line.currency, 'currency'),
    ...putOwn('LEADTIME'),
    ...put('VENDOR', own.VENDOR ?? writing.vendor, 'extrinsics.VENDOR'),
    ...put('VENDORMAT', line.supplierPartID, 'supplierPartID'),
    ...putOwn('MANUFACTCODE'),
    ...put('MANUFACTMAT', line.manufacturerPartID, 'manufacturerPartID'),
    ...put('MATGROUP', line.unspsc, 'unspsc'),
    ...putOwn('CONTRACT'),
    ...putOwn('CONTRACT_ITEM'),
    ...put('EXT_QUOTE_ID', line.quote?.id, 'quote'),
    ...put('EXT_QUOTE_ITEM', line.quote && String(line.quote.lineNumber), 'quote'),
    ...put('EXT_PRODUCT_ID', line.productID, 'supplierPartAuxiliaryID'),
    ...putOwn('CUST_FIELD1'),
    ...putOwn('CUST_FIELD2'),
    ...putOwn('CUST_FIELD3'),
    ...putOwn('CUST_FIELD4'),
    ...putOwn('CUST_FIELD5'),
  ]
}

type Put = (field: ItemField, value: string | undefined, from: string) => FormField[]

/** A line has the buyer's own number of the material or a text, never both: SAP takes the text from its own master then. */
function described(
  line: OfferedLine,
  material: string | undefined,
  { position, charset, version }: LineWriting,
  put: Put,
): FormField[] {
  if (material !== undefined) return put('MATNR', material, 'extrinsics.MATNR')
  const longText = fitCharset(line.description, charset)
  const text = cutTo(
    fitCharset(line.shortName ?? line.description, charset),
    lengthOf('DESCRIPTION', version),
  )
  return [
    ...put('DESCRIPTION', text, 'description'),
    // The index stands before the colon: with `LONGTEXT[n]` every text would land on the first item.
    ...(longText === text ? [] : [{ name: `NEW_ITEM-LONGTEXT_${position}:132[]`, value: longText }]),
  ]
}

/** A line's Extrinsics that have the name of a field. */
function ownFields({ extrinsics = [] }: CartLine): Partial<Record<(typeof namedFields)[number], string>> {
  const named = extrinsics.flatMap(({ name, value }) => {
    const field = namedFields.find(each => each === name)
    return field === undefined || value === '' ? [] : [[field, value] as const]
  })
  return Object.fromEntries(named)
}

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
  const shift = Math.max(0, places - digits.behindPoint)
  const priceUnit = `1${'0'.repeat(shift)}`
  if (priceUnit.length > lengthOf('PRICEUNIT', version)) {
    throw new CartError(
      path,
      `${unitPrice} has more digits behind the point than OCI's PRICE and PRICEUNIT can say`,
    )
  }
  const price = formatDecimal(multiplyDecimals(unitPrice, priceUnit), 2)
  assertDigits(price, path)
  return { price, priceUnit }
}

function assertDigits(written: string, path: string): void {
  const [whole = ''] = written.split('.')
  if (whole.length <= digits.beforePoint) return
  throw new CartError(
    path,
    `must have at most ${digits.beforePoint} digits before the point; found ${written}`,
  )
}

function quantity(text: string, path: string): string {
  const written = formatDecimal(multiplyDecimals(text, '1'), 0)
  const places = written.split('.')[1]?.length ?? 0
  assertDigits(written, path)
  if (places <= digits.behindPoint && compareDecimals(written, '0') > 0) return written
  throw new CartError(path, `must have at most ${digits.behindPoint} digits behind the point; found ${text}`)
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
