import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
} from '@punchloop/sdk/cxml'
import type { Company } from '../company/company.js'
import type { FieldProblem } from '../errors.js'
import type { AccountAllocation, AllocationDraft } from './allocation.js'
import { amountPlaces } from './amount-places.js'

/** Digits after the point of a percentage that follows from amounts. */
const pctPlaces = 4

/** More than anybody splits a line into. */
const mostShares = 99

/**
 * What is wrong with the division of a line's total: shares are amounts that come to the total, or percentages that come
 * to 100.
 * Unverified: the words. Coupa refuses a split that does not add up.
 */
export function allocationProblems(
  total: string,
  drafts: readonly AllocationDraft[],
  company: Company,
): FieldProblem[] {
  const messages = [
    ...(drafts.length > mostShares
      ? [`Account allocations are too many (maximum is ${mostShares} accounts)`]
      : []),
    ...drafts.flatMap(draft => shareProblems(draft, total, company)),
  ]
  const all = messages.length > 0 || drafts.length === 0 ? messages : sumProblems(total, drafts)
  return all.map(message => ({ field: 'allocations', message }))
}

function shareProblems({ account, amount, pct }: AllocationDraft, total: string, company: Company): string[] {
  const isNegative = compareDecimals(total, '0') < 0
  const isAgainst = (share: string) => compareDecimals(share, '0') === (isNegative ? 1 : -1)
  const bound = isNegative ? 'less than or equal to 0' : 'greater than or equal to 0'
  return [
    ...(account === ''
      ? ["Account of an allocation can't be blank"]
      : company.accounts.some(({ name }) => name === account)
        ? []
        : [`There is no account "${account}"`]),
    ...(amount === undefined && pct === undefined ? ["Amount of an allocation can't be blank"] : []),
    ...(amount !== undefined && isAgainst(amount) ? [`Amount of an allocation must be ${bound}`] : []),
    ...(pct !== undefined && compareDecimals(pct, '0') < 0
      ? ['Pct of an allocation must be greater than or equal to 0']
      : []),
  ]
}

function sumProblems(total: string, drafts: readonly AllocationDraft[]): string[] {
  if (drafts.every(({ amount }) => amount === undefined)) {
    const pct = addDecimals(...drafts.map(({ pct: share = '0' }) => share))
    return compareDecimals(pct, '100') === 0
      ? []
      : [`Account allocations must total 100%; they come to ${pct}%`]
  }
  const sum = addDecimals(...drafts.map(draft => amountOf(draft, total)))
  return compareDecimals(sum, total) === 0
    ? []
    : [`Account allocations must total the line total of ${total}; they come to ${sum}`]
}

function amountOf({ amount, pct = '0' }: AllocationDraft, total: string): string {
  return amount ?? roundDecimal(multiplyDecimals(total, multiplyDecimals(pct, '0.01')), amountPlaces)
}

/** Drafts without problems → shares. What rounding leaves goes to the last. */
export function allocate(total: string, drafts: readonly AllocationDraft[]): readonly AccountAllocation[] {
  const byPct = drafts.every(({ amount }) => amount === undefined)
  const amounts = withRest(
    drafts.map(draft => amountOf(draft, total)),
    total,
  )
  const pcts = byPct ? drafts.map(({ pct = '0' }) => pct) : pctsOf(amounts, total, drafts)
  return drafts.map(({ account, period }, index) => ({
    account,
    amount: amounts[index] ?? '0',
    pct: pcts[index] ?? '0',
    ...(period === undefined ? {} : { period }),
  }))
}

function pctsOf(amounts: readonly string[], total: string, drafts: readonly AllocationDraft[]): string[] {
  if (compareDecimals(total, '0') === 0) return drafts.map(({ pct = '0' }) => pct)
  return withRest(
    amounts.map(amount => divideDecimals(multiplyDecimals(amount, '100'), total, pctPlaces)),
    '100',
  )
}

/** The last takes what the others leave of the whole. */
function withRest(parts: readonly string[], whole: string): string[] {
  const others = parts.slice(0, -1)
  return parts.length === 0 ? [] : [...others, subtractDecimals(whole, addDecimals('0', ...others))]
}
