import { compareDecimals, divideDecimals, type ItemIn } from '@punchloop/sdk/cxml'

/** A line as it came, or why the system drops it. */
export type ReadItem = { readonly itemIn: ItemIn } | { readonly index: number; readonly problem: string }

/** Most characters of a field: what is beyond is cut without a word. Sources: notes on SAP's papers about OCI. */
const lengths: Readonly<Record<string, number>> = {
  DESCRIPTION: 40,
  QUANTITY: 15,
  UNIT: 3,
  PRICE: 15,
  CURRENCY: 5,
  PRICEUNIT: 5,
  LEADTIME: 5,
  VENDOR: 10,
  VENDORMAT: 40,
  MANUFACTCODE: 10,
  MANUFACTMAT: 40,
  MATGROUP: 10,
  CONTRACT: 10,
  CONTRACT_ITEM: 5,
  EXT_QUOTE_ID: 35,
  EXT_QUOTE_ITEM: 10,
  EXT_PRODUCT_ID: 40,
  CUST_FIELD1: 10,
  CUST_FIELD2: 10,
  CUST_FIELD3: 10,
  CUST_FIELD4: 20,
  CUST_FIELD5: 50,
}

/** More is no shopping cart. */
const mostItems = 1000

/** A price of one of the unit: so many digits behind the point are kept where PRICEUNIT does not go into PRICE. */
const pricePlaces = 6

/**
 * `NEW_ITEM-<field>[n]`, from 1, and `NEW_ITEM-LONGTEXT_n:132[]`, by their index; other fields are passed over. A line is
 * taken or dropped by itself: OCI has no answer that could tell the shop.
 */
export function readItems(fields: readonly (readonly [string, string])[]): ReadItem[] {
  const items = new Map<number, Map<string, string>>()
  for (const [name, value] of fields) {
    const found = /^NEW_ITEM-(?:([A-Z][A-Z0-9_]*)\[(\d{1,4})\]|(LONGTEXT)_(\d{1,4}):132\[\d*\])$/i.exec(name)
    const field = (found?.[1] ?? found?.[3])?.toUpperCase()
    // LONGTEXT has its index before a colon; one that has it where the others have theirs is the first item's.
    const isMisplaced = field === 'LONGTEXT' && found?.[2] !== undefined
    const index = isMisplaced ? 1 : Number(found?.[2] ?? found?.[4] ?? 0)
    if (field === undefined || index < 1 || index > mostItems) continue
    const item = items.get(index) ?? new Map<string, string>()
    items.set(index, item)
    item.set(field, value.slice(0, lengths[field] ?? value.length).trim())
  }
  return [...items].sort(([one], [other]) => one - other).map(([index, item]) => readItem(index, item))
}

/** What a line of OCI cannot say. */
const nothingElse = {
  distributions: [],
  contacts: [],
  comments: [],
  scheduleLines: [],
  dateInfos: [],
  extrinsics: [],
}

function readItem(index: number, item: ReadonlyMap<string, string>): ReadItem {
  const text = (name: string) => item.get(name) ?? ''
  const description = text('DESCRIPTION') || text('LONGTEXT').slice(0, lengths.DESCRIPTION)
  const quantity = text('QUANTITY')
  const price = text('PRICE')
  const priceUnit = text('PRICEUNIT') || '1'
  const wrong = [
    ['QUANTITY', quantity],
    ['PRICE', price],
    ['PRICEUNIT', priceUnit],
  ].find(([, value = '']) => !/^\d+(?:\.\d+)?$/.test(value))
  if (wrong !== undefined)
    return { index, problem: `${wrong[0]} "${wrong[1]}" is no number with a decimal point` }
  if (compareDecimals(priceUnit, '0') === 0) return { index, problem: 'PRICEUNIT is 0' }
  if (description === '' && text('MATNR') === '')
    return { index, problem: 'DESCRIPTION and MATNR are missing' }
  if (description !== '' && text('MATNR') !== '') {
    return { index, problem: 'DESCRIPTION and MATNR exclude each other' }
  }
  const unitPrice =
    compareDecimals(priceUnit, '1') === 0 ? price : divideDecimals(price, priceUnit, pricePlaces)
  const reference = text('EXT_PRODUCT_ID')
  const classification = text('MATGROUP')
  const manufacturerPartID = text('MANUFACTMAT')
  return {
    itemIn: {
      ...nothingElse,
      quantity,
      itemID: {
        supplierPartID: text('VENDORMAT'),
        idReferences: [],
        ...(reference === '' ? {} : { supplierPartAuxiliaryID: reference }),
      },
      itemDetail: {
        unitPrice: { money: { currency: text('CURRENCY'), amount: unitPrice } },
        descriptions: [{ xmlLang: 'en', value: description || text('MATNR') }],
        unitOfMeasure: text('UNIT'),
        classifications: classification === '' ? [] : [{ domain: 'UNSPSC', value: classification }],
        ...(manufacturerPartID === '' ? {} : { manufacturerPartID }),
        dimensions: [],
        attachmentReferences: [],
        extrinsics: [],
      },
    },
  }
}
