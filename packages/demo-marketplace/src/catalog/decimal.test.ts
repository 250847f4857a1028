import { describe, expect, it } from 'vitest'
import {
  amountForPeople,
  amountText,
  divideExactly,
  isWhole,
  multiply,
  quantityForPeople,
  readQuantity,
} from './decimal.js'

describe('decimals', () => {
  it.each([
    [' 25 ', '25'],
    ['05', '5'],
    ['1,000', '1000'],
    ['12,345,678', '12345678'],
    ['1200.50', '1200.5'],
  ])('%j is the quantity %s', (typed, quantity) => {
    expect(readQuantity(typed)).toBe(quantity)
  })

  it.each(['', 'ten', '-1', '+1', '1e3', '0x10', '1,00', '1.2.3', '１２', 'Infinity', '9'.repeat(13)])(
    '%j is no quantity',
    typed => {
      expect(readQuantity(typed)).toBeUndefined()
    },
  )

  it('multiplies exactly, where binary numbers would not', () => {
    expect(multiply('3', '19.99')).toBe('59.97')
    expect(multiply('12345', '0.0125')).toBe('154.3125')
    expect(multiply('0.1', '0.2')).toBe('0.02')
  })

  it('divides only what divides', () => {
    expect(divideExactly('1200.55', '0.01')).toBe('120055')
    expect(() => divideExactly('1', '3')).toThrow('1 is no exact multiple of 3')
  })

  it('never rounds an amount', () => {
    expect(amountText('5')).toBe('5.00')
    expect(amountText('154.3125')).toBe('154.3125')
    expect(amountForPeople('1234567.5')).toBe('1,234,567.50')
    expect(quantityForPeople('40000')).toBe('40,000')
    expect(isWhole('1.0')).toBe(true)
  })
})
