import type { XmlElement } from '../../xml/element.js'
import { trimXmlSpace } from '../../xml/space.js'
import { compareVersions, newestVersion } from '../dtd/grammar.js'
import { currencyOf } from '../values/currency.js'
import { decimalProblem, parseDecimal } from '../values/decimal.js'
import { child } from './amounts.js'
import { type Attribute, type AttributeKind, kindOfAttribute } from './attribute-kind.js'
import {
  checkClassification,
  checkCountry,
  checkCurrency,
  checkLanguage,
  checkUnitOfMeasure,
} from './check-codes.js'
import { checkConfirmation } from './check-confirmation.js'
import { checkInvoice } from './check-invoice.js'
import { checkInvoiceRules } from './check-invoice-rules.js'
import { checkReceipt } from './check-receipt.js'
import { checkShipNotice } from './check-ship-notice.js'
import { checkDate, checkTimestamp } from './check-timestamp.js'
import { checkTotal } from './check-total.js'
import { quoted, textOf } from './quoted.js'
import type { Report } from './report.js'

type Check = (element: XmlElement, report: Report) => void

/** What is looked at in an element, besides what the DTD says. */
const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  [
    'cXML',
    (element, report) => {
      checkVersion(element, report)
      checkSecrets(element, report)
    },
  ],
  ['Money', checkMoney],
  ['UnitOfMeasure', checkUnitOfMeasure],
  ['Classification', checkClassification],
  ['OrderRequest', (element, report) => checkTotal(element, 'OrderRequestHeader', 'ItemOut', report)],
  [
    'PunchOutOrderMessage',
    (element, report) => checkTotal(element, 'PunchOutOrderMessageHeader', 'ItemIn', report),
  ],
  ['QuoteMessage', (element, report) => checkTotal(element, 'QuoteMessageHeader', 'QuoteItemIn', report)],
  ['ConfirmationRequest', checkConfirmation],
  ['ShipNoticeRequest', checkShipNotice],
  ['ReceiptRequest', checkReceipt],
  [
    'InvoiceDetailRequest',
    (element, report) => {
      checkInvoice(element, report)
      checkInvoiceRules(element, report)
    },
  ],
])

const attributeChecks: Readonly<Record<AttributeKind, (attribute: Attribute, report: Report) => void>> = {
  timestamp: checkTimestamp,
  date: checkDate,
  number: ({ element, name, value }, report) => checkNumber(element, value, report, `@${name}`),
  country: checkCountry,
  currency: checkCurrency,
  language: checkLanguage,
}

/** Warns of values that the DTD takes for text and that mean nothing, or something else, to the other system. */
export function checkValues(element: XmlElement, report: Report): void {
  checks.get(element.name)?.(element, report)
  const { attributes } = element
  for (let index = 0; index < attributes.length; index += 2) {
    const name = attributes[index] ?? ''
    const kind = kindOfAttribute(element.name, name)
    if (kind !== undefined) {
      attributeChecks[kind]({ element, name, value: attributes[index + 1] ?? '' }, report)
    }
  }
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

/** Amounts that are paid, not computed with. */
const payable: ReadonlySet<string> = new Set(['Total', 'NetAmount', 'DueAmount'])

function checkMoney(element: XmlElement, report: Report): void {
  const text = textOf(element)
  checkNumber(element, text, report)
  const { parent } = element
  const currency = currencyOf(element.attribute('currency') ?? '')
  if (parent === undefined || !payable.has(parent.name) || currency?.minorUnits === undefined) return
  const places = parseDecimal(text)?.split('.')[1]?.replace(/0+$/, '').length ?? 0
  if (places <= currency.minorUnits) return
  report.warn(
    'WARN_CXML_TOTAL',
    element,
    `The ${parent.name} is ${trimXmlSpace(text)} ${currency.code}, which has ${currency.minorUnits} decimal places; no such amount can be paid. Round it.`,
  )
}

function checkNumber(element: XmlElement, text: string, report: Report, field?: string): void {
  const decimal = parseDecimal(text)
  if (decimal === undefined) {
    const meant = parseDecimal(withoutUnit(text))
    const problem = meant === undefined ? decimalProblem(text) : `is not a decimal number. Write ${meant}`
    report.warn('WARN_CXML_NUMBER', element, `${quoted(text)} ${problem}.`, field)
  } else if (text.includes(',')) {
    const message = `${quoted(trimXmlSpace(text))} has separators between thousands; not every system reads them. Write ${decimal}.`
    report.warn('WARN_CXML_NUMBER', element, message, field)
  }
}

/** `$19.99`, `US$ 19.99`, `USD 19.99`, `19.99 €`, `8.5%`. */
function withoutUnit(text: string): string {
  const trimmed = text.length > 100 ? '' : trimXmlSpace(text)
  return trimmed
    .replace(/^(?:[A-Z]{0,2}\p{Sc}|[A-Z]{3}) ?(?=\d)/u, '')
    .replace(/(?<=\d) ?(?:\p{Sc}|[A-Z]{3}|%)$/u, '')
}

/** Of documents only this one passes through a browser, where its user can read it. */
function checkSecrets(root: XmlElement, report: Report): void {
  if (child(child(root, 'Message'), 'PunchOutOrderMessage') === undefined) return
  const parties = child(root, 'Header')?.elements() ?? []
  const secrets = parties
    .flatMap(party => party.elements())
    .flatMap(credential => credential.elements())
    .filter(({ name }) => name === 'SharedSecret')
  for (const secret of secrets) {
    report.warn(
      'WARN_CXML_SECRET',
      secret,
      'A PunchOutOrderMessage passes through a browser, where anybody can read the SharedSecret. Leave it out; the BuyerCookie tells whose cart it is.',
    )
  }
}
