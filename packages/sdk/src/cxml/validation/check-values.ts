import type { XmlElement } from '../../xml/element.js'
import { trimXmlSpace } from '../../xml/space.js'
import { compareVersions, newestVersion } from '../dtd/grammar.js'
import { decimalProblem, parseDecimal } from '../values/decimal.js'
import { isUnitOfMeasure } from '../values/units-of-measure.js'
import { checkTotal } from './check-total.js'
import type { Report } from './report.js'

type Check = (element: XmlElement, report: Report) => void

/** What is looked at in an element, besides what the DTD says. */
const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['cXML', checkVersion],
  ['Money', checkMoney],
  ['UnitOfMeasure', checkUnitOfMeasure],
  ['Classification', checkClassification],
  ['OrderRequest', (element, report) => checkTotal(element, 'OrderRequestHeader', 'ItemOut', report)],
  [
    'PunchOutOrderMessage',
    (element, report) => checkTotal(element, 'PunchOutOrderMessageHeader', 'ItemIn', report),
  ],
])

/** Attributes that the DTD declares as date and time with a zone, where one system depends on the other's. */
const timestamps: ReadonlySet<string> = new Set([
  'timestamp',
  'orderDate',
  'noticeDate',
  'invoiceDate',
  'effectiveDate',
  'receiptDate',
])

/** Warns of values that the DTD takes for text and that mean nothing, or something else, to the other system. */
export function checkValues(element: XmlElement, report: Report): void {
  checks.get(element.name)?.(element, report)
  const { attributes } = element
  for (let index = 0; index < attributes.length; index += 2) {
    const name = attributes[index] ?? ''
    const value = attributes[index + 1] ?? ''
    if (timestamps.has(name)) checkTimestamp(element, name, value, report)
    else if (name === 'quantity') checkQuantity(element, value, report)
  }
}

/** ISO 8601; seconds may have a fraction. */
const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[+-]\d{2}:\d{2}|(Z))$/

function checkTimestamp(element: XmlElement, name: string, value: string, report: Report): void {
  const match = withZone.exec(value)
  if (match !== null && match[1] === undefined) return
  const found = `${name} is ${JSON.stringify(value.slice(0, 60))}`
  const message =
    match === null
      ? `${found}; expected date and time with the offset from UTC. Write it as in 2026-01-15T10:00:00+00:00.`
      : `${found}; the standard asks for the offset in digits. Write +00:00 instead of Z.`
  report.warn('WARN_CXML_TIMESTAMP', element, message, `@${name}`)
}

function checkVersion(element: XmlElement, report: Report): void {
  const version = element.attribute('version') ?? ''
  if (!/^\d{1,4}(?:\.\d{1,6}){1,3}$/.test(version) || compareVersions(version, newestVersion) <= 0) return
  report.warn(
    'WARN_CXML_VERSION',
    element,
    `The document says version ${version}; the newest that is known here is ${newestVersion}.`,
    '@version',
  )
}

function checkMoney(element: XmlElement, report: Report): void {
  checkNumber(element, textOf(element), report)
  const currency = element.attribute('currency')
  if (currency === undefined || isCurrency(currency)) return
  const known = isCurrency(currency.trim().toUpperCase()) ? ` Write ${currency.trim().toUpperCase()}.` : ''
  report.warn(
    'WARN_CXML_CURRENCY',
    element,
    `The currency is ${JSON.stringify(currency.slice(0, 60))}; expected a code of ISO 4217, as in USD or EUR.${known}`,
    '@currency',
  )
}

function checkQuantity(element: XmlElement, value: string, report: Report): void {
  checkNumber(element, value, report, '@quantity')
}

function checkNumber(element: XmlElement, text: string, report: Report, field?: string): void {
  const decimal = parseDecimal(text)
  if (decimal === undefined) {
    const message = `${JSON.stringify(text.slice(0, 60))} ${decimalProblem(text)}.`
    report.warn('WARN_CXML_NUMBER', element, message, field)
  } else if (text.includes(',')) {
    const message = `${JSON.stringify(trimXmlSpace(text))} has separators between thousands; not every system reads them. Write ${decimal}.`
    report.warn('WARN_CXML_NUMBER', element, message, field)
  }
}

let currencies: ReadonlySet<string> | undefined

function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'))
  return currencies.has(code)
}

function checkUnitOfMeasure(element: XmlElement, report: Report): void {
  const code = trimXmlSpace(textOf(element))
  if (isUnitOfMeasure(code)) return
  report.warn(
    'WARN_CXML_UNIT_OF_MEASURE',
    element,
    `The unit of measure ${JSON.stringify(code.slice(0, 60))} is none that is commonly used; a receiver may not know it. Codes are those of UN/CEFACT Recommendation 20, as in EA, HUR or MON.`,
  )
}

function checkClassification(element: XmlElement, report: Report): void {
  const code = trimXmlSpace(textOf(element))
  if (element.attribute('domain')?.toUpperCase() !== 'UNSPSC' || /^\d{8}$/.test(code)) return
  report.warn(
    'WARN_CXML_UNSPSC',
    element,
    `The UNSPSC code is ${JSON.stringify(code.slice(0, 60))}; expected 8 digits, as in 43232300.`,
  )
}

/** What an element holds as text, CDATA included. */
function textOf({ children }: XmlElement): string {
  let text = ''
  for (const child of children) {
    if (typeof child === 'string') text += child
    else if ('kind' in child && child.kind === 'cdata') text += child.text
  }
  return text
}
