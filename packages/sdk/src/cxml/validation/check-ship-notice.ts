import type { XmlElement } from '../../xml/element.js'
import { addDecimals, compareDecimals, parseDecimal } from '../values/decimal.js'
import { readTimestamp } from '../values/timestamp.js'
import { child, mostLines } from './amounts.js'
import { checkNoReference, checkOnce, checkReference } from './check-earlier.js'
import { quoted } from './quoted.js'
import type { Report } from './report.js'

/** Warns where a `ShipNoticeRequest` lacks what only a delete may lack, or says of an order, a line or a journey two things. */
export function checkShipNotice(request: XmlElement, report: Report): void {
  const header = child(request, 'ShipNoticeHeader')
  if (header === undefined) return
  checkReference(header, 'ShipNoticeRequest', report)
  checkNoReference(header, report)
  if (header.attribute('operation') !== 'delete') checkThatAllIsThere(request, header, report)
  const levels = header.elements().filter(({ name }) => name === 'ServiceLevel')
  checkOnce(levels, 'xml:lang', 'Several ServiceLevels say the same in several languages.', report)
  checkJourney(childrenOf(request, 'ShipControl'), report)
  const portions = childrenOf(request, 'ShipNoticePortion')
  checkOrders(portions, report)
  for (const portion of portions) {
    const items = childrenOf(portion, 'ShipNoticeItem')
    checkLines(items, report)
    for (const item of items) checkBatches(item, report)
  }
}

const neededAttributes: ReadonlyMap<string, string> = new Map([
  ['shipmentDate', 'when the goods left, or will leave'],
  ['deliveryDate', 'when they are expected'],
])

const neededElements: ReadonlyMap<string, string> = new Map([
  ['ShipControl', 'the carrier and its tracking number'],
  ['ShipNoticePortion', 'the order that is shipped'],
])

function checkThatAllIsThere(request: XmlElement, header: XmlElement, report: Report): void {
  const warn = (element: XmlElement, field: string, what: string) =>
    report.warn('WARN_CXML_FULFILLMENT', element, `Only a delete may leave this out: ${what}.`, field)
  for (const [name, what] of neededAttributes) {
    if (header.attribute(name) === undefined) warn(header, `@${name}`, what)
  }
  if (child(header, 'ServiceLevel') === undefined) {
    const what =
      'how fast the carrier delivers. Add <ServiceLevel xml:lang="en">standard</ServiceLevel> as the first child'
    warn(header, 'ServiceLevel', what)
  }
  for (const [name, what] of neededElements) {
    if (child(request, name) === undefined) warn(request, name, what)
  }
}

/** The first leg begins when the shipment does; each other later than the one before it. */
function checkJourney(legs: readonly XmlElement[], report: Report): void {
  let last: Date | undefined
  for (const [index, leg] of legs.entries()) {
    checkPackages(leg, report)
    const start = leg.attribute('startDate')
    const warn = (message: string) => report.warn('WARN_CXML_FULFILLMENT', leg, message, '@startDate')
    if (index === 0) {
      if (start !== undefined) {
        warn('The first ShipControl begins at the shipmentDate of the header. Leave startDate out.')
      }
    } else if (start === undefined) {
      warn('Each ShipControl but the first says when its carrier takes over. Add startDate.')
    }
    const instant = start === undefined ? undefined : readTimestamp(start)?.instant
    if (index > 0 && instant !== undefined && last !== undefined && instant <= last) {
      warn('This ShipControl does not begin after the one before it. List them as the shipment travels.')
    }
    last = instant ?? last
  }
}

function checkPackages(leg: XmlElement, report: Report): void {
  const range = child(leg, 'PackageIdentification')
  const begin = parseDecimal(range?.attribute('rangeBegin') ?? '')
  const end = parseDecimal(range?.attribute('rangeEnd') ?? '')
  if (range === undefined || begin === undefined || end === undefined || compareDecimals(begin, end) <= 0)
    return
  const message = `The numbers on the packages are from ${begin} to ${end}; the second is the greater one.`
  report.warn('WARN_CXML_FULFILLMENT', range, message, '@rangeEnd')
}

/** By number, and by payloadID where it has none: senders who do not know the payloadID put anything there. */
function checkOrders(portions: readonly XmlElement[], report: Report): void {
  const seen = new Set<string>()
  for (const portion of portions) {
    const reference = child(portion, 'OrderReference')
    const number = reference?.attribute('orderID') ?? ''
    const order = number || child(reference, 'DocumentReference')?.attribute('payloadID') || ''
    if (order !== '' && seen.has(order)) {
      const message = `There is already a ShipNoticePortion of the order ${quoted(order)}. Put all items of an order into one.`
      report.warn('WARN_CXML_FULFILLMENT', portion, message, 'OrderReference')
    }
    seen.add(order)
  }
}

/** A line stands once, or in parts, each with a `shipNoticeLineNumber` of its own. */
function checkLines(items: readonly XmlElement[], report: Report): void {
  const seen = new Set<string>()
  for (const item of items) {
    const line = item.attribute('lineNumber') ?? ''
    const part = `${line} ${item.attribute('shipNoticeLineNumber') ?? ''}`
    const isPart = item.attribute('shipNoticeLineNumber') !== undefined
    if (line !== '' && seen.has(isPart ? part : line)) {
      const message = `There is already a ShipNoticeItem of the line ${quoted(line)}. Make one of them, or give each a shipNoticeLineNumber of its own.`
      report.warn('WARN_CXML_FULFILLMENT', item, message, '@lineNumber')
    }
    seen.add(line).add(part)
  }
}

/** Says nothing where a batch has no quantity, or only its number is given. */
function checkBatches(item: XmlElement, report: Report): void {
  const whole = parseDecimal(item.attribute('quantity') ?? '')
  const batches = childrenOf(item, 'Batch')
  if (whole === undefined || batches.length === 0 || batches.length > mostLines) return
  if (child(item, 'SupplierBatchID') !== undefined) return
  const parts = batches
    .map(batch => parseDecimal(batch.attribute('batchQuantity') ?? ''))
    .filter(part => part !== undefined)
  if (parts.length < batches.length) return
  const sum = addDecimals(...parts)
  if (compareDecimals(sum, whole) === 0) return
  const subject = parts.length === 1 ? 'its batch is' : `its ${parts.length} batches add up to`
  const message = `The item is of ${whole}; ${subject} ${sum}.`
  report.warn('WARN_CXML_FULFILLMENT', item, message, '@quantity')
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.elements().filter(child => child.name === name)
}
