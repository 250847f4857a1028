import type { OciVersion } from './oci-access.js'

/** `NEW_ITEM-<name>[n]`: the fields of a returned line that we write. */
export type ItemField =
  | 'DESCRIPTION'
  | 'MATNR'
  | 'QUANTITY'
  | 'UNIT'
  | 'PRICE'
  | 'CURRENCY'
  | 'PRICEUNIT'
  | 'LEADTIME'
  | 'VENDOR'
  | 'VENDORMAT'
  | 'MANUFACTCODE'
  | 'MANUFACTMAT'
  | 'MATGROUP'
  | 'CONTRACT'
  | 'CONTRACT_ITEM'
  | 'EXT_QUOTE_ID'
  | 'EXT_QUOTE_ITEM'
  | 'EXT_PRODUCT_ID'
  | 'CUST_FIELD1'
  | 'CUST_FIELD2'
  | 'CUST_FIELD3'
  | 'CUST_FIELD4'
  | 'CUST_FIELD5'

/** Most characters of each field. Sources: SAP's papers on OCI 3.0, 4.0 and 5.0, as public notes cite them. */
const lengths: Readonly<Record<ItemField, number>> = {
  DESCRIPTION: 40,
  MATNR: 40,
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

const lengthsOf3: Readonly<Partial<Record<ItemField, number>>> = { MATNR: 18, PRICEUNIT: 9 }

export function lengthOf(field: ItemField, version: OciVersion): number {
  return (version === '3.0' ? lengthsOf3[field] : undefined) ?? lengths[field]
}

/** Unverified: PRICE and QUANTITY hold 11 digits before the point and 3 behind it. */
export const digits = { beforePoint: 11, behindPoint: 3 } as const

/**
 * What only the buyer and the shop can know of a line: an Extrinsic of such a name is written as this field. MATNR is the
 * buyer's own number of the material.
 */
export const namedFields = [
  'MATNR',
  'LEADTIME',
  'VENDOR',
  'MANUFACTCODE',
  'CONTRACT',
  'CONTRACT_ITEM',
  'CUST_FIELD1',
  'CUST_FIELD2',
  'CUST_FIELD3',
  'CUST_FIELD4',
  'CUST_FIELD5',
] as const satisfies readonly ItemField[]
