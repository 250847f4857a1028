import type Router from '@koa/router'
import type { Coupa } from './coupa.js'
import type { SignIn } from './sign-in/sign-in.js'
import type { ProcurementSystem } from './systems/system.js'

/** What the pages get besides the application. */
export interface PageDependencies {
  readonly signIn: SignIn
}

/** `uiRoutes` in `ui/routes.ts`: every page and every form of the mock, errors of its own routes included. */
export type UiRoutes = (coupa: Coupa, deps: PageDependencies) => Router

/**
 * `errorPage` in `ui/error-page.tsx`: a whole HTML page for what fails outside the pages' own routes: a cart that
 * belongs to no open trip, an unknown URL. It may be shown to somebody who is not signed in.
 */
export type ErrorPage = (problem: {
  readonly status: number
  readonly title: string
  readonly message: string
  readonly system?: Pick<ProcurementSystem, 'name' | 'title'>
}) => string
