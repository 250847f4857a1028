import { describe, expect, it } from 'vitest'
import { validateCxml } from './validate-cxml.js'

const unit = (code = 'EA') => `<UnitOfMeasure>${code}</UnitOfMeasure>`
const price = '<UnitPrice><Money currency="USD">4.14</Money></UnitPrice>'
const substitute = `<ItemIn quantity="10"><ItemID><SupplierPartID>B-2</SupplierPartID></ItemID><ItemDetail>${price}<Description xml:lang="en">B</Description>${unit()}<Classification domain="UNSPSC">43232300</Classification></ItemDetail></ItemIn>`
const status = (type: string, quantity = '10', inside = '', attributes = '') =>
  `<ConfirmationStatus type="${type}" quantity="${quantity}" ${attributes}>${unit()}${inside}</ConfirmationStatus>`
const item = (statuses: string, lineNumber = '1') =>
  `<ConfirmationItem quantity="10" lineNumber="${lineNumber}">${unit()}${statuses}</ConfirmationItem>`

/** Warnings of a confirmation, as `code path: message`. */
function warningsOf(
  type: string,
  items: string,
  header: { readonly attributes?: string; readonly inside?: string } = {},
): readonly string[] {
  const { valid, problems } =
    validateCxml(`<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/Fulfill.dtd">
<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="D"><Identity>1</Identity></Credential></From><To><Credential domain="D"><Identity>2</Identity></Credential></To><Sender><Credential domain="D"><Identity>1</Identity></Credential><UserAgent/></Sender></Header>
<Request><ConfirmationRequest><ConfirmationHeader type="${type}" noticeDate="2026-01-15T10:00:00+00:00" ${header.attributes ?? ''}>${header.inside ?? ''}</ConfirmationHeader><OrderReference orderID="PO-1"><DocumentReference payloadID="p"/></OrderReference>${items}</ConfirmationRequest></Request></cXML>`)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(valid).toBe(true)
  return problems.map(
    ({ code, path, message }) =>
      `${code} ${path.replace('/cXML/Request/ConfirmationRequest', '')}: ${message}`,
  )
}

describe('a confirmation', () => {
  it.each([
    ['accept', ''],
    ['accept', item(status('accept'))],
    ['backordered', item(status('backordered'))],
    [
      'allDetail',
      item(status('allDetail', '4', substitute) + status('reject', '5') + status('unknown', '1')),
    ],
    ['detail', item(status('detail', '6', price) + status('backordered', '4')) + item(status('accept'), '2')],
    ['except', item(status('detail', '10', '', 'deliveryDate="2026-01-20T10:00:00+00:00"'))],
    ['except', item(status('reject'))],
    ['reject', ''],
    ['requestToPay', ''],
    ['requestToPay', item(status('requestToPay', '3'))],
    ['replace', item(status('detail', '10', substitute))],
  ])('of type %s that says what that type says has no warning', (type, items) => {
    expect(warningsOf(type, items)).toEqual([])
  })

  it('that refuses the whole order has no lines', () => {
    expect(warningsOf('reject', item(status('reject', '9')))).toEqual([
      'WARN_CXML_FULFILLMENT /ConfirmationItem: A confirmation of type reject refuses the whole order. Leave its ConfirmationItems out; to refuse single lines, the type is except or detail.',
    ])
  })

  it.each(['allDetail', 'detail', 'except'])('of type %s has lines', type => {
    expect(warningsOf(type, '')).toEqual([
      `WARN_CXML_FULFILLMENT /ConfirmationHeader/@type: A confirmation of type ${type} speaks of lines, and there is no ConfirmationItem. Add one for each line that it is about; to accept the whole order, the type is accept.`,
    ])
  })

  it.each([
    ['accept', 'reject', 'accept'],
    ['backordered', 'accept', 'backordered'],
    ['allDetail', 'accept', 'allDetail, backordered, reject, unknown'],
    ['detail', 'allDetail', 'accept, detail, backordered, reject, unknown'],
    ['except', 'requestToPay', 'accept, detail, backordered, reject, unknown'],
    ['replace', 'accept', 'detail'],
    ['requestToPay', 'accept', 'requestToPay'],
  ])('of type %s has no line of type %s', (type, statusType, expected) => {
    expect(warningsOf(type, item(status(statusType)))).toEqual([
      `WARN_CXML_FULFILLMENT /ConfirmationItem/ConfirmationStatus/@type: In a confirmation of type ${type} the status of a line is ${expected}; this one is ${statusType}.`,
    ])
  })

  it('says what differs where something does', () => {
    expect(warningsOf('detail', item(status('detail')))).toEqual([
      'WARN_CXML_FULFILLMENT /ConfirmationItem/ConfirmationStatus: A status of type detail says what differs from the order. Add a UnitPrice, Tax, Shipping, ItemIn or deliveryDate; where nothing differs, the type is accept.',
    ])
    expect(warningsOf('replace', item(status('detail', '10', price)))).toEqual([
      'WARN_CXML_FULFILLMENT /ConfirmationItem/ConfirmationStatus/ItemIn: A confirmation of type replace says what comes instead. Add an ItemIn with the replacement.',
    ])
  })

  it('says of all of a line what becomes of it', () => {
    const parts = (...quantities: readonly string[]) =>
      item(quantities.map(quantity => status('accept', quantity)).join(''))
    expect(warningsOf('accept', parts('8'))).toEqual([
      'WARN_CXML_FULFILLMENT /ConfirmationItem/@quantity: The line is of 10; its status is about 8. Say of all of it what becomes of it.',
    ])
    expect(warningsOf('accept', parts('9.7', '0.1', '0.1'))).toEqual([
      'WARN_CXML_FULFILLMENT /ConfirmationItem/@quantity: The line is of 10; its 3 statuses add up to 9.9. Say of all of it what becomes of it.',
    ])
    expect(warningsOf('accept', parts('9.7', '0.1', '0.20'))).toEqual([])
  })

  it('in several units is not added up', () => {
    const boxes = status('accept', '1').replace(unit(), unit('BX'))
    expect(warningsOf('accept', item(boxes))).not.toContainEqual(expect.stringContaining('FULFILLMENT'))
    const same = status('accept', '9').replace(unit(), unit('ea'))
    expect(warningsOf('accept', item(same))).toContainEqual(expect.stringContaining('is about 9'))
  })

  it('names each line once', () => {
    const [warning, ...others] = warningsOf(
      'accept',
      item(status('accept'), '1') + item(status('accept'), '2') + item(status('accept'), '1'),
    )
    expect(others).toEqual([])
    expect(warning).toBe(
      'WARN_CXML_FULFILLMENT /ConfirmationItem[3]/@lineNumber: There is already a ConfirmationItem whose lineNumber is "1". Say all of a line in one ConfirmationItem, with a ConfirmationStatus for each part of its quantity.',
    )
  })

  it('names what it updates, and only then', () => {
    const inside = '<DocumentReference payloadID="before"/>'
    expect(warningsOf('accept', '', { attributes: 'operation="update"', inside })).toEqual([])
    expect(warningsOf('accept', '', { attributes: 'operation="update"' })).toEqual([
      'WARN_CXML_FULFILLMENT /ConfirmationHeader/DocumentReference: operation is update, but nothing says of what. Add <DocumentReference payloadID="…"/> with the payloadID of the ConfirmationRequest before: the one that it takes the place of.',
    ])
    expect(warningsOf('accept', '', { inside })).toEqual([
      'WARN_CXML_FULFILLMENT /ConfirmationHeader/DocumentReference: A DocumentReference names what is changed, but operation is new. Write operation="update", or leave the DocumentReference out.',
    ])
  })
})
