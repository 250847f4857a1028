import type { ToDo } from './approvals.js'
import type { RequisitionSummary } from './requisitions/requisition.js'
import type { ListPage } from './store/list-page.js'

/** What waits for somebody, and where to begin. */
export interface Home {
  readonly tiles: readonly Tile[]
  /** The first page of what waits for this person, longest waiting first. */
  readonly toDo: ListPage<ToDo>
  /** Those of today for this person's department, in the order of the configuration. */
  readonly announcements: readonly { readonly id: number; readonly title: string; readonly body: string }[]
  /** Active ones. */
  readonly forms: readonly { readonly id: number; readonly name: string; readonly description: string }[]
  /** The five latest of this person. */
  readonly recentRequests: readonly RequisitionSummary[]
  readonly cartLineCount: number
  readonly unreadNotifications: number
}

/** What every page says at its head. */
export interface Counts {
  readonly cartLineCount: number
  readonly unreadNotifications: number
  readonly toDo: number
}

/** A punchout site under Shop Online. */
export interface Tile {
  readonly siteId: number
  readonly name: string
  readonly description: string
  readonly supplierName: string
  readonly logoUrl?: string
  /** A logo was uploaded: `logo(login, siteId)` has it. It goes before `logoUrl`. */
  readonly hasLogo: boolean
  readonly openBuy: boolean
}
