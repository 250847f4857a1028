import type { Confirmation, ConfirmationLine, ConfirmationType } from './confirmation.js'

/** What the whole has come to by what is said of its lines, and by what the buyer has said to that. */
export function statusOf(type: ConfirmationType, lines: readonly ConfirmationLine[]): Confirmation['status'] {
  if (type === 'reject') return 'rejected'
  if (lines.some(({ decision }) => decision === 'pending')) return 'pending_approval'
  const refused = lines.filter(line => line.status === 'reject' || line.decision === 'rejected')
  if (refused.length === 0) return 'accepted'
  return refused.length === lines.length ? 'rejected' : 'partially_accepted'
}
