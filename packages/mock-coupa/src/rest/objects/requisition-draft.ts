import type { RequisitionDraft } from '../../requisitions/draft.js'
import type { LineDraft } from '../../requisitions/line-draft.js'
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

/** A body → what it says about a requisition. */
export function draftOf(given: Given): RequisitionDraft {
  return {
    ...said({
      title: textGiven(given, 'req-title'),
      justification: textGiven(given, 'justification'),
      buyerNote: textGiven(given, 'buyer-note'),
      needByDate: dateGiven(given, 'need-by-date'),
      shipTo: keyGiven(given, 'ship-to-address'),
      shipToAttention: textGiven(given, 'ship-to-attention'),
      department: keyGiven(given, 'department'),
      hidePrice: flagGiven(given, 'hide-price'),
      exported: flagGiven(given, 'exported'),
      externalPoReference: textGiven(given, 'external-po-reference'),
      lines: listGiven(given, 'requisition-lines')?.map(lineDraftOf),
    }),
    ...beside(given),
  }
}

/** What stands beside the fields that anything follows from. */
function beside({ customFields, kept }: Given) {
  return {
    ...(Object.keys(customFields).length === 0 ? {} : { customFields }),
    ...(Object.keys(kept).length === 0 ? {} : { more: kept }),
  }
}

function lineDraftOf(given: Given): LineDraft & { readonly lineNum?: number } {
  const lineType = textGiven(given, 'line-type')
  return {
    ...(lineType === 'RequisitionAmountLine' || lineType === 'RequisitionQuantityLine' ? { lineType } : {}),
    ...said({
      id: numberGiven(given, 'id'),
      lineNum: numberGiven(given, 'line-num'),
      item: idGiven(given, 'item'),
      description: textGiven(given, 'description') ?? undefined,
      sourcePartNum: textGiven(given, 'source-part-num'),
      suppAuxPartNum: textGiven(given, 'supp-aux-part-num'),
      quantity: textGiven(given, 'quantity') ?? undefined,
      unitPrice: textGiven(given, 'unit-price') ?? undefined,
      currency: keyGiven(given, 'currency') ?? undefined,
      uom: keyGiven(given, 'uom'),
      supplier: idGiven(given, 'supplier'),
      commodity: keyGiven(given, 'commodity'),
      account: keyGiven(given, 'account'),
      allocations: listGiven(given, 'account-allocations') && allocationsGiven(given),
      contract: idGiven(given, 'contract'),
      paymentTerm: keyGiven(given, 'payment-term'),
      shippingTerm: keyGiven(given, 'shipping-term'),
      needByDate: dateGiven(given, 'need-by-date'),
      manufacturerName: textGiven(given, 'manufacturer-name'),
      manufacturerPartNumber: textGiven(given, 'manufacturer-part-number'),
    }),
    ...beside(given),
  }
}
