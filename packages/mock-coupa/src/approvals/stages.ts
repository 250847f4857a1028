import { type Approval, isOpen } from './approval.js'

/** What has to happen for the chain to go on. */
export interface NextInChain {
  /** To be asked now. */
  readonly open: readonly Approval[]
  /** Not needed any more. */
  readonly skip: readonly Approval[]
  readonly isComplete: boolean
}

/** Looks for the first stage that is not done. Where something is skipped, it is to be asked again afterwards. */
export function nextInChain(chain: readonly Approval[]): NextInChain {
  for (const stage of stagesOf(chain)) {
    const counted = stage.filter(({ status }) => status !== 'escalated')
    const undecided = counted.filter(approval => approval.status === null || isOpen(approval))
    if (counted.length - undecided.length < neededOf(counted)) {
      return { open: undecided.filter(({ status }) => status === null), skip: [], isComplete: false }
    }
    if (undecided.length > 0) return { open: [], skip: undecided, isComplete: false }
  }
  return { open: [], skip: [], isComplete: true }
}

/** Approvals that are open at the same time: neighbours of one parallel group, and every other one by itself. */
export function stagesOf<T extends Pick<Approval, 'parallelGroup'>>(chain: readonly T[]): T[][] {
  const stages: T[][] = []
  for (const approval of chain) {
    const last = stages.at(-1)
    const isParallel = approval.parallelGroup !== undefined
    if (last !== undefined && isParallel && last[0]?.parallelGroup === approval.parallelGroup)
      last.push(approval)
    else stages.push([approval])
  }
  return stages
}

/** All, unless every rule of the parallel group is content with fewer: the most that one of them asks for counts. */
function neededOf(stage: readonly Approval[]): number {
  return Math.min(
    stage.length,
    Math.max(0, ...stage.map(({ parallelRequired }) => parallelRequired ?? stage.length)),
  )
}
