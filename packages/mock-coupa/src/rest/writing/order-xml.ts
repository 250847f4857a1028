import type { Database } from '../../store/database.js'
import { purchaseOrder } from '../objects/purchase-order.js'
import { loadOne } from '../query/load.js'
import { wholeSelection } from '../query/selection.js'
import type { Shown } from './shown.js'
import { writeXml } from './xml.js'

/** An order as the API shows it: what suppliers get whose `po-method` is `xml`. */
export function writeOrderXml(db: Database, id: number, shown: Shown): string {
  const order = loadOne(db, wholeSelection(purchaseOrder), id)
  if (order === undefined) throw new TypeError(`Purchase order ${id} is not there`)
  return writeXml(order, shown)
}
