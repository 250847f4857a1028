import { describe, expect, it } from 'vitest'
import { reallocate } from './reallocate.js'

const amounts = (total: string, ...shares: readonly (readonly [amount: string, pct: string])[]) =>
  reallocate(
    shares.map(([amount, pct]) => ({ amount, pct })),
    total,
  ).map(({ amount }) => amount)

describe('another total is divided as the old one was', () => {
  it('to the cent, and what rounding leaves goes to the last', () => {
    expect(amounts('10', ['33.33', '33.33'], ['33.33', '33.33'], ['33.34', '33.34'])).toEqual([
      '3.33',
      '3.33',
      '3.34',
    ])
  })

  it('by percentages where the old one was nothing', () => {
    expect(amounts('10', ['0', '33.3333'], ['0', '66.6667'])).toEqual(['3.33', '6.67'])
  })
})
