import type { Company } from '../../company/company.js'
import type { Item, SupplierItem } from '../../company/item.js'
import { CoupaError } from '../../errors.js'
import { numberOf, textOf } from '../../store/row.js'
import type { Call } from '../schema/call.js'
import { flagGiven, type Given, idGiven, referenceGiven, said, textGiven } from '../schema/given.js'
import type { ObjectDefinition } from '../schema/object.js'
import { type Columns, updateRow } from '../schema/table-writer.js'

type Offer = Pick<SupplierItem, 'supplier' | 'partNumber' | 'unitPrice'>

/** The configuration is changed, and the rows follow, as for all that it holds. */
export function supplierItemWriter(definition: () => ObjectDefinition) {
  return {
    /** `itemId`: of the item below whose address it was posted. */
    async create(call: Call, given: Given, itemId?: number): Promise<number> {
      const id = await addOffer(call, given, itemId)
      await keepRest(call, definition(), { id, given, columns: { created_by: call.login } })
      return id
    },
    async update(call: Call, id: number, given: Given): Promise<void> {
      await changeOffer(call, id, given)
      await keepRest(call, definition(), { id, given, columns: {} })
    },
    remove: removeOffer,
  }
}

async function addOffer(call: Call, given: Given, itemId: number | undefined): Promise<number> {
  const item = itemId ?? idGiven(given, 'item')
  if (typeof item !== 'number') throw blank('item', "Item can't be blank")
  let key = ''
  await call.companyFile.update(company => {
    const known = itemIn(company, item)
    const others = known.supplierItems ?? []
    const id = Math.max(0, ...others.map(other => other.id)) + 1
    known.supplierItems = [...others, { id, supplier: 0, partNumber: '', unitPrice: '0', ...offerOf(given) }]
    key = `${item}/${id}`
  })
  return numberOf(rowOf(call, 'key = $key', { key }), 'id')
}

async function changeOffer(call: Call, id: number, given: Given): Promise<void> {
  const { item, other } = placeOf(call, id)
  await call.companyFile.update(company => {
    const known = itemIn(company, item)
    const offer =
      other === undefined ? known : known.supplierItems?.find(({ id: number }) => number === other)
    if (offer !== undefined) Object.assign(offer, offerOf(given))
  })
}

async function removeOffer(call: Call, id: number): Promise<void> {
  const { item, other } = placeOf(call, id)
  if (other === undefined) {
    const message = 'The preferred supplier item cannot be deleted: make another one preferred first'
    throw new CoupaError('ERR_COUPA_CONFLICT', message)
  }
  await call.companyFile.update(company => {
    const known = itemIn(company, item)
    known.supplierItems = (known.supplierItems ?? []).filter(({ id: number }) => number !== other)
  })
}

/** From now on the item is bought so. The two change places, and each keeps its id. */
async function prefer(call: Call, id: number): Promise<void> {
  const { item, other, key } = placeOf(call, id)
  if (other === undefined) return
  const own = String(item)
  call.transaction(({ db }) => {
    db.run(`UPDATE supplier_items SET key = 'moving' WHERE key = $own`, { own })
    db.run('UPDATE supplier_items SET key = $own WHERE key = $key', { own, key })
    db.run(`UPDATE supplier_items SET key = $key WHERE key = 'moving'`, { key })
  })
  await call.companyFile.update(company => {
    const known = itemIn(company, item)
    const chosen = known.supplierItems?.find(({ id: number }) => number === other)
    if (chosen === undefined) return
    const before = plainOffer(known)
    Object.assign(known, plainOffer(chosen))
    Object.assign(chosen, before)
  })
}

function plainOffer({ supplier, partNumber, unitPrice }: Offer): Offer {
  return { supplier, partNumber, unitPrice }
}

/** What of it the mock acts upon. */
function offerOf(given: Given): Partial<Offer> {
  return said({
    supplier: referenceGiven(given, 'supplier')?.id,
    partNumber: textGiven(given, 'supplier-part-num') ?? undefined,
    unitPrice: textGiven(given, 'price') ?? undefined,
  })
}

/** And the rest. */
async function keepRest(
  call: Call,
  object: ObjectDefinition,
  { id, given, columns }: { readonly id: number; readonly given: Given; readonly columns: Columns },
): Promise<void> {
  const rest = { ...given, fields: new Map() }
  call.transaction(work => updateRow(work, object, { id, given: rest, login: call.login, columns }))
  if (flagGiven(given, 'preferred') === true) await prefer(call, id)
}

/** Where it stands in the configuration. `other`: its number; undefined: it is what the item names itself. */
function placeOf(call: Call, id: number) {
  const row = rowOf(call, 'id = $id', { id })
  const key = textOf(row, 'key')
  const [, number] = key.split('/')
  return { item: numberOf(row, 'item'), key, other: number === undefined ? undefined : Number(number) }
}

function rowOf(call: Call, condition: string, values: Record<string, string | number>) {
  const row = call.db.get(`SELECT id, key, item FROM supplier_items WHERE ${condition}`, values)
  if (row === undefined) throw new CoupaError('ERR_COUPA_CONFLICT', 'The supplier item was removed meanwhile')
  return row
}

function itemIn(company: Company, id: number): Item {
  const item = company.items.find(known => known.id === id)
  if (item === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no item ${id}`)
  return item
}

function blank(field: string, message: string): CoupaError {
  return new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field, message }] })
}
