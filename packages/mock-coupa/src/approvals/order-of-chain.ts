import type { ApprovalDemand } from './approval.js'

/** Approvals of one parallel group stand together, at the place of the first. */
export function inParallel(demands: readonly ApprovalDemand[]): ApprovalDemand[] {
  const isFirst = (demand: ApprovalDemand, index: number) =>
    demands.findIndex(other => isParallelTo(other, demand)) === index
  return demands.flatMap((demand, index) => {
    if (demand.parallelGroup === undefined) return [demand]
    return isFirst(demand, index) ? demands.filter(other => isParallelTo(other, demand)) : []
  })
}

function isParallelTo(one: ApprovalDemand, other: ApprovalDemand): boolean {
  return one.parallelGroup !== undefined && one.parallelGroup === other.parallelGroup
}

/** The first place in the chain counts; the rules that ask for the same person again are named there. */
export function withoutRepetition(demands: readonly ApprovalDemand[]): ApprovalDemand[] {
  const kept: ApprovalDemand[] = []
  for (const demand of demands) {
    const at = kept.findIndex(earlier => repeats(demand, earlier))
    const earlier = kept[at]
    if (earlier === undefined) kept.push(demand)
    else if (!earlier.rule.split(', ').includes(demand.rule)) {
      kept[at] = { ...earlier, rule: `${earlier.rule}, ${demand.rule}` }
    }
  }
  return kept
}

/**
 * Where some of a parallel group suffice, one of them may never be asked, so it cannot stand for a later one; and none
 * of them is left out, since how many there are counts.
 */
function repeats(demand: ApprovalDemand, earlier: ApprovalDemand): boolean {
  return (
    demand.skipIfApproved &&
    demand.parallelRequired === undefined &&
    earlier.parallelRequired === undefined &&
    demand.approver.login === earlier.approver.login &&
    demand.group === earlier.group &&
    demand.required <= earlier.required
  )
}
