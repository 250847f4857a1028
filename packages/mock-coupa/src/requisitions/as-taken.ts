import { compareDecimals, type ItemIn, roundDecimal } from '@punchloop/sdk/cxml'
import type { Company } from '../company/company.js'
import type { CartHabits, LengthLimit, LimitedField } from '../systems/system.js'

/** A line as the system takes it: too long texts cut and units made EA where it does so without a word. */
export function asTaken(itemIn: ItemIn, habits: CartHabits, company: Company): ItemIn {
  const { unitOfMeasure } = itemIn.itemDetail
  const isUnknown = Boolean(unitOfMeasure) && !company.uoms.includes(unitOfMeasure ?? '')
  const known =
    isUnknown && habits.unknownUnit === 'each'
      ? { ...itemIn, itemDetail: { ...itemIn.itemDetail, unitOfMeasure: 'EA' } }
      : itemIn
  return habits.lengths
    .filter(({ beyond }) => beyond === 'cut')
    .reduce((line, limit) => texts[limit.field].write(line, text => cut(text, limit)), known)
}

/** What of a line the system refuses, or undefined. */
export function refusedByLimits(itemIn: ItemIn, habits: CartHabits): string | undefined {
  const tooLong = habits.lengths
    .filter(({ beyond }) => beyond === 'refuse')
    .find(limit => lengthOf(texts[limit.field].read(itemIn), limit) > limit.most)
  if (tooLong !== undefined) {
    return `${tooLong.field} is longer than ${tooLong.most} ${tooLong.unit}`
  }
  const { amount } = itemIn.itemDetail.unitPrice.money
  const { priceDecimals, refusedInPartIDs = '' } = habits
  if (priceDecimals !== undefined && compareDecimals(roundDecimal(amount, priceDecimals), amount) !== 0) {
    return `Unit price ${amount} has more than ${priceDecimals} decimals`
  }
  const part = itemIn.itemID.supplierPartID
  const wrong = [...part].find(character => refusedInPartIDs.includes(character))
  return wrong === undefined ? undefined : `SupplierPartID ${part} has the character ${wrong}`
}

interface TextField {
  readonly read: (itemIn: ItemIn) => string
  readonly write: (itemIn: ItemIn, change: (text: string) => string) => ItemIn
}

const texts: Readonly<Record<LimitedField, TextField>> = {
  'comments and extrinsics': {
    read: ({ comments, extrinsics, itemDetail }) =>
      [...comments, ...extrinsics, ...itemDetail.extrinsics].map(({ value }) => value).join(''),
    // Which of them would go nobody says.
    write: itemIn => itemIn,
  },
  supplierPartID: {
    read: ({ itemID }) => itemID.supplierPartID,
    write: (itemIn, change) => ({
      ...itemIn,
      itemID: { ...itemIn.itemID, supplierPartID: change(itemIn.itemID.supplierPartID) },
    }),
  },
  supplierPartAuxiliaryID: {
    read: ({ itemID }) => itemID.supplierPartAuxiliaryID ?? '',
    write: (itemIn, change) => {
      const { supplierPartAuxiliaryID } = itemIn.itemID
      if (supplierPartAuxiliaryID === undefined) return itemIn
      return {
        ...itemIn,
        itemID: { ...itemIn.itemID, supplierPartAuxiliaryID: change(supplierPartAuxiliaryID) },
      }
    },
  },
  description: {
    read: ({ itemDetail }) => itemDetail.descriptions[0]?.value ?? '',
    write: (itemIn, change) => ({
      ...itemIn,
      itemDetail: {
        ...itemIn.itemDetail,
        descriptions: itemIn.itemDetail.descriptions.map(description => ({
          ...description,
          value: change(description.value),
        })),
      },
    }),
  },
}

function lengthOf(text: string, { unit }: LengthLimit): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : [...text].length
}

/** Never within a character. */
function cut(text: string, limit: LengthLimit): string {
  let kept = ''
  let length = 0
  for (const character of text) {
    length += lengthOf(character, limit)
    if (length > limit.most) return kept
    kept += character
  }
  return kept
}
