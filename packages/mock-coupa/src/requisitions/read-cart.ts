import { compareDecimals, type ItemIn, type MessageDocument, multiplyDecimals } from '@punchloop/sdk/cxml'
import { isEnabledCurrency } from '../accounting/exchange.js'
import type { Company } from '../company/company.js'
import { commodityOf } from '../company/find.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import type { Supplier } from '../company/supplier.js'
import type { CartHabits } from '../systems/system.js'
import { asTaken, refusedByLimits } from './as-taken.js'
import type { CartLine } from './cart-line.js'

/** What makes the whole cart fail, in the words of the administrators' mail. */
export interface CartProblem {
  readonly error: string
  readonly item: string
}

/**
 * The lines of a returned cart, or the first thing that is wrong with one: a cart is taken whole or not at all.
 * Coupa's minimum is part number, unit of measure, quantity, description and UNSPSC; what else a system refuses or
 * changes is in its habits. The header's Total is not
 * compared: suppliers disagree about what it includes.
 */
export function readCart(
  document: MessageDocument<'PunchOutOrderMessage'>,
  buyer: CartTaking,
): { readonly lines: readonly CartLine[] } | { readonly problem: CartProblem } {
  const lines: CartLine[] = []
  for (const written of document.message.punchOutOrderMessage.itemIns) {
    const read = readLine(written, buyer)
    if ('problem' in read) return read
    lines.push(read.line)
  }
  return { lines }
}

/** Who takes a cart, and how. */
export interface CartTaking {
  readonly company: Company
  readonly site: PunchoutSite
  readonly supplier: Supplier
  readonly habits: CartHabits
}

export function readLine(
  written: ItemIn,
  buyer: CartTaking,
): { readonly line: CartLine } | { readonly problem: CartProblem } {
  const itemIn = asTaken(written, buyer.habits, buyer.company)
  const error = problemOf(itemIn, buyer) ?? refusedByLimits(itemIn, buyer.habits)
  return error === undefined ? { line: lineOf(itemIn, buyer) } : { problem: { error, item: nameOf(itemIn) } }
}

function nameOf(itemIn: ItemIn): string {
  return itemIn.itemID.supplierPartID || describe(itemIn)?.text || 'unknown'
}

/** The first that says something. Some suppliers write a `ShortName` and nothing else. */
function describe({ itemDetail }: ItemIn): { readonly text: string; readonly lang: string } | undefined {
  for (const { value, shortName = '', xmlLang = 'en' } of itemDetail.descriptions) {
    const text = value.trim() || shortName.trim()
    if (text !== '') return { text, lang: xmlLang }
  }
  return undefined
}

function unspscOf(itemIn: ItemIn): string | undefined {
  return itemIn.itemDetail.classifications.find(({ domain }) => domain?.toUpperCase() === 'UNSPSC')?.value
}

function problemOf(
  itemIn: ItemIn,
  { company, habits }: { readonly company: Company; readonly habits: CartHabits },
): string | undefined {
  const { unitOfMeasure, unitPrice } = itemIn.itemDetail
  if (itemIn.itemID.supplierPartID.trim() === '') return 'SupplierPartID is missing'
  if (!unitOfMeasure) return 'UnitOfMeasure is missing'
  if (habits.unknownUnit === 'refuse' && !company.uoms.includes(unitOfMeasure))
    return `Unit of measure ${unitOfMeasure} is not enabled`
  if (compareDecimals(itemIn.quantity, '0') <= 0) return `Quantity ${itemIn.quantity} is not above 0`
  if (compareDecimals(unitPrice.money.amount, '0') < 0)
    return `Unit price ${unitPrice.money.amount} is below 0`
  if (!isEnabledCurrency(company, unitPrice.money.currency))
    return `Currency ${unitPrice.money.currency} is not enabled`
  if (describe(itemIn) === undefined) return 'Description is missing'
  const unspsc = unspscOf(itemIn)?.trim() ?? ''
  if (habits.needsUnspsc && unspsc === '') return 'Classification UNSPSC is missing'
  if (habits.bareUnspsc && !/^\d{8}$/.test(unspsc)) return `UNSPSC ${unspsc} is not 8 digits`
  return undefined
}

function lineOf(
  itemIn: ItemIn,
  { company, site, supplier }: { company: Company; site: PunchoutSite; supplier: Supplier },
): CartLine {
  const { itemID, itemDetail, quantity } = itemIn
  const description = describe(itemIn)
  const unspsc = unspscOf(itemIn)?.trim() ?? ''
  const commodity = site.commodity ?? (unspsc === '' ? undefined : commodityOf(company, unspsc))
  const imageUrl = imageOf(itemIn)
  const { amount, currency } = itemDetail.unitPrice.money
  return {
    lineType: 'RequisitionQuantityLine',
    sourceType: 'Punchout',
    description: description?.text ?? '',
    descriptionLang: description?.lang ?? 'en',
    sourcePartNum: itemID.supplierPartID,
    quantity,
    unitPrice: amount,
    currency,
    total: multiplyDecimals(quantity, amount),
    uom: itemDetail.unitOfMeasure ?? '',
    ...(unspsc === '' ? {} : { unspscCode: unspsc }),
    supplier: { id: supplier.id, name: supplier.name },
    punchoutSite: { id: site.id, name: site.name },
    ...(itemID.supplierPartAuxiliaryID === undefined
      ? {}
      : { suppAuxPartNum: itemID.supplierPartAuxiliaryID }),
    ...(commodity === undefined ? {} : { commodity }),
    ...(site.contractId === undefined ? {} : { contract: site.contractId }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    ...(itemDetail.manufacturerName === undefined ? {} : { manufacturerName: itemDetail.manufacturerName }),
    ...(itemDetail.manufacturerPartID === undefined
      ? {}
      : { manufacturerPartNumber: itemDetail.manufacturerPartID }),
  }
}

/** Unverified: that a picture comes as an Extrinsic. cXML has no element for it, and suppliers use these names. */
function imageOf({ itemDetail }: ItemIn): string | undefined {
  const image = itemDetail.extrinsics.find(({ name }) => /^image[-_ ]?(url)?$/i.test(name))
  const url = image === undefined ? null : URL.parse(image.value.trim())
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined
}
