import type { User } from '../../company/company.js'
import type { Home } from '../../coupa.js'

/** What the frame of a page says about whoever is signed in. */
export interface Frame {
  readonly companyName: string
  readonly person: User
  readonly people: readonly User[]
  readonly counts: Pick<Home, 'cartLineCount' | 'unreadNotifications'> & { readonly toDo: number }
  readonly csrfToken: string
}
