import type { LineChange } from '../../change-orders/change-order.js'
import type { OrderUpdate } from '../../change-orders/update-order.js'
import type { Company } from '../../company/company.js'
import { findAddress } from '../../company/find.js'
import type { ExternalLine, ExternalOrder } from '../../purchase-orders/external-order.js'
import { type PurchaseOrder, transmissionMethodOverrides } from '../../purchase-orders/purchase-order.js'
import type { Kept } from '../../requisitions/requisition.js'
import {
  dateGiven,
  flagGiven,
  type Given,
  idGiven,
  keyGiven,
  listGiven,
  numberGiven,
  said,
  textGiven,
} from '../schema/given.js'
import { allocationsGiven } from './account-allocation.js'

/** A body → the order that another system brings. */
export function externalOrderOf(given: Given, login: string): ExternalOrder {
  return {
    requester: keyGiven(given, 'requester') ?? keyGiven(given, 'ship-to-user') ?? login,
    supplier: idGiven(given, 'supplier') ?? 0,
    ...said({
      number: textGiven(given, 'po-number') ?? undefined,
      shipTo: keyGiven(given, 'ship-to-address') ?? undefined,
      shipToAttention: textGiven(given, 'ship-to-attention') ?? undefined,
      paymentTerm: keyGiven(given, 'payment-term') ?? undefined,
      shippingTerm: keyGiven(given, 'shipping-term') ?? undefined,
      currency: keyGiven(given, 'currency') ?? undefined,
      transmissionMethodOverride: overrideOf(given),
      transmissionEmails: textGiven(given, 'transmission-emails') ?? undefined,
      hidePrice: flagGiven(given, 'hide-price'),
      more: keptIn(given),
    }),
    lines: (listGiven(given, 'order-lines') ?? []).map(externalLineOf),
  }
}

function overrideOf(given: Given) {
  const text = textGiven(given, 'transmission-method-override')
  return transmissionMethodOverrides.find(override => override === text)
}

function externalLineOf(given: Given): ExternalLine {
  return {
    description: textGiven(given, 'description') ?? '',
    quantity: textGiven(given, 'quantity') ?? '1',
    unitPrice: textGiven(given, 'price') ?? '0',
    uom: keyGiven(given, 'uom') ?? 'EA',
    ...said({
      sourcePartNum: textGiven(given, 'source-part-num') ?? undefined,
      suppAuxPartNum: textGiven(given, 'supp-aux-part-num') ?? undefined,
      allocations: allocationsGiven(given),
      more: keptIn(given),
      needByDate: dateGiven(given, 'need-by-date') ?? undefined,
    }),
  }
}

/** A body → what it changes of an order. Lines are known by their id, else by their number. */
export function orderUpdateOf(given: Given, order: PurchaseOrder, company: Company): OrderUpdate {
  const shipTo = keyGiven(given, 'ship-to-address')
  return said({
    shipTo: shipTo ? findAddress(company, shipTo) : undefined,
    shipToAttention: textGiven(given, 'ship-to-attention'),
    paymentTerm: keyGiven(given, 'payment-term'),
    shippingTerm: keyGiven(given, 'shipping-term'),
    transmissionMethodOverride: overrideOf(given),
    transmissionEmails: textGiven(given, 'transmission-emails'),
    lines: listGiven(given, 'order-lines')?.map(line => lineUpdateOf(line, order)),
  })
}

function lineUpdateOf(given: Given, order: PurchaseOrder): LineChange {
  const id = numberGiven(given, 'id')
  const lineNum = textGiven(given, 'line-num')
  const line = order.lines.find(
    candidate => candidate.id === id || (id === undefined && String(candidate.lineNum) === lineNum),
  )
  const orderLine = line?.id ?? id
  return {
    kind: orderLine === undefined ? 'add' : 'change',
    ...said({ orderLine }),
    ...lineFieldsOf(given),
  }
}

/** What changes of orders, too, say of a line. */
export function lineFieldsOf(given: Given): Omit<LineChange, 'kind' | 'orderLine'> {
  return said({
    description: textGiven(given, 'description') ?? undefined,
    sourcePartNum: textGiven(given, 'source-part-num') ?? undefined,
    quantity: textGiven(given, 'quantity') ?? undefined,
    unitPrice: textGiven(given, 'price') ?? undefined,
    uom: keyGiven(given, 'uom') ?? undefined,
    needByDate: dateGiven(given, 'need-by-date') ?? undefined,
    allocations: allocationsGiven(given),
    more: keptIn(given),
  })
}

function keptIn({ kept }: Given): Kept | undefined {
  return Object.keys(kept).length === 0 ? undefined : kept
}
