import type { BuyerInTheLoop, Operation } from '../buyers.js'
import type { Way } from './step.js'

/** One time round the loop: what is wanted, how it is found, who has to approve it. */
export interface Errand {
  readonly way: Way
  /** As the marketplace calls it. */
  readonly product: string
  /** What is typed into Coupa's search. */
  readonly searchFor: string
  /** Logins, in the order in which they are asked. */
  readonly approvers: readonly string[]
  /** What is done with the lines before they are ordered. Default `create`: nothing. */
  readonly operation?: Operation
}

export const errands: readonly Errand[] = [
  {
    way: 'shop-online',
    product: 'Palisade Edge Firewall Enterprise',
    searchFor: 'firewall',
    approvers: ['mark', 'fiona'],
  },
  { way: 'open-buy', product: 'Ledgerly Team', searchFor: 'ledger', approvers: ['mark'] },
]

/** By a row of the supplier's index catalogue. */
export const level2Errand: Errand = {
  way: 'level-2',
  product: 'Ledgerly Team',
  searchFor: 'ledger',
  approvers: ['mark'],
}

/** What the loop is walked with: by tile and by search where the buyer has one; to reopen a cart, once and small. */
export function errandsOf({ searches }: BuyerInTheLoop, operation: Operation): readonly Errand[] {
  const [tile, search] = errands
  if (operation !== 'create')
    return search === undefined ? [] : [{ ...search, way: 'shop-online', operation }]
  return searches ? errands : errands.filter(errand => errand === tile)
}
