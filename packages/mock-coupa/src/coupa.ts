import type { Administration } from './administration.js'
import type { Approvals } from './approvals.js'
import type { User } from './company/company.js'
import type { Contracts } from './contracts.js'
import type { Conversations } from './conversations.js'
import type { Forms } from './forms.js'
import type { Groups } from './groups.js'
import type { Counts, Home } from './home.js'
import type { Inbox } from './inbox.js'
import type { IndexCatalogs } from './index-catalogs.js'
import type { Invoices } from './invoices.js'
import type { Lists } from './lists.js'
import type { Confirmations, Orders, Receiving } from './orders.js'
import type { Requests } from './requests.js'
import type { ShipNotices } from './ship-notices.js'
import type { Shopping } from './shopping.js'
import type { ProcurementSystem } from './systems/system.js'
import type { Traces } from './traces.js'

/**
 * Everything a person can see and do at the mock. Pages, the contract-test driver and tests all speak to this
 * interface; the first argument is always the login of the person who acts. Whatever is refused is a `CoupaError`
 * whose `message` can be shown and whose `status` is the HTTP status of the page.
 */
export interface Coupa
  extends Shopping,
    Lists,
    Requests,
    Approvals,
    Orders,
    Receiving,
    ShipNotices,
    Confirmations,
    Invoices,
    Contracts,
    IndexCatalogs,
    Inbox,
    Forms,
    Groups,
    Conversations,
    Traces,
    Administration {
  /** Name of the company, shown on every page. */
  companyName(): string
  /** Which procurement system it plays. */
  system(): ProcurementSystem
  /** The people who can sign in, in the order of the configuration. */
  people(): readonly User[]
  /** One active person. `ERR_COUPA_NOT_FOUND` for anybody else. */
  user(login: string): User
  home(login: string): Home
  /** What waits in the cart, in the Inbox and under To Do. */
  counts(login: string): Counts
}
