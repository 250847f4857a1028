import type { Share } from '../../accounting/allocation.js'
import { formatAmount } from './money.js'

/** Whom a line is charged to: the account, or each with its share. Nothing where nobody has said. */
export function Shares(props: {
  readonly shares: readonly (Share & { readonly account: string | { readonly name: string } })[]
}) {
  const { shares } = props
  const [only] = shares
  if (only === undefined) return null
  if (shares.length === 1) return <span class="soft small">charged to {nameOf(only)}</span>
  return (
    <span class="shares soft small">
      {shares.map(share => (
        <span>
          {nameOf(share)}: {formatAmount(share.amount)}
          {share.pct !== undefined && ` (${share.pct} %)`}
        </span>
      ))}
    </span>
  )
}

function nameOf({ account }: { readonly account: string | { readonly name: string } }): string {
  return typeof account === 'string' ? account : account.name
}
