import type { Confirmation, ConfirmationLine, ConfirmationType } from './confirmation.js'

/**
 * What the whole has come to by what is said of its lines, and by what the buyer has said to that. A supplier that rejects
 * some lines has not rejected those that it does not speak of; a buyer that rejects a proposal has rejected all of it.
 */
export function statusOf(
  type: ConfirmationType,
  lines: readonly ConfirmationLine[],
  order: { readonly lines: readonly unknown[] },
): Confirmation['status'] {
  if (type === 'reject') return 'rejected'
  if (lines.some(({ decision }) => decision === 'pending')) return 'pending_approval'
  if (!lines.some(isRefused)) return 'accepted'
  if (lines.every(({ decision }) => decision === 'rejected')) return 'rejected'
  const byLine = [...Map.groupBy(lines, ({ lineNumber }) => lineNumber).values()]
  const refused = byLine.filter(parts => parts.every(isRefused))
  return refused.length === order.lines.length ? 'rejected' : 'partially_accepted'
}

function isRefused({ status, decision }: ConfirmationLine): boolean {
  return status === 'reject' || decision === 'rejected'
}
