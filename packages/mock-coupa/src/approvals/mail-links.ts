import { findPerson } from '../company/people.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import { hashToken, urlToken } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, numberOf, textOf } from '../store/row.js'
import { type Approval, isOpen } from './approval.js'
import { readApproval } from './approval-records.js'
import { approve, reject } from './decide.js'

/** How long a link in a mail can be used. Unverified: Coupa's mails compose a reply instead of opening a page. */
const linkDays = 14

/** What a link leads to. */
export interface MailLink {
  /** Login of whoever got the mail. */
  readonly login: string
  readonly approval: Approval
}

/** What the person chose on the page of the link. */
export type MailDecision =
  | { readonly decision: 'approve'; readonly comment?: string }
  | { readonly decision: 'reject'; readonly comment: string }

/** A token of 256 random bits for one approval and one person. Only its digest is kept. */
export function createMailLink(
  work: Work,
  link: { readonly approval: number; readonly login: string },
): string {
  const token = urlToken(work.randomBytes)
  work.db.run(
    `INSERT INTO approval_links (token_hash, approval, login, expires_at)
     VALUES ($hash, $approval, $login, $expiresAt)`,
    {
      hash: hashToken(token),
      approval: link.approval,
      login: link.login,
      expiresAt: new Date(work.now.getTime() + linkDays * 86_400_000).toISOString(),
    },
  )
  return token
}

/**
 * Looks, and changes nothing: scanners of mail open every link. `ERR_COUPA_NOT_FOUND` for a token that never was,
 * `ERR_COUPA_CONFLICT` (HTTP 410) for one that is used, too old, or not needed any more.
 */
export function readMailLink(where: { readonly db: Database; readonly now: Date }, token: string): MailLink {
  const row = where.db.get('SELECT * FROM approval_links WHERE token_hash = $hash', {
    hash: hashToken(token),
  })
  if (row === undefined) {
    throw new CoupaError(
      'ERR_COUPA_NOT_FOUND',
      'This link is not known: it may have been cut off by the mail',
    )
  }
  if (row.used_at !== null) throw gone('it has been used already')
  if (dateOf(row, 'expires_at') <= where.now) throw gone(`it was good for ${linkDays} days`)
  const approval = readApproval(where.db, numberOf(row, 'approval'))
  if (!isOpen(approval)) {
    throw gone(`${approval.name} does not wait for this approval any more`)
  }
  return { login: textOf(row, 'login'), approval }
}

/** Decides, and uses up the link; what is refused leaves it as it was. Returns what was decided on. */
export function decideByMail(work: Work, token: string, choice: MailDecision): ApprovableKey {
  const { login, approval } = readMailLink(work, token)
  findPerson(work.company, login)
  const decision = { on: approval.on, approval: approval.id }
  work.db.run('UPDATE approval_links SET used_at = $now WHERE token_hash = $hash', {
    hash: hashToken(token),
    now: work.now.toISOString(),
  })
  if (choice.decision === 'approve') approve(work, login, { ...decision, ...choice })
  else reject(work, login, { ...decision, ...choice })
  return approval.on
}

function gone(reason: string): CoupaError {
  return new CoupaError('ERR_COUPA_CONFLICT', `This link cannot be used: ${reason}. Please sign in.`, {
    status: 410,
  })
}
