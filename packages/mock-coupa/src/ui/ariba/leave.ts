import { type Redirect, redirect, type Visit } from '../answer.js'
import { paths } from '../paths.js'
import { readNumber } from '../read-number.js'

/** The banner's button: back without a cart. What the shop might still send is not taken any more. */
export function leaveShop({ coupa, person, params }: Visit): Redirect {
  coupa.leaveShop(person.login, readNumber(params.trip, 'visit'))
  return redirect(paths.home, 'nothing-returned')
}
