import { formatDecimal } from '@punchloop/sdk/cxml'
import type { Company } from '../company/company.js'
import { findAddress } from '../company/find.js'
import { fixedWidth, type PdfText, pageSize, writePdf } from '../pdf/write-pdf.js'
import type { Invoice, InvoiceLine } from './invoice.js'

const margin = 50
const right = pageSize.width - margin
const linesOnFirstPage = 26
const linesOnPage = 40
const lineHeight = 16
const longestDescription = 48

/**
 * An invoice on paper: from whom, to whom, its lines, charges, taxes and what they come to.
 * Unverified: what Coupa's legal invoice looks like, which is made for countries whose law asks for one.
 */
export function writeInvoicePdf(invoice: Invoice, company: Readonly<Company>): Uint8Array {
  const parts = pagesOf(invoice.lines)
  const pages = parts.map((lines, index): PdfText[] => {
    const isFirst = index === 0
    const top = isFirst ? 290 : 70
    const end = top + (lines.length + 1) * lineHeight
    return [
      ...(isFirst ? head(invoice, company) : []),
      ...tableHead(top),
      ...lines.flatMap((line, row) => lineTexts(line, top + (row + 1) * lineHeight)),
      ...(index === parts.length - 1 ? totals(invoice, end + lineHeight) : []),
      { x: margin, y: pageSize.height - 30, size: 8, text: `Page ${index + 1} of ${parts.length}` },
    ]
  })
  return writePdf(`${invoice.documentType} ${invoice.invoiceNumber}`, pages)
}

function pagesOf(lines: readonly InvoiceLine[]): readonly (readonly InvoiceLine[])[] {
  const rest = lines.slice(linesOnFirstPage)
  const more = Array.from({ length: Math.ceil(rest.length / linesOnPage) }, (_, index) =>
    rest.slice(index * linesOnPage, (index + 1) * linesOnPage),
  )
  return [lines.slice(0, linesOnFirstPage), ...more]
}

function head(invoice: Invoice, company: Readonly<Company>): PdfText[] {
  const { streets, postalCode, city, state, country } = findAddress(company, company.billTo)
  const facts = [
    ['Number', invoice.invoiceNumber],
    ['Date', invoice.invoiceDate.toISOString().slice(0, 10)],
    ['Status', invoice.status.replaceAll('_', ' ')],
    ...(invoice.originalInvoiceNumber === undefined ? [] : [['Credits', invoice.originalInvoiceNumber]]),
    ...(invoice.paymentTerm === undefined ? [] : [['Payment term', invoice.paymentTerm]]),
  ]
  const buyer = [company.name, ...streets, [postalCode, city, state].filter(Boolean).join(' '), country]
  return [
    { x: margin, y: 70, size: 20, font: 'bold', text: invoice.documentType },
    ...facts.map(
      ([name, value], row): PdfText => ({ x: margin, y: 100 + row * 14, text: `${name}: ${value}` }),
    ),
    { x: margin, y: 190, font: 'bold', text: 'From' },
    { x: margin, y: 205, text: invoice.supplier.name },
    { x: 320, y: 190, font: 'bold', text: 'To' },
    ...buyer.map((text, row): PdfText => ({ x: 320, y: 205 + row * 14, text })),
  ]
}

function tableHead(y: number): PdfText[] {
  return [
    { x: margin, y, font: 'bold', text: 'Line' },
    { x: margin + 35, y, font: 'bold', text: 'Description' },
    { ...atRight('Quantity', 390, y), font: 'fixed' },
    { ...atRight('Price', 465, y), font: 'fixed' },
    { ...atRight('Total', right, y), font: 'fixed' },
  ]
}

function lineTexts({ lineNum, description, quantity, uom, price, total }: InvoiceLine, y: number): PdfText[] {
  const isLong = description.length > longestDescription
  return [
    { x: margin, y, text: String(lineNum) },
    { x: margin + 35, y, text: isLong ? `${description.slice(0, longestDescription - 3)}...` : description },
    atRight(quantity === undefined ? '' : [quantity, uom].filter(Boolean).join(' '), 390, y),
    atRight(formatDecimal(price, 2), 465, y),
    atRight(formatDecimal(total, 2), right, y),
  ]
}

function totals(invoice: Invoice, y: number): PdfText[] {
  const rows = [
    ['Net', invoice.netTotal],
    ['Shipping', invoice.shippingAmount],
    ['Handling', invoice.handlingAmount],
    ['Other charges', invoice.miscAmount],
    ['Tax', invoice.taxAmount],
    [`Total in ${invoice.currency}`, invoice.grossTotal],
  ] as const
  const said = rows.filter(
    ([, amount], index) => index === 0 || index === rows.length - 1 || /[1-9]/.test(amount),
  )
  return said.flatMap(([name, amount], row): PdfText[] => [
    {
      x: 330,
      y: y + row * lineHeight,
      font: row === said.length - 1 ? 'bold' : 'plain',
      text: name,
    },
    atRight(formatDecimal(amount, 2), right, y + row * lineHeight),
  ])
}

/** It ends at `end`. */
function atRight(text: string, end: number, y: number): PdfText {
  const size = 9
  return { x: Math.round(end - text.length * size * fixedWidth), y, size, font: 'fixed', text }
}
