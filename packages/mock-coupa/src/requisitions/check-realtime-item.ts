import { compareDecimals } from '@punchloop/sdk/cxml'
import { isEnabledCurrency } from '../accounting/exchange.js'
import { reallocate } from '../accounting/reallocate.js'
import type { Company } from '../company/company.js'
import { findSupplier } from '../company/find.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import { recordExchange } from '../journal/journal.js'
import {
  callOpenBuy,
  isObject,
  type Json,
  type OpenBuyCaller,
  unreadable,
} from '../shopping/call-open-buy.js'
import type { OpenBuyProblem } from '../shopping/open-buy-error.js'
import { type OpenBuyItem, readOpenBuyItem } from '../shopping/read-open-buy-item.js'
import type { Searching } from '../shopping/search.js'
import { replaceAlternates } from './alternate-records.js'
import { changeable } from './draft.js'
import { lineOf } from './open-buy-item.js'
import { type RealtimeTask, readRealtimeTask, storeRealtimeOutcome } from './realtime-records.js'
import type { Requisition, RequisitionLine } from './requisition.js'
import { replaceLine } from './requisition-lines.js'
import { readRequisition } from './requisition-records.js'

/**
 * A supplier that is away for a moment is asked again. Unverified: how often and when; the documentation only says
 * "retry later".
 */
const mostAttempts = 3
const pauseBetween = 60_000

interface Answer {
  readonly item?: OpenBuyItem
  readonly problem?: OpenBuyProblem
  readonly alternates: readonly OpenBuyItem[]
}

/**
 * Asks the supplier about a line that was added from its search: `detail`, and then `checkout`, which has the last word
 * on price and unit.
 */
export async function checkRealtimeItem(asking: Searching, id: number, signal: AbortSignal): Promise<void> {
  const task = readRealtimeTask(asking.db, id)
  const requisition = readRequisition(asking.db, task.requisition)
  const line = requisition.lines.find(candidate => candidate.id === task.line)
  const site = asking
    .company()
    .punchoutSites.find(({ id: siteId, active }) => active && siteId === line?.punchoutSite?.id)
  if (line === undefined || site === undefined) return giveUp(asking, id, line)
  const caller = callerOf(asking, { task, requisition, site, signal })
  const detail = await askAbout(asking, caller, { operation: 'detail', task, line })
  const answer =
    detail.problem === undefined
      ? await askAbout(asking, caller, { operation: 'checkout', task, line })
      : detail
  store(asking, { id, task, line, site, answer })
}

function giveUp(asking: Searching, id: number, line: RequisitionLine | undefined): void {
  const name = line?.punchoutSite?.name ?? 'The supplier'
  asking.transaction(work =>
    storeRealtimeOutcome(work, id, {
      problem: { errorCode: 'agent_failure', message: `${name} is no supplier to shop at any more` },
    }),
  )
}

function callerOf(
  asking: Searching,
  by: {
    readonly task: RealtimeTask
    readonly requisition: Requisition
    readonly site: PunchoutSite
    readonly signal: AbortSignal
  },
): OpenBuyCaller {
  const company = asking.company()
  return {
    search: by.task.search,
    site: by.site,
    supplierName: findSupplier(company, by.site.supplier).name,
    companyName: company.name,
    // Whoever has left since has asked all the same.
    email: company.people.find(({ login }) => login === by.requisition.requestedBy.login)?.email ?? '',
    signal: by.signal,
    record: entry => asking.transaction(work => recordExchange(work.db, entry)),
  }
}

/** Unverified: the parameters, which are not public; they are the names that Coupa keeps on the line. */
async function askAbout(
  asking: Searching,
  caller: OpenBuyCaller,
  about: {
    readonly operation: 'detail' | 'checkout'
    readonly task: RealtimeTask
    readonly line: RequisitionLine
  },
): Promise<Answer> {
  const { task, line } = about
  const called = await callOpenBuy(asking, caller, {
    operation: about.operation,
    body: {
      ...(task.realtimeItemKey === undefined ? {} : { realtime_item_key: task.realtimeItemKey }),
      source_part_num: line.sourcePartNum ?? '',
      quantity: line.quantity,
    },
  })
  if ('problem' in called) return { problem: called.problem, alternates: [] }
  return judge(called.answer, caller.site, asking.company())
}

/** Unverified: all names but those of the documented error codes. */
function judge(answer: Json, site: PunchoutSite, company: Readonly<Company>): Answer {
  const rows = Array.isArray(answer.alternates) ? answer.alternates.filter(isObject) : []
  const alternates = rows.map(readOpenBuyItem).filter(item => item !== undefined)
  const refuse = (errorCode: OpenBuyProblem['errorCode'], message: string) => ({
    problem: { errorCode, message: `${site.name} ${message}` },
    alternates,
  })
  if (answer.availability === 'out_of_stock') return refuse('out_of_stock', 'has none of this item in stock')
  const item = readOpenBuyItem(answer)
  if (item === undefined) return { problem: unreadable(site), alternates }
  if (item.hasMoreOptions) {
    return refuse('has_more_options', 'needs you to choose options of this item at its shop')
  }
  if (answer.check_out_options_reqd === true) {
    return refuse('check_out_options_reqd', 'needs you to choose options at its checkout')
  }
  if (!company.uoms.includes(item.uom)) {
    return refuse('uom_not_available', `sells this item by the unit "${item.uom}", which is not enabled here`)
  }
  if (!isEnabledCurrency(company, item.currency)) {
    return refuse('unknown', `sells this item in ${item.currency}, which is not enabled here`)
  }
  return { item, alternates }
}

function store(
  asking: Searching,
  checked: {
    readonly id: number
    readonly task: RealtimeTask
    readonly line: RequisitionLine
    readonly site: PunchoutSite
    readonly answer: Answer
  },
): void {
  const { id, task, site, answer } = checked
  asking.transaction(work => {
    const requisition = readRequisition(work.db, task.requisition)
    // It may have been removed while the supplier was asked, or its quantity changed: then it is asked about again.
    const line = requisition.lines.find(candidate => candidate.id === task.line)
    if (line === undefined || compareDecimals(line.quantity, checked.line.quantity) !== 0) return
    const { problem, item } = answer
    const isPassing = problem?.errorCode === 'timed_out' || problem?.errorCode === 'service_error'
    const retry = isPassing && task.attempts + 1 < mostAttempts
    storeRealtimeOutcome(work, id, {
      ...(problem === undefined ? {} : { problem }),
      ...(item === undefined ? {} : optionalMessage(priceChange(line, item, site))),
      ...(retry ? { retryAt: new Date(work.now.getTime() + pauseBetween) } : {}),
    })
    replaceAlternates(work, line, { site, items: answer.alternates })
    if (item !== undefined && changeable.includes(requisition.status)) {
      const said = lineOf(item, { site, company: work.company, quantity: line.quantity })
      const { description, unitPrice, currency, uom, total, suppAuxPartNum } = said
      replaceLine(work, task.requisition, {
        ...line,
        description,
        unitPrice,
        currency,
        total,
        ...(line.allocations === undefined ? {} : { allocations: reallocate(line.allocations, total) }),
        ...(uom === undefined ? {} : { uom }),
        ...(suppAuxPartNum === undefined ? {} : { suppAuxPartNum }),
      })
    }
  })
}

function optionalMessage(message: string | undefined): { readonly message?: string } {
  return message === undefined ? {} : { message }
}

function priceChange(line: RequisitionLine, item: OpenBuyItem, site: PunchoutSite): string | undefined {
  if (compareDecimals(line.unitPrice, item.unitPrice) === 0) return undefined
  return `${site.name} changed the price from ${line.unitPrice} to ${item.unitPrice} ${item.currency}`
}
