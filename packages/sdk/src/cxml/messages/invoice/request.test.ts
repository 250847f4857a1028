import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm'
import { afterAll, describe, expect, it } from 'vitest'
import * as invoices from '../../../../test/invoices.js'
import { CxmlError } from '../../../errors.js'
import type { RequestDocument } from '../../document.js'
import { versionsOf } from '../../dtd/grammar.js'
import { parseCxml } from '../../parse-cxml.js'
import { serializeCxml } from '../../serialize-cxml.js'
import { validateCxml } from '../../validation/validate-cxml.js'

const material =
  process.env.CXML_MATERIAL ?? fileURLToPath(new URL('../../../../../../../shared/cxml', import.meta.url))
const hasMaterial = existsSync(material)
if (!hasMaterial)
  console.warn('SKIPPED: no cXML material beside the clone, so no invoice is held against its DTD')

/** The versions that have what is in them; all, unless said. */
const since: Readonly<Partial<Record<keyof typeof invoices, string>>> = {
  imported: '1.2.028',
  lineLevelDebitMemo: '1.2.037',
}

/** In the file of 1.2.024 the attribute `name` of Extrinsic and Accounting has another name, a slip of its editor. */
const named: readonly string[] = ['standard', 'labour', 'imported']

const cases = Object.entries(invoices).flatMap(([name, draft]) =>
  versionsOf('InvoiceDetail')
    .filter(version => version >= (since[name as keyof typeof invoices] ?? ''))
    .filter(version => version !== '1.2.024' || !named.includes(name))
    .map(version => ({ name, draft, version })),
)

function invoiceOf(xml: string): RequestDocument<'InvoiceDetailRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'InvoiceDetailRequest') throw new Error(document.kind)
  return document
}

describe('an invoice of each purpose', () => {
  it.each(cases)('is written without a mistake, and comes back: $name, $version', ({ draft, version }) => {
    const xml = serializeCxml(draft, { dtdVersion: version })
    expect(validateCxml(xml).problems).toEqual([])
    const read = invoiceOf(xml)
    expect(read.warnings).toEqual([])
    expect(read).toMatchObject(draft)
    const { doctype: _, ...copy } = read
    expect(serializeCxml(copy, { dtdVersion: version })).toBe(xml)
  })

  it('declares what Coupa declares, unless it is told otherwise', () => {
    expect(serializeCxml(invoices.standard)).toContain('/1.2.020/InvoiceDetail.dtd"')
  })
})

describe.skipIf(!hasMaterial)('an invoice of each purpose, by libxml2', () => {
  const validators = new Map<string, DtdValidator>()
  afterAll(() => {
    for (const validator of validators.values()) validator.dispose()
  })

  it.each(cases)('is valid: $name, $version', ({ draft, version }) => {
    const file = `${material}/dtd/${version}/InvoiceDetail.dtd`
    const validator = validators.get(file) ?? new DtdValidator(XmlDtd.fromBuffer(readFileSync(file)))
    validators.set(file, validator)
    const document = XmlDocument.fromString(serializeCxml(draft, { dtdVersion: version }))
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  })
})

const envelopeOf = (payload: string, version = '1.2.020') =>
  `<!DOCTYPE cXML SYSTEM "http://xml.cXML.org/schemas/cXML/${version}/InvoiceDetail.dtd">
<cXML payloadID="1@supplier.example" timestamp="2026-01-15T10:00:00+00:00">
  <Header>
    <From><Credential domain="DUNS"><Identity>942888711</Identity></Credential></From>
    <To><Credential domain="NetworkID"><Identity>AN01</Identity></Credential></To>
    <Sender><Credential domain="DUNS"><Identity>942888711</Identity></Credential><UserAgent/></Sender>
  </Header>
  <Request><InvoiceDetailRequest>${payload}</InvoiceDetailRequest></Request>
</cXML>`

const headerOf = (attributes = '', rest = '') =>
  `<InvoiceDetailRequestHeader invoiceID="INV-1" invoiceDate="2026-01-15T09:59:00+00:00" ${attributes}>
    <InvoiceDetailHeaderIndicator/><InvoiceDetailLineIndicator isTaxInLine="yes"/>${rest}
  </InvoiceDetailRequestHeader>`

const money = (amount: string) => `<Money currency="EUR">${amount}</Money>`

const itemOf = (quantity: string, reference = '') =>
  `<InvoiceDetailItem invoiceLineNumber="1" quantity="${quantity}">
    <UnitOfMeasure>EA</UnitOfMeasure><UnitPrice>${money('0.0125')}</UnitPrice>
    <InvoiceDetailItemReference lineNumber="10">${reference}</InvoiceDetailItemReference>
    <SubtotalAmount>${money('1,000.00')}</SubtotalAmount>
  </InvoiceDetailItem>`

const orderOf = (lines: string) =>
  `<InvoiceDetailOrder><InvoiceDetailOrderInfo><OrderIDInfo orderID="007"/></InvoiceDetailOrderInfo>${lines}</InvoiceDetailOrder>`

const summaryOf = (amount: string) =>
  `<InvoiceDetailSummary><SubtotalAmount>${money(amount)}</SubtotalAmount>
    <Tax>${money('0')}<Description xml:lang="en"/></Tax><NetAmount>${money(amount)}</NetAmount>
  </InvoiceDetailSummary>`

describe('an invoice that was sent', () => {
  it('is read field by field', () => {
    const service = `<InvoiceDetailServiceItem invoiceLineNumber="2" quantity="1.50">
        <InvoiceDetailServiceItemReference/><SubtotalAmount>${money('60')}</SubtotalAmount>
        <UnitRate>${money('40')}<UnitOfMeasure>HUR</UnitOfMeasure></UnitRate>
      </InvoiceDetailServiceItem>`
    const reference =
      '<Description xml:lang="de">Schrauben &amp; Muttern</Description><SerialNumber>1</SerialNumber>'
    const header = headerOf(
      'purpose="standard"',
      `<InvoicePartner><Contact role="billTo"><Name xml:lang="de">Müller</Name></Contact>
         <IdReference identifier="DE123456789" domain="vatID"/></InvoicePartner>
       <PaymentTerm payInNumberOfDays="30"/><Comments>Danke</Comments>`,
    )
    const { request } = invoiceOf(
      envelopeOf(header + orderOf(itemOf('80000', reference) + service) + summaryOf('1060.00')),
    )
    const {
      invoiceDetailRequestHeader,
      invoiceDetailOrders,
      invoiceDetailHeaderOrders,
      invoiceDetailSummary,
    } = request.invoiceDetailRequest
    expect(invoiceDetailRequestHeader).toMatchObject({
      invoiceID: 'INV-1',
      purpose: 'standard',
      operation: 'new',
      invoiceDate: '2026-01-15T09:59:00+00:00',
      invoiceDetailHeaderIndicator: {},
      invoiceDetailLineIndicator: { isTaxInLine: 'yes' },
      invoicePartners: [
        {
          contact: { role: 'billTo', name: { xmlLang: 'de', value: 'Müller' } },
          idReferences: [{ identifier: 'DE123456789', domain: 'vatID' }],
        },
      ],
      paymentTerms: [{ payInNumberOfDays: '30' }],
      comments: { value: 'Danke' },
    })
    expect(invoiceDetailHeaderOrders).toEqual([])
    const [order] = invoiceDetailOrders
    expect(order?.invoiceDetailOrderInfo.orderIDInfo?.orderID).toBe('007')
    expect(order?.invoiceDetailItems).toMatchObject([
      {
        invoiceLineNumber: '1',
        quantity: '80000',
        unitOfMeasure: 'EA',
        unitPrice: { money: { currency: 'EUR', amount: '0.0125' } },
        invoiceDetailItemReference: {
          lineNumber: '10',
          description: { xmlLang: 'de', value: 'Schrauben & Muttern' },
          serialNumbers: ['1'],
        },
        subtotalAmount: { money: { amount: '1000.00', originalText: '1,000.00' } },
      },
    ])
    expect(order?.invoiceDetailServiceItems).toMatchObject([
      {
        invoiceLineNumber: '2',
        quantity: '1.50',
        subtotalAmount: { money: { amount: '60' } },
        unitRate: { money: { amount: '40' }, unitOfMeasure: 'HUR' },
      },
    ])
    expect(invoiceDetailSummary.netAmount.money).toEqual({ currency: 'EUR', amount: '1060.00' })
  })

  it('is written as it was, services before goods included', () => {
    const service = `<InvoiceDetailServiceItem invoiceLineNumber="2"><InvoiceDetailServiceItemReference/><SubtotalAmount>${money('60')}</SubtotalAmount></InvoiceDetailServiceItem>`
    const xml = envelopeOf(headerOf() + orderOf(service + itemOf('1')) + summaryOf('60.01'))
    const document = invoiceOf(xml)
    expect(document.warnings).toEqual([])
    const written = serializeCxml(document)
    expect(written.indexOf('<InvoiceDetailServiceItem')).toBeLessThan(written.indexOf('<InvoiceDetailItem '))
  })

  it('has a purpose and an operation where it says nothing', () => {
    const { request } = invoiceOf(envelopeOf(headerOf() + orderOf(itemOf('1')) + summaryOf('1000')))
    expect(request.invoiceDetailRequest.invoiceDetailRequestHeader).toMatchObject({
      purpose: 'standard',
      operation: 'new',
    })
  })

  it('is read without indicators, which are missed', () => {
    const header = '<InvoiceDetailRequestHeader invoiceID="1" invoiceDate="2026-01-15T09:59:00+00:00"/>'
    const { warnings } = invoiceOf(envelopeOf(header + orderOf(itemOf('1')) + summaryOf('1000')))
    expect(warnings.map(({ message }) => message)).toEqual([
      'InvoiceDetailRequestHeader/InvoiceDetailHeaderIndicator is missing; the DTD requires it.',
      'InvoiceDetailRequestHeader/InvoiceDetailLineIndicator is missing; the DTD requires it.',
    ])
  })

  it.each([
    ['a purpose that nobody knows', headerOf('purpose="credit"') + orderOf(itemOf('1')), '@purpose'],
    ['an operation that nobody knows', headerOf('operation="update"') + orderOf(itemOf('1')), '@operation'],
    ['a quantity that is none', headerOf() + orderOf(itemOf('a dozen')), '@quantity'],
    ['no header', orderOf(itemOf('1')), 'InvoiceDetailRequestHeader'],
  ])('cannot be used with %s', (_, payload, place) => {
    const read = () => parseCxml(envelopeOf(payload + summaryOf('1000')))
    expect(read).toThrow(CxmlError)
    expect(read).toThrow(place)
  })
})

describe('an invoice to be written', () => {
  const { invoiceDetailRequest } = invoices.standard.request
  const changed = (change: object) => ({
    ...invoices.standard,
    request: { invoiceDetailRequest: { ...invoiceDetailRequest, ...change } },
  })

  it.each([
    [
      'without indicators',
      changed({
        invoiceDetailRequestHeader: {
          ...invoiceDetailRequest.invoiceDetailRequestHeader,
          invoiceDetailHeaderIndicator: undefined,
        },
      }),
      'InvoiceDetailRequestHeader/InvoiceDetailHeaderIndicator: is missing',
    ],
    [
      'with whole orders beside lines',
      changed({
        invoiceDetailHeaderOrders:
          invoices.headerInvoice.request.invoiceDetailRequest.invoiceDetailHeaderOrders,
      }),
      'InvoiceDetailHeaderOrder: cannot stand beside InvoiceDetailOrder',
    ],
    [
      'without orders',
      changed({ invoiceDetailOrders: [] }),
      'InvoiceDetailRequest/InvoiceDetailOrder: is missing',
    ],
    [
      'with both forms of payment terms',
      changed({
        invoiceDetailRequestHeader: {
          ...invoiceDetailRequest.invoiceDetailRequestHeader,
          invoiceDetailPaymentTerms: [{ payInNumberOfDays: '10', percentageRate: '2' }],
        },
      }),
      'PaymentTerm: cannot stand beside InvoiceDetailPaymentTerm',
    ],
    [
      'with a manufacturer without a part number',
      changed({
        invoiceDetailOrders: invoiceDetailRequest.invoiceDetailOrders?.map(order => ({
          ...order,
          invoiceDetailItems: order.invoiceDetailItems?.map(item => ({
            ...item,
            invoiceDetailItemReference: { lineNumber: '1', manufacturerName: 'Lumen' },
          })),
        })),
      }),
      'ManufacturerPartID: is missing',
    ],
  ])('is refused %s', (_, draft, message) => {
    const write = () => serializeCxml(draft as typeof invoices.standard)
    expect(write).toThrow(CxmlError)
    expect(write).toThrow(message)
  })

  it("is refused with what the receiver's version lacks", () => {
    expect(() => serializeCxml(invoices.imported)).toThrow(/ShipNoticeIDInfo.* 1\.2\.020/)
  })
})
