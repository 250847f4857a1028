import { describe, expect, it } from 'vitest'
import { validateCxml } from './validate-cxml.js'

const dates = 'shipmentDate="2026-01-15T08:00:00+00:00" deliveryDate="2026-01-17T12:00:00+00:00"'
const level = '<ServiceLevel xml:lang="en">overnight</ServiceLevel>'
const reference = '<DocumentReference payloadID="before"/>'
const leg = (attributes = '', inside = '') =>
  `<ShipControl ${attributes}><CarrierIdentifier domain="SCAC">UPSN</CarrierIdentifier><ShipmentIdentifier>1Z</ShipmentIdentifier>${inside}</ShipControl>`
const item = (attributes = 'lineNumber="1"', batches = '') =>
  `<ShipNoticeItem quantity="10" ${attributes}><UnitOfMeasure>EA</UnitOfMeasure>${batches}</ShipNoticeItem>`
const batch = (quantity?: string) =>
  `<Batch ${quantity === undefined ? '' : `batchQuantity="${quantity}"`}><SupplierBatchID>L</SupplierBatchID></Batch>`
const portion = (items = item(), orderID = 'orderID="PO-1"', payloadID = 'p') =>
  `<ShipNoticePortion><OrderReference ${orderID}><DocumentReference payloadID="${payloadID}"/></OrderReference>${items}</ShipNoticePortion>`

/** Warnings of a notice, as `path: message`. */
function warningsOf(change: {
  readonly attributes?: string
  readonly header?: string
  readonly legs?: string
  readonly portions?: string
}): readonly string[] {
  const { attributes = dates, header = level, legs = leg(), portions = portion() } = change
  const { valid, problems } =
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/Fulfill.dtd">
<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Request><ShipNoticeRequest><ShipNoticeHeader shipmentID="S-1" noticeDate="2026-01-15T10:00:00+00:00" ${attributes}>${header}</ShipNoticeHeader>${legs}${portions}</ShipNoticeRequest></Request></cXML>`)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(valid).toBe(true)
  expect(problems.filter(({ code }) => code !== 'WARN_CXML_FULFILLMENT')).toEqual([])
  return problems.map(
    ({ path, message }) => `${path.replace('/cXML/Request/ShipNoticeRequest', '')}: ${message}`,
  )
}

describe('a ship notice', () => {
  it('that says what it must has no warning', () => {
    expect(warningsOf({})).toEqual([])
    expect(warningsOf({ portions: portion('') })).toEqual([])
  })

  it('leaves things out only to delete', () => {
    const nothing = { header: '', legs: '', portions: '' }
    const deleted = 'operation="delete"'
    expect(warningsOf({ ...nothing, header: reference, attributes: deleted })).toEqual([])
    const rest = 'Only a delete may leave this out'
    expect(warningsOf({ ...nothing, attributes: '' })).toEqual([
      `/ShipControl: ${rest}: the carrier and its tracking number.`,
      `/ShipNoticePortion: ${rest}: the order that is shipped.`,
      `/ShipNoticeHeader/@shipmentDate: ${rest}: when the goods left, or will leave.`,
      `/ShipNoticeHeader/@deliveryDate: ${rest}: when they are expected.`,
      `/ShipNoticeHeader/ServiceLevel: ${rest}: how fast the carrier delivers. Add <ServiceLevel xml:lang="en">standard</ServiceLevel> as the first child.`,
    ])
  })

  it.each(['update', 'delete'])('that is an %s names the notice before, and only then', operation => {
    const attributes = `${dates} operation="${operation}"`
    expect(warningsOf({ attributes, header: level + reference })).toEqual([])
    expect(warningsOf({ attributes })).toEqual([
      expect.stringMatching(
        `^/ShipNoticeHeader/DocumentReference: operation is ${operation}, but nothing says of what\\. .*ShipNoticeRequest`,
      ),
    ])
    expect(warningsOf({ header: level + reference })).toEqual([
      expect.stringMatching(
        '^/ShipNoticeHeader/DocumentReference: A DocumentReference names what is changed',
      ),
    ])
  })

  it('says the level of service once in a language', () => {
    const german = level.replace('"en"', '"de"')
    expect(warningsOf({ header: level + german })).toEqual([])
    expect(warningsOf({ header: level + german + level })).toEqual([
      '/ShipNoticeHeader/ServiceLevel[3]/@xml:lang: There is already a ServiceLevel whose xml:lang is "en". Several ServiceLevels say the same in several languages.',
    ])
  })

  it('names an order once', () => {
    expect(warningsOf({ portions: portion() + portion(item(), 'orderID="PO-2"') })).toEqual([])
    expect(warningsOf({ portions: portion() + portion(item(), 'orderID="PO-1"', 'q') })).toEqual([
      '/ShipNoticePortion[2]/OrderReference: There is already a ShipNoticePortion of the order "PO-1". Put all items of an order into one.',
    ])
    expect(warningsOf({ portions: portion(item(), '') + portion(item(), '', 'q') })).toEqual([])
    expect(warningsOf({ portions: portion(item(), '') + portion(item(), '') })).toHaveLength(1)
  })

  it('names a line of an order once, or in parts with numbers of their own', () => {
    const second = portion(item(), 'orderID="PO-2"')
    expect(warningsOf({ portions: portion(item() + item('lineNumber="2"')) + second })).toEqual([])
    expect(warningsOf({ portions: portion(item() + item()) })).toEqual([
      '/ShipNoticePortion/ShipNoticeItem[2]/@lineNumber: There is already a ShipNoticeItem of the line "1". Make one of them, or give each a shipNoticeLineNumber of its own.',
    ])
    const part = (number: string) => item(`lineNumber="1" shipNoticeLineNumber="${number}"`)
    expect(warningsOf({ portions: portion(part('1') + part('2')) })).toEqual([])
    expect(warningsOf({ portions: portion(part('1') + part('2') + part('1')) })).toHaveLength(1)
    expect(warningsOf({ portions: portion(part('1') + item()) })).toHaveLength(1)
  })

  it('has batches that add up to the item', () => {
    const of = (...batches: readonly string[]) => ({
      portions: portion(item('lineNumber="1"', batches.join(''))),
    })
    expect(warningsOf(of(batch('9.9'), batch('0.1')))).toEqual([])
    expect(warningsOf(of(batch(), batch('4')))).toEqual([])
    expect(warningsOf(of(batch('4'), '<SupplierBatchID>L</SupplierBatchID>'))).toEqual([])
    expect(warningsOf(of(batch('4'), batch('5')))).toEqual([
      '/ShipNoticePortion/ShipNoticeItem/@quantity: The item is of 10; its 2 batches add up to 9.',
    ])
  })

  it('tells the legs of a journey as it goes', () => {
    const start = (time: string) => leg(`startDate="2026-01-${time}:00:00+00:00"`)
    expect(warningsOf({ legs: leg() + start('16T08') + start('16T09') })).toEqual([])
    expect(warningsOf({ legs: start('15T08') })).toEqual([
      '/ShipControl/@startDate: The first ShipControl begins at the shipmentDate of the header. Leave startDate out.',
    ])
    expect(warningsOf({ legs: leg() + leg() })).toEqual([
      '/ShipControl[2]/@startDate: Each ShipControl but the first says when its carrier takes over. Add startDate.',
    ])
    expect(warningsOf({ legs: leg() + start('16T09') + start('16T08') })).toEqual([
      '/ShipControl[3]/@startDate: This ShipControl does not begin after the one before it. List them as the shipment travels.',
    ])
    const elsewhere = leg('startDate="2026-01-16T09:30:00+02:00"')
    expect(warningsOf({ legs: leg() + start('16T08') + elsewhere })).toHaveLength(1)
  })

  it('numbers its packages upwards', () => {
    const packages = (begin: string, end: string) => ({
      legs: leg('', `<PackageIdentification rangeBegin="${begin}" rangeEnd="${end}"/>`),
    })
    expect(warningsOf(packages('9', '10'))).toEqual([])
    expect(warningsOf(packages('10', '9'))).toEqual([
      '/ShipControl/PackageIdentification/@rangeEnd: The numbers on the packages are from 10 to 9; the second is the greater one.',
    ])
  })
})
