import type { User } from '../../company/company.js'
import type { Counts } from '../../home.js'
import type { ProcurementSystem } from '../../systems/system.js'

/** What the frame of a page says about whoever is signed in. */
export interface Frame {
  readonly companyName: string
  /** Which procurement system this is. */
  readonly system: Pick<ProcurementSystem, 'name' | 'title' | 'maker'>
  readonly person: User
  readonly people: readonly User[]
  readonly counts: Counts
  readonly csrfToken: string
}
