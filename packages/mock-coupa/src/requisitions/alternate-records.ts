import { multiplyDecimals } from '@punchloop/sdk/cxml'
import type { PunchoutSite } from '../company/punchout-site.js'
import type { Work } from '../control/work.js'
import type { OpenBuyItem } from '../shopping/read-open-buy-item.js'
import type { Database } from '../store/database.js'
import { numberOf, presentText, type Row, textOf } from '../store/row.js'
import type { Alternate } from './realtime-extension.js'
import type { RequisitionLine } from './requisition.js'

/** What the supplier offers instead, in place of what it offered before. */
export function replaceAlternates(
  work: Work,
  line: RequisitionLine,
  offered: { readonly site: PunchoutSite; readonly items: readonly OpenBuyItem[] },
): void {
  work.db.run('DELETE FROM alternates WHERE requisition_line = $line', { line: line.id })
  for (const item of offered.items) {
    work.db.run(
      `INSERT INTO alternates (requisition_line, description, summary, quantity, unit_price, total, currency, uom,
         source_part_num, unspsc_code, manufacturer_name, manufacturer_part_number, realtime_item_key, image_url,
         supplier_id, site_id, contract, created_at, updated_at)
       VALUES ($line, $description, $summary, $quantity, $unitPrice, $total, $currency, $uom, $sourcePartNum,
         $unspscCode, $manufacturerName, $manufacturerPartNumber, $realtimeItemKey, $imageUrl, $supplier, $site,
         $contract, $now, $now)`,
      {
        line: line.id,
        description: item.name.slice(0, 255),
        summary: item.description.slice(0, 255) || undefined,
        quantity: line.quantity,
        unitPrice: item.unitPrice,
        total: multiplyDecimals(line.quantity, item.unitPrice),
        currency: item.currency,
        uom: item.uom,
        sourcePartNum: item.sourcePartNum,
        unspscCode: item.unspscCode,
        manufacturerName: item.manufacturerName,
        manufacturerPartNumber: item.manufacturerPartNumber,
        realtimeItemKey: item.realtimeItemKey,
        imageUrl: item.imageUrl,
        supplier: offered.site.supplier,
        site: offered.site.id,
        contract: offered.site.contractId,
        now: work.now.toISOString(),
      },
    )
  }
}

export function listAlternates(db: Database, line: number): Alternate[] {
  return db
    .all('SELECT * FROM alternates WHERE requisition_line = $line ORDER BY id', { line })
    .map(alternateOf)
}

function alternateOf(row: Row): Alternate {
  return {
    id: numberOf(row, 'id'),
    description: textOf(row, 'description'),
    quantity: textOf(row, 'quantity'),
    unitPrice: textOf(row, 'unit_price'),
    total: textOf(row, 'total'),
    currency: textOf(row, 'currency'),
    uom: textOf(row, 'uom'),
    sourcePartNum: textOf(row, 'source_part_num'),
    ...presentText(row, {
      summary: 'summary',
      unspscCode: 'unspsc_code',
      manufacturerName: 'manufacturer_name',
      manufacturerPartNumber: 'manufacturer_part_number',
      realtimeItemKey: 'realtime_item_key',
      imageUrl: 'image_url',
    }),
  }
}
