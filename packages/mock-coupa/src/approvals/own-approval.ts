import { findPerson, fullName } from '../company/people.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { actsFor, isInvolvedIn } from './acting.js'
import { nounOf } from './approvable.js'
import { type Approval, type ApprovalStatus, isOpen } from './approval.js'
import { readChain } from './approval-records.js'
import { readRound } from './rounds.js'

/** What somebody decides on. */
export interface Decision {
  readonly on: ApprovableKey
  /** Which, where more than one of them waits for this person. Default: the first. */
  readonly approval?: number
  readonly comment?: string
}

/** An open approval, and who decides it in whose place. */
export interface OwnApproval {
  readonly approval: Approval
  readonly by: { readonly login: string; readonly fullName: string }
  /** Login of the approver or member in whose place: the own one, or a delegator's. */
  readonly actsFor: string
  /** For the history: `Fiona Lund on behalf of Mark Osei`. */
  readonly words: string
}

/**
 * This person's approval, which must be one that is waited for.
 * `ERR_COUPA_NOT_FOUND` for whoever has nothing to do with it, else `ERR_COUPA_CONFLICT`.
 */
export function ownApproval(
  work: Work,
  login: string,
  wanted: Decision & { readonly status: ApprovalStatus },
): OwnApproval {
  const open = readChain(work.db, wanted.on).filter(isOpen)
  const own = open.flatMap(approval => {
    const name = actsFor(work, login, approval)
    const isWanted = wanted.approval === undefined || wanted.approval === approval.id
    return name === undefined || !isWanted ? [] : [{ approval, name }]
  })
  const found = own.find(({ approval }) => approval.status === wanted.status)
  if (found === undefined) {
    const [other] = own
    throw other === undefined
      ? notWaiting(work, login, { on: wanted.on, open })
      : wrongStatus(other.approval, wanted.status)
  }
  const by = { login, fullName: fullName(findPerson(work.company, login)) }
  const words =
    found.name === login
      ? by.fullName
      : `${by.fullName} on behalf of ${fullName(findPerson(work.company, found.name))}`
  return { approval: found.approval, by, actsFor: found.name, words }
}

function wrongStatus({ name }: Approval, wanted: ApprovalStatus): CoupaError {
  return new CoupaError(
    'ERR_COUPA_CONFLICT',
    wanted === 'on_hold'
      ? `Your approval of ${name} is not on hold`
      : `Your approval of ${name} is on hold: take it off hold first`,
  )
}

function notWaiting(
  work: Work,
  login: string,
  { on, open }: { readonly on: ApprovableKey; readonly open: readonly Approval[] },
): CoupaError {
  const isRequester = open.some(({ requester }) => requester === login)
  if (!isRequester && !isInvolvedIn(work, on, login)) {
    return new CoupaError('ERR_COUPA_NOT_FOUND', `No ${nounOf(on)} ${on.id} waits for your approval`)
  }
  const { name } = readRound(work.db, on)
  const names = open.map(({ approver }) => approver.fullName).join(' and ')
  return new CoupaError(
    'ERR_COUPA_CONFLICT',
    names === '' ? `${name} waits for nobody's approval` : `${name} waits for ${names}, not for you`,
  )
}
