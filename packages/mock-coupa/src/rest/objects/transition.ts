import type { Work } from '../../control/work.js'
import type { Action } from '../schema/object.js'

/** Actions that are a step of the domain and nothing else: they read neither body nor query. */
export const transitionBy =
  (method: Action['method']) =>
  (path: string, summary: string, transition: (work: Work, login: string, id: number) => void): Action => ({
    method,
    path: `:id/${path}`,
    summary,
    scope: 'write',
    perform(call, id) {
      call.transaction(work => transition(work, call.login, id))
      return id
    },
  })
