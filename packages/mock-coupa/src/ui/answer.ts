import type { Child } from 'hono/jsx'
import type { SentFile } from '../comments/attachment.js'
import type { User } from '../company/company.js'
import type { Coupa } from '../coupa.js'
import type { Fields } from './fields.js'
import type { NoticeCode } from './notices.js'

/** One request of somebody who is signed in. */
export interface Visit {
  readonly coupa: Coupa
  readonly person: User
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Of a POST; empty otherwise. */
  readonly form: Fields
  /** Of a form with a file. */
  readonly file?: SentFile
}

/** Entry of the navigation that a page belongs to. */
export type Section =
  | 'home'
  | 'requests'
  | 'orders'
  | 'receipts'
  | 'invoices'
  | 'contracts'
  | 'to-do'
  | 'setup'
  | 'cart'
  | 'notifications'
  | 'settings'
  | 'activity'
  | 'groups'
  | 'traces'

/** What goes inside the frame. */
export interface Page {
  readonly kind: 'page'
  readonly title: string
  readonly section?: Section
  readonly body: Child
  /** Default 200. */
  readonly status?: number
  readonly notice?: NoticeCode | undefined
  /** Why what was asked for was not done. */
  readonly problem?: string
  /** The page renews itself when something has changed. */
  readonly live?: Live
  /** Its form leads to another site: the only pages whose forms may leave this host. */
  readonly leaves?: boolean
  /** Origin of the site that it shows in a frame, which has the window but for a banner. */
  readonly framed?: string
  /** What the search box at the top holds. */
  readonly searched?: string
  /** Where switching the persona leads back to. Default: home, where the other person's work is. */
  readonly switchTo?: string
}

export interface Live {
  /** Answers the current version as JSON. */
  readonly path: string
  readonly version: string
  /** Something is expected soon: without scripts, too, the page reloads from time to time. */
  readonly isAwaiting: boolean
  /** Where the page is found again; absent: where it was. */
  readonly at?: string
  /** In seconds, without scripts. Default 8. */
  readonly refreshAfter?: number
}

/** After a POST, so that reloading the page repeats nothing. */
export interface Redirect {
  readonly kind: 'redirect'
  readonly to: string
}

/** For the script of a live page. */
export interface Version {
  readonly kind: 'version'
  readonly version: string
}

/** A picture of ours, which browsers ask for again each time and get only when it has changed. */
export interface Picture {
  readonly kind: 'picture'
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Saved by the browser, never shown by it. */
export interface FileAnswer extends SentFile {
  readonly kind: 'file'
}

/** A file that is written while it is sent. */
export interface ExportAnswer {
  readonly kind: 'export'
  readonly fileName: string
  readonly lines: Iterable<string>
}

export type Answer = Page | Redirect | Version | FileAnswer | ExportAnswer | Picture

export type Action = (visit: Visit) => Answer | Promise<Answer>

export const page = (content: Omit<Page, 'kind'>): Page => ({ kind: 'page', ...content })

export const file = (sent: SentFile): FileAnswer => ({ kind: 'file', ...sent })

/** `notice` is one of our own sentences: a URL cannot put words into a page. */
export function redirect(path: string, notice?: NoticeCode): Redirect {
  const separator = path.includes('?') ? '&' : '?'
  return { kind: 'redirect', to: notice === undefined ? path : `${path}${separator}notice=${notice}` }
}
