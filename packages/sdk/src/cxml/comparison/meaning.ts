import { XmlElement } from '../../xml/element.js'
import { trimXmlSpace } from '../../xml/space.js'
import { kindOfAttribute } from '../validation/attribute-kind.js'
import { compareDecimals, parseDecimal } from '../values/decimal.js'
import { readTimestamp } from '../values/timestamp.js'

/*
 * What counts when two documents are held against each other, and what does not: spelling (comments, CDATA, space between
 * elements, order of attributes), what tells one sending from another (payloadID, timestamp), what the DTD says anyway.
 */

/** What the DTDs give an attribute that is absent. */
const defaults: ReadonlyMap<string, string> = new Map([
  ['CollaborationRequest/operation', 'new'],
  ['ConfirmationHeader/operation', 'new'],
  ['ContractRequestHeader/operation', 'new'],
  ['ContractRequestHeader/type', 'value'],
  ['CarRentalFee/type', 'baseRate'],
  ['DigitalSignature/encoding', 'Base64'],
  ['DigitalSignature/type', 'PK7 self-contained'],
  ['InvoiceDetailRequestHeader/operation', 'new'],
  ['InvoiceDetailRequestHeader/purpose', 'standard'],
  ['ItemOut/stoDelivery', 'full'],
  ['MasterAgreementHeader/type', 'value'],
  ['MasterAgreementRequestHeader/operation', 'new'],
  ['MasterAgreementRequestHeader/type', 'value'],
  ['Message/deploymentMode', 'production'],
  ['MiscellaneousCharge/type', 'other'],
  ['NotificationRequest/type', 'info'],
  ['OrderRequestHeader/orderType', 'regular'],
  ['OrderRequestHeader/type', 'new'],
  ['ProductionFacilityAssociation/operation', 'new'],
  ['ProofOfServiceHeader/operation', 'new'],
  ['PunchOutOrderMessageHeader/quoteStatus', 'final'],
  ['PunchoutDetail/punchoutLevel', 'store'],
  ['PurchaseRequisitionHeader/type', 'new'],
  ['QualityInspectionRequestHeader/operation', 'new'],
  ['QualityNotificationRequestHeader/operation', 'new'],
  ['QualityNotificationRequestHeader/status', 'new'],
  ['QualityNotificationTask/status', 'new'],
  ['QuoteRequestHeader/type', 'new'],
  ['ReceiptRequestHeader/operation', 'new'],
  ['Request/deploymentMode', 'production'],
  ['SalesOrderHeader/operation', 'new'],
  ['ServiceEntryRequestHeader/operation', 'new'],
  ['ShipNoticeHeader/operation', 'new'],
  ['SourcingUpdateRequestHeader/quoteStatus', 'final'],
  ['SourcingUpdateRequestHeader/sourcingType', 'spot'],
  ['SupplierInvitation/supplierStatus', 'approved'],
  ['TimeCard/status', 'submitted'],
  ['TimeCard/type', 'new'],
  ['TimeTolerance/type', 'days'],
  ['TransportConfirmationHeader/operation', 'new'],
  ['TransportEquipment/numberOfEquipments', '1'],
  ['TransportRequestHeader/operation', 'new'],
])

/** Different each time a document is made, and of no account to what it says. */
const passing: ReadonlySet<string> = new Set(['cXML/payloadID', 'cXML/timestamp', 'cXML/version'])

/** The attributes that count, by name, with what the DTD says of those that are absent. */
export function attributesOf(element: XmlElement): ReadonlyMap<string, string> {
  const { name, attributes } = element
  const counting = new Map<string, string>()
  for (let index = 0; index < attributes.length; index += 2) {
    const attribute = attributes[index] ?? ''
    const value = attributes[index + 1] ?? ''
    const key = `${name}/${attribute}`
    if (!passing.has(key) && defaults.get(key) !== value) counting.set(attribute, value)
  }
  return counting
}

/** Whether two values of an attribute stand for the same. */
export function isSameValue(element: string, attribute: string, left: string, right: string): boolean {
  if (left === right) return true
  if (element === 'Credential' && attribute === 'domain') return left.toLowerCase() === right.toLowerCase()
  switch (kindOfAttribute(element, attribute)) {
    case 'number':
      return isSameNumber(left, right)
    case 'timestamp':
    case 'date':
      return isSameInstant(left, right)
    default:
      return false
  }
}

/** Whether two texts of an element stand for the same: outer space does not count, of money only the amount does. */
export function isSameText(element: string, left: string, right: string): boolean {
  return left === right || (element === 'Money' && isSameNumber(left, right))
}

/** An element's own texts, one for each gap between its children, outer space trimmed. */
export function textsOf({ children }: XmlElement): readonly string[] {
  const texts = ['']
  for (const child of children) {
    if (child instanceof XmlElement) texts.push('')
    else {
      const text = typeof child === 'string' ? child : child.kind === 'cdata' ? child.text : ''
      texts[texts.length - 1] += text
    }
  }
  return texts.map(trimXmlSpace)
}

function isSameNumber(left: string, right: string): boolean {
  const [a, b] = [parseDecimal(left), parseDecimal(right)]
  return a !== undefined && b !== undefined && compareDecimals(a, b) === 0
}

function isSameInstant(left: string, right: string): boolean {
  const [a, b] = [readTimestamp(left)?.instant, readTimestamp(right)?.instant]
  return a !== undefined && b !== undefined && a.getTime() === b.getTime()
}

/** Found by what they are called, wherever they stand among their like: their order says nothing. */
const unordered: ReadonlySet<string> = new Set([
  'Credential',
  'Extrinsic',
  'IdReference',
  'Contact',
  'Classification',
  'Transaction',
  'Option',
])

/**
 * What an element's place is told by: its place among those of the same name, for the DTD says how names follow each
 * other; among all where there is text in between. `undefined` where the place says nothing.
 */
export function orderedAmong(element: XmlElement, isMixed: boolean): string | undefined {
  if (isMixed) return ''
  return unordered.has(element.name) ? undefined : element.name
}

/** Whether an element has text between its children. */
export function isMixed(element: XmlElement): boolean {
  return textsOf(element).length > 1 && textsOf(element).some(text => text !== '')
}
