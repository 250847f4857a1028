import type { Work } from '../control/work.js'

/** Fields of a change, as the API keeps them with it → columns of the order. */
const columns: Readonly<Record<string, string>> = {
  'payment-term': 'payment_term',
  'shipping-term': 'shipping_term',
  'payment-method': 'payment_method',
  'hide-price': 'hide_price',
  'transmission-method-override': 'transmission_method_override',
  'transmission-emails': 'transmission_emails',
}

/** An order can be without these. */
const removable = new Set(['payment-term', 'shipping-term', 'transmission-emails'])

/** Whether something of the header is among what was said. */
export function changesHeader(said: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(said).some(name => Object.hasOwn(columns, name))
}

/** The order's header becomes what the change says of it. */
export function changeHeader(work: Work, change: number, purchaseOrder: number): void {
  const row = work.db.get('SELECT more FROM purchase_order_changes WHERE id = $id', { id: change })
  const said: Readonly<Record<string, string | boolean | null>> = JSON.parse(String(row?.more ?? '{}'))
  const changed = Object.entries(columns).flatMap(([name, column]) => {
    const value = said[name]
    if (value === undefined || (value === null && !removable.has(name))) return []
    return [[column, typeof value === 'boolean' ? Number(value) : value] as const]
  })
  writeHeader(work, purchaseOrder, Object.fromEntries(changed))
}

/** By column of the order; undefined stays as it is. */
export function writeHeader(
  work: Work,
  id: number,
  values: Readonly<Record<string, string | number | null | undefined>>,
): void {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  if (given.length === 0) return
  work.db.run(
    `UPDATE purchase_orders SET ${given.map(([column]) => `${column} = $${column}`).join(', ')} WHERE number = $id`,
    { id, ...Object.fromEntries(given) },
  )
}
