import { CoupaError } from '../../errors.js'
import type { RequisitionView } from '../../requests.js'
import type { CartChange } from '../../requisitions/save-cart.js'
import { type Page, type Redirect, redirect, type Visit } from '../answer.js'
import type { NoticeCode } from '../notices.js'
import { ownRequisitionPath, paths, requisitionPath } from '../paths.js'
import { overtaken } from '../problem-page.js'
import { readNumber } from '../read-number.js'
import { onPage, readReview, reviewFields } from './review-form.js'
import { requisitionNumber, requisitionPage } from './show-page.js'

/** What people do with a requisition: each is one POST and then the page again. */

/** What Review Cart says is kept, whether or not the request can be submitted then. */
export function submit(visit: Visit): Page | Redirect {
  const justification = visit.form.optional('justification')
  return review(visit, 'submitted', (login, change) => {
    const { requisition } = change
    visit.coupa.saveCart(login, change)
    return visit.coupa.submit(login, {
      requisition,
      ...(justification === undefined ? {} : { justification }),
    })
  })
}

export function save(visit: Visit): Page | Redirect {
  return review(visit, 'saved', (login, change) => visit.coupa.saveCart(login, change))
}

export function saveForLater(visit: Visit): Page | Redirect {
  return review(visit, 'saved-for-later', (login, change) => visit.coupa.saveForLater(login, change))
}

function review(
  visit: Visit,
  done: NoticeCode,
  command: (login: string, change: CartChange) => RequisitionView,
): Page | Redirect {
  const { coupa, form, params, person } = visit
  const requisition = coupa.requisition(person.login, requisitionNumber(params))
  return act(
    visit,
    done,
    login => command(login, readReview(form, requisition)),
    reviewFields(requisition.lines),
  )
}

/** Fields `supplier-<line id>` and `price-<line id>`. */
export function complete(visit: Visit): Page | Redirect {
  const { coupa, form, person } = visit
  const { lines } = coupa.requisition(person.login, requisitionNumber(visit.params))
  return act(
    visit,
    'completed',
    (login, requisition) =>
      coupa.complete(login, {
        requisition,
        lines: lines.map(({ id }) => {
          const supplier = form.optional(`supplier-${id}`)
          const unitPrice = form.optional(`price-${id}`)
          return {
            id,
            ...(supplier === undefined ? {} : { supplier: readNumber(supplier, 'supplier') }),
            ...(unitPrice === undefined ? {} : { unitPrice }),
          }
        }),
      }),
    lines.flatMap(({ id }) => [`supplier-${id}`, `price-${id}`]),
  )
}

export function withdraw(visit: Visit): Page | Redirect {
  const reason = visit.form.optional('reason')
  return act(visit, 'withdrawn', (login, requisition) =>
    visit.coupa.withdraw(login, { requisition, ...(reason === undefined ? {} : { reason }) }),
  )
}

export function copy({ coupa, person, params }: Visit): Redirect {
  const original = coupa.requisition(person.login, requisitionNumber(params))
  const { number, lines } = coupa.copy(person.login, original.number)
  return redirect(requisitionPath(number), lines.length < original.lines.length ? 'copied-in-part' : 'copied')
}

export async function validate({ coupa, person, params, form }: Visit): Promise<Redirect> {
  const requisition = requisitionNumber(params)
  const view = await coupa.validate(person.login, {
    requisition,
    trip: readNumber(form.text('trip'), 'trip'),
  })
  return redirect(ownRequisitionPath(view), 'validated')
}

export function abandon({ coupa, person, params }: Visit): Redirect {
  coupa.abandon(person.login, requisitionNumber(params))
  return redirect(paths.requisitions, 'deleted')
}

export function removeLine({ coupa, person, params }: Visit): Redirect {
  const requisition = requisitionNumber(params)
  const lineNum = readNumber(params.line, 'line')
  const view = coupa.removeLine(person.login, { requisition, lineNum })
  return redirect(ownRequisitionPath(view), 'line-removed')
}

/** What comes too late or has a wrong field brings the page back; any other refusal is a page of its own. */
function act(
  visit: Visit,
  done: NoticeCode,
  command: (login: string, requisition: number) => RequisitionView,
  more: readonly string[] = [],
): Page | Redirect {
  const { coupa, person, params, form } = visit
  const requisition = requisitionNumber(params)
  try {
    return redirect(ownRequisitionPath(command(person.login, requisition)), done)
  } catch (error) {
    if (!(error instanceof CoupaError)) throw error
    const isOvertaken = error.code === 'ERR_COUPA_CONFLICT'
    if (!isOvertaken && error.fields.length === 0) throw error
    const view = coupa.requisition(person.login, requisition)
    if (isOvertaken) return overtaken(requisitionPage(view), error)
    const values = Object.fromEntries(
      ['justification', 'reason', ...more].map(name => [name, form.text(name)]),
    )
    return requisitionPage(view, { values, problems: onPage(error.fields, view.lines) })
  }
}
