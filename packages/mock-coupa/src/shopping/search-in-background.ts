import { formatDecimal, type ItemIn } from '@punchloop/sdk/cxml'
import type { Network } from '../control/post.js'
import { askCatalog, type CatalogCaller } from './ask-catalog.js'
import type { OpenBuyItem } from './read-open-buy-item.js'
import type { OpenBuyAnswer } from './search-open-buy.js'

/** `FUNCTION=BACKGROUND_SEARCH`: a catalogue's own hits, all on one page, to stand among the system's results. */
export async function searchInBackground(
  network: Network,
  caller: CatalogCaller,
  text: string,
): Promise<OpenBuyAnswer> {
  const answer = await askCatalog(network, caller, { FUNCTION: 'BACKGROUND_SEARCH', SEARCHSTRING: text })
  if ('problem' in answer) return answer
  // A line that cannot be taken is dropped, as it is when a browser brings it.
  const items = answer.items.flatMap(item => ('itemIn' in item ? [itemOf(item.itemIn)] : []))
  return { items, totalCount: items.length }
}

/** EXT_PRODUCT_ID is what DETAIL asks for again. */
function itemOf({ itemID, itemDetail }: ItemIn): OpenBuyItem {
  const { unitPrice, descriptions, unitOfMeasure, classifications, manufacturerPartID } = itemDetail
  const [classification] = classifications
  return {
    sourcePartNum: itemID.supplierPartAuxiliaryID ?? itemID.supplierPartID,
    name: descriptions[0]?.value ?? '',
    description: '',
    unitPrice: formatDecimal(unitPrice.money.amount, 2),
    currency: unitPrice.money.currency,
    uom: unitOfMeasure ?? '',
    hasMoreOptions: false,
    isChosenAtSupplier: true,
    ...(classification === undefined ? {} : { unspscCode: classification.value }),
    ...(manufacturerPartID === undefined ? {} : { manufacturerPartNumber: manufacturerPartID }),
  }
}
