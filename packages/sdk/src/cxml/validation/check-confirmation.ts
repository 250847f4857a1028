import type { XmlElement } from '../../xml/element.js'
import { addDecimals, compareDecimals, parseDecimal } from '../values/decimal.js'
import { isSameUnit } from '../values/unit-of-measure.js'
import { child, mostLines } from './amounts.js'
import { checkNoReference, checkOnce, checkReference } from './check-earlier.js'
import { textOf } from './quoted.js'
import type { Report } from './report.js'

/** The types of status that a confirmation of a type may give its lines; none where it may have no lines. */
const statusTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ['accept', ['accept']],
  ['allDetail', ['allDetail', 'backordered', 'reject', 'unknown']],
  ['backordered', ['backordered']],
  ['detail', ['accept', 'detail', 'backordered', 'reject', 'unknown']],
  ['except', ['accept', 'detail', 'backordered', 'reject', 'unknown']],
  ['reject', []],
  ['replace', ['detail']],
  ['requestToPay', ['requestToPay']],
])

/** What these types say, they say of lines. */
const typesOfLines: readonly string[] = ['allDetail', 'detail', 'except']

/** What may differ from the order, one of which a status of type `detail` has. */
const details: readonly string[] = ['UnitPrice', 'Shipping', 'Tax', 'ItemIn']

/** Warns where the lines of a `ConfirmationRequest` do not fit its type, its order or each other. */
export function checkConfirmation(request: XmlElement, report: Report): void {
  const header = child(request, 'ConfirmationHeader')
  if (header === undefined) return
  checkReference(header, 'ConfirmationRequest', report)
  checkNoReference(header, report)
  const type = header.attribute('type') ?? ''
  const types = statusTypes.get(type)
  if (types === undefined) return
  const items = request.elements().filter(({ name }) => name === 'ConfirmationItem')
  const [first] = items
  if (first === undefined) checkThatLinesMayBeMissing(header, type, report)
  else if (types.length === 0) {
    const message =
      'A confirmation of type reject refuses the whole order. Leave its ConfirmationItems out; to refuse single lines, the type is except or detail.'
    report.warn('WARN_CXML_FULFILLMENT', first, message)
    return
  }
  const advice =
    'Say all of a line in one ConfirmationItem, with a ConfirmationStatus for each part of its quantity.'
  checkOnce(items, 'lineNumber', advice, report)
  for (const item of items) checkItem(item, { type, types }, report)
}

function checkThatLinesMayBeMissing(header: XmlElement, type: string, report: Report): void {
  if (!typesOfLines.includes(type)) return
  const message = `A confirmation of type ${type} speaks of lines, and there is no ConfirmationItem. Add one for each line that it is about; to accept the whole order, the type is accept.`
  report.warn('WARN_CXML_FULFILLMENT', header, message, '@type')
}

function checkItem(
  item: XmlElement,
  { type, types }: { readonly type: string; readonly types: readonly string[] },
  report: Report,
): void {
  const statuses = item.elements().filter(({ name }) => name === 'ConfirmationStatus')
  for (const status of statuses) {
    const statusType = status.attribute('type') ?? ''
    if (statusType !== '' && !types.includes(statusType)) {
      const message = `In a confirmation of type ${type} the status of a line is ${types.join(', ')}; this one is ${statusType.slice(0, 60)}.`
      report.warn('WARN_CXML_FULFILLMENT', status, message, '@type')
    } else if (statusType === 'detail') checkDetail(status, type, report)
  }
  // What is to be paid may be a part of the line.
  if (type !== 'requestToPay') checkQuantities(item, statuses, report)
}

function checkDetail(status: XmlElement, type: string, report: Report): void {
  if (type === 'replace') {
    if (child(status, 'ItemIn') !== undefined) return
    const message =
      'A confirmation of type replace says what comes instead. Add an ItemIn with the replacement.'
    report.warn('WARN_CXML_FULFILLMENT', status, message, 'ItemIn')
    return
  }
  const differs = status.elements().some(({ name }) => details.includes(name))
  if (differs || status.attribute('deliveryDate') !== undefined) return
  const message =
    'A status of type detail says what differs from the order. Add a UnitPrice, Tax, Shipping, ItemIn or deliveryDate; where nothing differs, the type is accept.'
  report.warn('WARN_CXML_FULFILLMENT', status, message)
}

/** Says nothing where units differ: nobody knows here how many EA a BX has. */
function checkQuantities(item: XmlElement, statuses: readonly XmlElement[], report: Report): void {
  const whole = parseDecimal(item.attribute('quantity') ?? '')
  const unit = unitOf(item)
  if (whole === undefined || unit === undefined || statuses.length === 0 || statuses.length > mostLines)
    return
  const parts: string[] = []
  for (const status of statuses) {
    const part = parseDecimal(status.attribute('quantity') ?? '')
    const unitOfPart = unitOf(status)
    if (part === undefined || unitOfPart === undefined || !isSameUnit(unit, unitOfPart)) return
    parts.push(part)
  }
  const sum = addDecimals(...parts)
  if (compareDecimals(sum, whole) === 0) return
  const subject = parts.length === 1 ? 'its status is about' : `its ${parts.length} statuses add up to`
  report.warn(
    'WARN_CXML_FULFILLMENT',
    item,
    `The line is of ${whole}; ${subject} ${sum}. Say of all of it what becomes of it.`,
    '@quantity',
  )
}

function unitOf(element: XmlElement): string | undefined {
  const unit = child(element, 'UnitOfMeasure')
  return unit && textOf(unit)
}
