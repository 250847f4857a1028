import type { RequisitionView } from './requests.js'
import type { PageRequest } from './shopping/search.js'
import type { OpenBuyResult, SearchPage, SearchResults } from './shopping/search-results.js'
import type { ReopeningOperation, ShoppingTrip } from './shopping/shopping-trip.js'

export interface Shopping {
  /** The uploaded logo of an active site. `ERR_COUPA_NOT_FOUND` where there is none. */
  logo(login: string, siteId: number): { readonly mediaType: string; readonly bytes: Uint8Array }
  /** Own items at once, Open Buy of every supplier at the same time, each within its own time limit. */
  search(login: string, text: string): Promise<SearchResults>
  /**
   * One page of the same, merged and ranked, with what has been answered within a moment: slow suppliers are `pending`,
   * and asking again with the `search` of the answer shows what has come in since.
   */
  searchPage(login: string, request: PageRequest): Promise<SearchPage>
  /** Sends a PunchOutSetupRequest for the whole shop. `ERR_COUPA_PUNCHOUT_FAILED` carries Coupa's words. */
  shop(login: string, siteId: number): Promise<ShoppingTrip>
  /** Back from a shop without a cart. */
  leaveShop(login: string, trip: number): void
  /** The same for one product (SelectedItem). */
  choose(
    login: string,
    result: Pick<OpenBuyResult, 'site' | 'sourcePartNum'> & { readonly search?: number },
  ): Promise<ShoppingTrip>
  /**
   * The same for rows of a supplier's index catalogue, of which several may be chosen together (several SelectedItem).
   * `items` are `indexItem` of results of the same site.
   */
  chooseIndexed(
    login: string,
    chosen: { readonly site: number; readonly items: readonly number[]; readonly search?: number },
  ): Promise<ShoppingTrip>
  /**
   * Opens the shop with lines of an earlier cart: `edit` to change them, `inspect` to look at them, `source` to have them
   * quoted. `trip` is one of the requisition's `punchoutSessions`. `ERR_COUPA_FORBIDDEN` where `may` there says no.
   */
  reopen(
    login: string,
    session: {
      readonly requisition: number
      readonly trip: number
      readonly operation: ReopeningOperation
    },
  ): Promise<ShoppingTrip>
  /**
   * Asks an OCI catalogue what lines that it brought are today (`FUNCTION=VALIDATE`); they become that. What came of each
   * stands in the requisition's history. `ERR_COUPA_FORBIDDEN` where `may.validate` of the session says no.
   */
  validate(
    login: string,
    session: { readonly requisition: number; readonly trip: number },
  ): Promise<RequisitionView>
  /** What became of a cart that a supplier returned; `token` is the last segment of `/punchout/carts/<token>`. */
  claimCart(login: string, token: string): ClaimedCart
}

export type ClaimedCart =
  /** `changed`: in place of the lines that were edited, of which none may be left. */
  | {
      readonly outcome: 'added' | 'changed'
      readonly requisition: RequisitionView
      readonly lineCount: number
    }
  /** The whole cart failed: `banner` is what Coupa shows. */
  | { readonly outcome: 'refused'; readonly banner: string }
  /** The shopper came back without a cart; `requisitionNumber` is where the trip had begun, if it was one. */
  | { readonly outcome: 'cancelled'; readonly requisitionNumber?: number }
