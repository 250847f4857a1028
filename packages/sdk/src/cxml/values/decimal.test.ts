import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDecimals, compareDecimals, formatDecimal, multiplyDecimals, readDecimal } from './decimal.js'

describe('readDecimal', () => {
  it.each([
    ['19.99', '19.99'],
    ['0.0125', '0.0125'],
    ['10.00', '10.00'],
    ['007', '007'],
    ['-3.5', '-3.5'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    [' 1,234.56\n', '1234.56'],
    ['1,234,567', '1234567'],
    ['-12,345,678.9', '-12345678.9'],
    ['123456789012345678901234567890.12345', '123456789012345678901234567890.12345'],
  ])('reads %j as %j', (text, decimal) => {
    expect(readDecimal(text)).toBe(decimal)
  })

  it.each([
    ['NaN', 'is not a decimal number'],
    ['Infinity', 'is not a decimal number'],
    ['1e2', 'is not a decimal number'],
    ['0x64', 'is not a decimal number'],
    ['$5', 'is not a decimal number'],
    ['1 234', 'is not a decimal number'],
    ['\u00a05', 'is not a decimal number'],
    ['١٠٠', 'is not a decimal number'],
    ['１００', 'is not a decimal number'],
    ['1.2.3', 'is not a decimal number'],
    ['--1', 'is not a decimal number'],
    ['.', 'is not a decimal number'],
    ['', 'is empty'],
    [' \n', 'is empty'],
    ['1.234,56', 'can be read in two ways'],
    ['100,00', 'can be read in two ways'],
    ['1,234', 'can be read in two ways'],
    ['12,34,567', 'can be read in two ways'],
    ['0,123,456', 'can be read in two ways'],
    ['9'.repeat(65), 'is longer than the 64 characters'],
  ])('refuses %j', (text, message) => {
    expect(() => readDecimal(text)).toThrow(
      expect.objectContaining({
        code: 'ERR_CXML_FIELD_INVALID',
        status: 400,
        message: expect.stringContaining(message),
      }),
    )
  })
})

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 9_999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, '0')}`)

describe('arithmetic', () => {
  it('is exact where floating point is not', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(addDecimals()).toBe('0')
    expect(multiplyDecimals('19.99', '3')).toBe('59.97')
    expect(multiplyDecimals('1.005', '1000')).toBe('1005')
    expect(multiplyDecimals('99999999999999999999', '1.0000000001')).toBe('100000000009999999998.9999999999')
  })

  it('adds as whole numbers of the smallest unit do', () => {
    const units = (text: string) => BigInt(text.replace('.', ''))
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        if (/^-0/.test(left) || /^-0/.test(right)) return
        expect(units(formatDecimal(addDecimals(left, right), 4))).toBe(units(left) + units(right))
      }),
    )
  })

  it('compares by value', () => {
    expect(compareDecimals('1.0', '1')).toBe(0)
    expect(compareDecimals('-2', '-1.5')).toBe(-1)
    expect(compareDecimals('100000000000000000000.1', '100000000000000000000')).toBe(1)
  })

  it('shows at least so many places, and never rounds', () => {
    expect(formatDecimal('5', 2)).toBe('5.00')
    expect(formatDecimal('0.0125', 2)).toBe('0.0125')
    expect(formatDecimal('1,234.5', 2)).toBe('1234.50')
    expect(formatDecimal('123456789012345678901234', 0)).toBe('123456789012345678901234')
  })
})
