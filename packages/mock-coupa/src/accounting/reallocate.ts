import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '@punchloop/sdk/cxml'
import type { Share } from './allocation.js'
import { amountPlaces } from './amount-places.js'

/** Divides another total as the old one was divided; what rounding leaves goes to the last. */
export function reallocate<S extends Share>(shares: readonly S[], total: string): readonly S[] {
  const old = addDecimals('0', ...shares.map(({ amount }) => amount))
  const last = shares.at(-1)
  if (last === undefined) return []
  const part = ({ amount, pct = '0' }: Share) =>
    compareDecimals(old, '0') === 0
      ? divideDecimals(multiplyDecimals(pct, total), '100', amountPlaces)
      : divideDecimals(multiplyDecimals(amount, total), old, amountPlaces)
  const others = shares.slice(0, -1).map(share => ({ ...share, amount: part(share) }))
  const rest = subtractDecimals(total, addDecimals('0', ...others.map(({ amount }) => amount)))
  return [...others, { ...last, amount: rest }]
}
