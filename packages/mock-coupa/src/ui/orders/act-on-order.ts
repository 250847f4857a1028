import { CoupaError } from '../../errors.js'
import { type OrderAction, orderActions } from '../../purchase-orders/act.js'
import { type Redirect, redirect, type Visit } from '../answer.js'
import { orderPath } from '../paths.js'
import { readNumber } from '../read-number.js'

/** What buyers do with an order and its changes: each is one POST and then the page again. */

export function resendOrder({ coupa, person, params }: Visit): Redirect {
  return redirect(orderPath(coupa.resend(person.login, params.number ?? '').number), 'resent')
}

export function markOrderSent({ coupa, person, params }: Visit): Redirect {
  return redirect(orderPath(coupa.markOrderSent(person.login, params.number ?? '').number), 'saved')
}

export function actOnOrder({ coupa, person, params, form }: Visit): Redirect {
  const comment = form.optional('comment')
  const { number } = coupa.actOnOrder(person.login, {
    purchaseOrder: params.number ?? '',
    action: readAction(params.action),
    ...(comment === undefined ? {} : { comment }),
  })
  return redirect(orderPath(number), 'saved')
}

function readAction(text: string | undefined): OrderAction {
  const action = orderActions.find(candidate => candidate === text)
  if (action === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'There is no such action on an order')
  return action
}

/** A change is shown on the page of its order. */
export function showChange(visit: Visit): Redirect {
  return redirect(orderPath(visit.coupa.changeOrder(visit.person.login, changeNumber(visit)).number))
}

export function submitChange(visit: Visit): Redirect {
  const change = visit.coupa.submitChange(visit.person.login, changeNumber(visit))
  return redirect(orderPath(change.number), 'change-requested')
}

export function cancelChange(visit: Visit): Redirect {
  const change = visit.coupa.cancelChange(visit.person.login, changeNumber(visit))
  return redirect(orderPath(change.number), 'saved')
}

const changeNumber = ({ params }: Visit) => readNumber(params.change, 'change')
