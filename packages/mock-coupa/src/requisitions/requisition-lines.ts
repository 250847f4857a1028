import { addDecimals } from '@punchloop/sdk/cxml'
import type { AccountAllocation } from '../accounting/allocation.js'
import { converted, exchangeRateOf } from '../accounting/exchange.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import {
  memberOf,
  numberOf,
  presentDate,
  presentNumber,
  presentText,
  type Row,
  textOf,
} from '../store/row.js'
import { readRealtimeExtension } from './realtime-records.js'
import type { CustomFields, Kept, NewRequisitionLine, RequisitionLine } from './requisition.js'
import { withSupplierTerms } from './supplier-terms.js'

export function readLines(db: Database, requisition: number): RequisitionLine[] {
  return db
    .all('SELECT * FROM requisition_lines WHERE requisition = $requisition ORDER BY line_num', {
      requisition,
    })
    .map(lineOf)
    .map(line => withRealtime(db, line))
}

/** Only what came from a punchout site without a visit to it can have been added from Open Buy. */
function withRealtime(db: Database, line: RequisitionLine): RequisitionLine {
  if (line.punchoutSite === undefined || line.trip !== undefined) return line
  const realtime = readRealtimeExtension(db, line.id)
  return realtime === undefined ? line : { ...line, realtime }
}

/** Appends lines with numbers that step by one, and keeps the total. */
export function appendLines(work: Work, requisition: number, lines: readonly NewRequisitionLine[]): void {
  writeLines(work, requisition, { changed: [], added: lines })
}

type ChangedLine = NewRequisitionLine & { readonly id: number }

/** Replaces what a line says; its id and number stay. */
export function replaceLine(work: Work, requisition: number, line: ChangedLine): void {
  writeLines(work, requisition, { changed: [line], added: [] })
}

/** Both, for as many lines as there are; the total is reckoned once. */
export function writeLines(
  work: Work,
  requisition: number,
  lines: { readonly changed: readonly ChangedLine[]; readonly added: readonly NewRequisitionLine[] },
): void {
  for (const line of lines.changed) updateLine(work, requisition, line)
  if (lines.added.length > 0) insertLines(work, requisition, lines.added)
  keepTotal(work, requisition)
}

function insertLines(work: Work, requisition: number, lines: readonly NewRequisitionLine[]): void {
  const first = nextLineNum(work, requisition)
  for (const [index, line] of lines.entries()) {
    work.db.run(insertion, {
      requisition,
      line_num: first + index,
      ...columnsOf(withSupplierTerms(work.db, line), work),
      now: work.now.toISOString(),
    })
  }
}

/** They step by one. */
export function nextLineNum({ db }: Work, requisition: number): number {
  const last = db.get(
    'SELECT coalesce(max(line_num), 0) AS last FROM requisition_lines WHERE requisition = $requisition',
    { requisition },
  )
  return (last === undefined ? 0 : numberOf(last, 'last')) + 1
}

function updateLine(work: Work, requisition: number, line: ChangedLine): void {
  const { supplier_id: before } = work.db.get('SELECT supplier_id FROM requisition_lines WHERE id = $id', {
    id: line.id,
  }) ?? { supplier_id: null }
  const isOther = line.supplier !== undefined && line.supplier.id !== before
  const said = isOther ? withSupplierTerms(work.db, line) : line
  work.db.run(
    `UPDATE requisition_lines SET ${lineColumns.map(column => `${column} = $${column}`).join(', ')},
       updated_at = $now WHERE requisition = $requisition AND id = $id`,
    { requisition, id: line.id, ...columnsOf(said, work), now: work.now.toISOString() },
  )
}

const lineColumns = [
  'line_type',
  'source_type',
  'description',
  'description_lang',
  'source_part_num',
  'supp_aux_part_num',
  'item',
  'quantity',
  'unit_price',
  'currency',
  'total',
  'uom',
  'unspsc_code',
  'commodity',
  'account',
  'contract',
  'payment_term',
  'shipping_term',
  'need_by_date',
  'manufacturer_name',
  'manufacturer_part_number',
  'image_url',
  'supplier_id',
  'supplier_name',
  'site_id',
  'site_name',
  'trip',
  'custom_fields',
  'allocations',
  'exchange_rate',
  'more',
] as const

const insertion = `INSERT INTO requisition_lines (requisition, line_num, ${lineColumns.join(', ')}, created_at, updated_at)
  VALUES ($requisition, $line_num, ${lineColumns.map(column => `$${column}`).join(', ')}, $now, $now)`

function columnsOf(
  line: NewRequisitionLine,
  { company }: Work,
): Record<(typeof lineColumns)[number], string | number | undefined> {
  return {
    line_type: line.lineType,
    source_type: line.sourceType,
    description: line.description,
    description_lang: line.descriptionLang,
    source_part_num: line.sourcePartNum,
    supp_aux_part_num: line.suppAuxPartNum,
    item: line.item,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    currency: line.currency,
    total: line.total,
    uom: line.uom,
    unspsc_code: line.unspscCode,
    commodity: line.commodity,
    account: line.account,
    contract: line.contract,
    payment_term: line.paymentTerm,
    shipping_term: line.shippingTerm,
    need_by_date: line.needByDate?.toISOString(),
    manufacturer_name: line.manufacturerName,
    manufacturer_part_number: line.manufacturerPartNumber,
    image_url: line.imageUrl,
    supplier_id: line.supplier?.id,
    supplier_name: line.supplier?.name,
    site_id: line.punchoutSite?.id,
    site_name: line.punchoutSite?.name,
    trip: line.trip,
    custom_fields: JSON.stringify(line.customFields ?? {}),
    allocations: JSON.stringify(line.allocations ?? []),
    exchange_rate: exchangeRateOf(company, line.currency),
    more: JSON.stringify(line.more ?? {}),
  }
}

/** Takes a line away; the ones after it move up, since Coupa's line numbers step by one. */
export function deleteLine(work: Work, requisition: number, lineNum: number): void {
  const { changes } = work.db.run(
    'DELETE FROM requisition_lines WHERE requisition = $requisition AND line_num = $lineNum',
    { requisition, lineNum },
  )
  if (changes === 0) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `Requisition ${requisition} has no line ${lineNum}`)
  }
  const after = work.db.all(
    'SELECT line_num FROM requisition_lines WHERE requisition = $requisition AND line_num > $lineNum ORDER BY line_num',
    { requisition, lineNum },
  )
  // One by one and in order: the numbers are unique and must not meet on the way.
  for (const row of after) {
    work.db.run(
      'UPDATE requisition_lines SET line_num = line_num - 1 WHERE requisition = $requisition AND line_num = $lineNum',
      { requisition, lineNum: numberOf(row, 'line_num') },
    )
  }
  keepTotal(work, requisition)
}

/** Rates change: what is submitted is worth what it is worth then. */
export function refreshRates(work: Work, requisition: number): void {
  const rows = work.db.all(
    'SELECT DISTINCT currency FROM requisition_lines WHERE requisition = $requisition',
    { requisition },
  )
  for (const row of rows) {
    const currency = textOf(row, 'currency')
    work.db.run(
      'UPDATE requisition_lines SET exchange_rate = $rate WHERE requisition = $requisition AND currency = $currency',
      { requisition, currency, rate: exchangeRateOf(work.company, currency) },
    )
  }
  keepTotal(work, requisition)
}

function keepTotal(work: Work, requisition: number): void {
  const totals = work.db
    .all(
      'SELECT total, exchange_rate FROM requisition_lines WHERE requisition = $requisition AND exchange_rate IS NOT NULL',
      { requisition },
    )
    .map(row => converted(textOf(row, 'total'), textOf(row, 'exchange_rate')))
  work.db.run(
    `UPDATE requisitions SET total = $total, estimated_tax_percent = $percent, updated_at = $now
     WHERE number = $requisition`,
    {
      requisition,
      total: addDecimals('0', ...totals),
      percent: work.company.estimatedTaxPercent ?? '0',
      now: work.now.toISOString(),
    },
  )
}

function lineOf(row: Row): RequisitionLine {
  const { exchangeRate } = presentText(row, { exchangeRate: 'exchange_rate' })
  const { siteId, supplierId } = presentNumber(row, { siteId: 'site_id', supplierId: 'supplier_id' })
  return {
    id: numberOf(row, 'id'),
    lineNum: numberOf(row, 'line_num'),
    lineType: memberOf(row, 'line_type', ['RequisitionQuantityLine', 'RequisitionAmountLine']),
    sourceType: memberOf(row, 'source_type', ['Punchout', 'Catalog', 'Non-Catalog Request']),
    description: textOf(row, 'description'),
    descriptionLang: textOf(row, 'description_lang'),
    quantity: textOf(row, 'quantity'),
    unitPrice: textOf(row, 'unit_price'),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    ...(exchangeRate === undefined
      ? {}
      : { exchangeRate, worth: converted(textOf(row, 'total'), exchangeRate) }),
    ...(supplierId === undefined ? {} : { supplier: { id: supplierId, name: textOf(row, 'supplier_name') } }),
    ...(siteId === undefined ? {} : { punchoutSite: { id: siteId, name: textOf(row, 'site_name') } }),
    ...presentNumber(row, { trip: 'trip', item: 'item', contract: 'contract' }),
    ...presentDate(row, { needByDate: 'need_by_date' }),
    ...presentCustomFields(row),
    ...presentKept(row),
    ...presentAllocations(row),
    ...presentText(row, {
      sourcePartNum: 'source_part_num',
      suppAuxPartNum: 'supp_aux_part_num',
      uom: 'uom',
      unspscCode: 'unspsc_code',
      commodity: 'commodity',
      account: 'account',
      paymentTerm: 'payment_term',
      shippingTerm: 'shipping_term',
      manufacturerName: 'manufacturer_name',
      manufacturerPartNumber: 'manufacturer_part_number',
      imageUrl: 'image_url',
    }),
  }
}

/** Absent where there are none, as most requisitions have none. */
export function presentCustomFields(row: Row): { readonly customFields?: CustomFields } {
  const text = textOf(row, 'custom_fields')
  return text === '{}' ? {} : { customFields: JSON.parse(text) as CustomFields }
}

export function presentKept(row: Row): { readonly more?: Kept } {
  const text = textOf(row, 'more')
  return text === '{}' ? {} : { more: JSON.parse(text) as Kept }
}

/** Absent where everything is charged to one account. */
function presentAllocations(row: Row): { readonly allocations?: readonly AccountAllocation[] } {
  const text = textOf(row, 'allocations')
  return text === '[]' ? {} : { allocations: JSON.parse(text) as AccountAllocation[] }
}
