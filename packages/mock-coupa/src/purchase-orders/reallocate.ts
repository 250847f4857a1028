import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '@punchloop/sdk/cxml'
import type { Allocation } from './purchase-order.js'

/** Divides another total as the old one was divided; what rounding leaves goes to the last. */
export function reallocate(allocations: readonly Allocation[], total: string): readonly Allocation[] {
  const old = addDecimals(...allocations.map(({ amount }) => amount))
  const last = allocations.at(-1)
  if (last === undefined) return []
  const share = (amount: string) =>
    compareDecimals(old, '0') === 0 ? '0' : divideDecimals(multiplyDecimals(amount, total), old, 4)
  const others = allocations.slice(0, -1).map(({ account, amount }) => ({ account, amount: share(amount) }))
  const rest = subtractDecimals(total, addDecimals('0', ...others.map(({ amount }) => amount)))
  return [...others, { account: last.account, amount: rest }]
}
