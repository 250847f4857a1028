import { findPerson, fullName } from '../../company/people.js'
import type { Actor } from '../../purchase-orders/revisions.js'
import type { Call } from '../schema/call.js'

/** The person in whose name a client acts. */
export function actorOf({ companyFile, login }: Call): Actor {
  return { login, name: fullName(findPerson(companyFile.current, login)) }
}
