import { type Redirect, redirect, type Visit } from '../answer.js'
import { orderPath } from '../paths.js'
import { readNumber } from '../read-number.js'

export function acceptConfirmation(visit: Visit): Redirect {
  return decide(visit, true)
}

export function rejectConfirmation(visit: Visit): Redirect {
  return decide(visit, false)
}

function decide({ coupa, person, params, form }: Visit, accept: boolean): Redirect {
  const comment = form.optional('comment')
  const { number } = coupa.decideConfirmation(person.login, {
    confirmation: readNumber(params.id, 'confirmation'),
    accept,
    ...(comment === undefined ? {} : { comment }),
  })
  return redirect(orderPath(number), accept ? 'confirmation-accepted' : 'confirmation-rejected')
}
