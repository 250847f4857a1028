import type { XmlElement } from '../../xml/element.js'
import { child } from './amounts.js'
import { quoted } from './quoted.js'
import type { Report } from './report.js'

/** Warns where a document that changes an earlier one does not name it by its payloadID. */
export function checkReference(header: XmlElement, request: string, report: Report): void {
  const operation = header.attribute('operation')
  if (operation !== 'update' && operation !== 'delete') return
  if (child(header, 'DocumentReference') !== undefined) return
  const earlier = operation === 'update' ? 'the one that it takes the place of' : 'the one that it takes back'
  report.warn(
    'WARN_CXML_FULFILLMENT',
    header,
    `operation is ${operation}, but nothing says of what. Add <DocumentReference payloadID="…"/> with the payloadID of the ${request} before: ${earlier}.`,
    'DocumentReference',
  )
}

/** Warns where a new document names an earlier one as if it changed it. */
export function checkNoReference(header: XmlElement, report: Report): void {
  const reference = child(header, 'DocumentReference')
  if (reference === undefined || (header.attribute('operation') ?? 'new') !== 'new') return
  report.warn(
    'WARN_CXML_FULFILLMENT',
    reference,
    'A DocumentReference names what is changed, but operation is new. Write operation="update", or leave the DocumentReference out.',
  )
}

/** Warns of each element but the first with the same value in an attribute. Those without a value are left alone. */
export function checkOnce(
  elements: readonly XmlElement[],
  name: string,
  advice: string,
  report: Report,
): void {
  const seen = new Set<string>()
  for (const element of elements) {
    const value = element.attribute(name) ?? ''
    if (value !== '' && seen.has(value)) {
      const message = `There is already a ${element.name} whose ${name} is ${quoted(value)}. ${advice}`
      report.warn('WARN_CXML_FULFILLMENT', element, message, `@${name}`)
    }
    seen.add(value)
  }
}
