import { describe, expect, it } from 'vitest'
import { formatAmount, formatMoney } from './money.js'

describe('amounts on pages', () => {
  it.each([
    ['0', '0.00'],
    ['5', '5.00'],
    ['149.7', '149.70'],
    ['999.99', '999.99'],
    ['1000', '1,000.00'],
    ['1234567.5', '1,234,567.50'],
    ['-1234.5', '-1,234.50'],
    ['0.00125', '0.00125'],
    ['12345678901234567890.123456789', '12,345,678,901,234,567,890.123456789'],
  ])('%s is shown as %s, without losing a digit', (amount, shown) => {
    expect(formatAmount(amount)).toBe(shown)
  })

  it('are followed by their currency', () => {
    expect(formatMoney('4990', 'USD')).toBe('4,990.00 USD')
  })

  it('stay as they are when they are no plain decimal', () => {
    expect(formatAmount('1e5')).toBe('1e5')
  })
})
