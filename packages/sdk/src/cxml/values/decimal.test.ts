import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  formatDecimal,
  isDecimal,
  multiplyDecimals,
  readDecimal,
  roundDecimal,
  subtractDecimals,
} from './decimal.js'

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

describe('isDecimal', () => {
  it.each(['0', '-1.50', '007', '9'.repeat(64)])('is true of %s', text => {
    expect(isDecimal(text)).toBe(true)
    expect(readDecimal(text)).toBe(text)
  })

  it.each(['', '+1', '.5', '5.', ' 1', '1,234.56', '1e2', 'NaN', '9'.repeat(65), 1, undefined, null])(
    'is false of %s',
    value => {
      expect(isDecimal(value)).toBe(false)
    },
  )
})

/** Whole numbers of ten-thousandths: what an independent calculation works with. */
const places = 4
const unit = 10n ** BigInt(places)
const decimal = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })

function textOf(units: bigint, scale = places): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** The value of a plain decimal in units of the scale. */
function unitsOf(text: string, scale = places): bigint {
  return BigInt(formatDecimal(text, scale).replace('.', ''))
}

/** `value / divisor` to the nearest whole number, a half away from zero. */
function nearest(value: bigint, divisor: bigint): bigint {
  const size = (2n * (value < 0n ? -value : value) + divisor) / (2n * divisor)
  return value < 0n ? -size : size
}

type Rounding = (text: string, places: number) => string

const roundsHalvesAway = (round: Rounding) =>
  fc.property(decimal, fc.integer({ min: 1, max: places }), (value, to) => {
    const by = 10n ** BigInt(places - to)
    expect(unitsOf(round(textOf(value), to), to)).toBe(nearest(value, by))
    const half = value - (value % by) + by / 2n
    expect(unitsOf(round(textOf(half), to), to)).toBe(nearest(half, by))
  })

type Sum = (...decimals: readonly string[]) => string

const addsExactly = (add: Sum) =>
  fc.property(fc.array(decimal, { minLength: 1, maxLength: 5 }), values => {
    expect(unitsOf(add(...values.map(value => textOf(value))))).toBe(values.reduce((a, b) => a + b, 0n))
  })

describe('arithmetic', () => {
  it('is exact where floating point is not', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(addDecimals()).toBe('0')
    expect(subtractDecimals('0.3', '0.1')).toBe('0.2')
    expect(multiplyDecimals('19.99', '3')).toBe('59.97')
    expect(multiplyDecimals('1.005', '1000')).toBe('1005')
    expect(multiplyDecimals('99999999999999999999', '1.0000000001')).toBe('100000000009999999998.9999999999')
  })

  it('adds, subtracts, multiplies and compares as whole numbers of the smallest unit do', () => {
    fc.assert(addsExactly(addDecimals))
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        const [a, b] = [textOf(left), textOf(right)]
        expect(unitsOf(subtractDecimals(a, b))).toBe(left - right)
        expect(unitsOf(multiplyDecimals(a, b), 2 * places)).toBe(left * right)
        expect(compareDecimals(a, b)).toBe(left < right ? -1 : left > right ? 1 : 0)
      }),
    )
  })

  it('rounds halves away from zero, as whole numbers do', () => {
    fc.assert(roundsHalvesAway(roundDecimal))
    expect(roundDecimal('0.125', 2)).toBe('0.13')
    expect(roundDecimal('-0.125', 2)).toBe('-0.13')
    expect(roundDecimal('1.005', 2)).toBe('1.01')
    expect(roundDecimal('-0.001', 2)).toBe('0.00')
    expect(roundDecimal('5', 2)).toBe('5.00')
    expect(roundDecimal('100.5', 0)).toBe('101')
  })

  it('divides to the nearest, a half away from zero', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 1, max: 12 }), (left, right, to) => {
        fc.pre(right !== 0n)
        const sign = right < 0n ? -1n : 1n
        const expected = nearest(sign * left * 10n ** BigInt(to), sign * right)
        expect(unitsOf(divideDecimals(textOf(left), textOf(right), to), to)).toBe(expected)
      }),
    )
    expect(divideDecimals('2', '3', 2)).toBe('0.67')
    expect(divideDecimals('-1', '8', 2)).toBe('-0.13')
    expect(divideDecimals('0', '-8', 2)).toBe('0')
  })

  it('is found out when it goes through floating point, or rounds halves to even', () => {
    const floating: Sum = (...decimals) =>
      decimals.reduce((sum, text) => sum + Number(text), 0).toFixed(places)
    const toEven: Rounding = (text, to) => {
      const by = 10n ** BigInt(places - to)
      const value = unitsOf(text)
      const isTie = 2n * (value % by) === by || 2n * (value % by) === -by
      const whole = value / by
      const even = whole % 2n === 0n ? whole : whole + (value < 0n ? -1n : 1n)
      return textOf(isTie ? even : nearest(value, by), to)
    }
    expect(fc.check(addsExactly(floating)).failed).toBe(true)
    expect(fc.check(roundsHalvesAway(toEven)).failed).toBe(true)
  })

  it('compares by value', () => {
    expect(compareDecimals('1.0', '1')).toBe(0)
    expect(compareDecimals('-0', '0')).toBe(0)
    expect(compareDecimals('-2', '-1.5')).toBe(-1)
    expect(compareDecimals('100000000000000000000.1', '100000000000000000000')).toBe(1)
  })

  it('never says minus zero', () => {
    expect(multiplyDecimals('-1', '0')).toBe('0')
    expect(addDecimals('-0')).toBe('0')
    expect(subtractDecimals('1.5', '1.50')).toBe('0')
  })

  it('shows at least so many places, and never rounds', () => {
    expect(formatDecimal('5', 2)).toBe('5.00')
    expect(formatDecimal('0.0125', 2)).toBe('0.0125')
    expect(formatDecimal('1,234.5', 2)).toBe('1234.50')
    expect(formatDecimal('123456789012345678901234', 0)).toBe('123456789012345678901234')
  })

  it('goes on with results that are longer than what is read, but not without end', () => {
    const long = '9'.repeat(64)
    const product = multiplyDecimals(long, long)
    expect(product).toHaveLength(128)
    expect(unitsOf(addDecimals(product, '1'))).toBe((BigInt(long) ** 2n + 1n) * unit)
    expect(() => {
      for (let power = product; ; power = multiplyDecimals(power, power))
        expect(power.length).toBeLessThan(3000)
    }).toThrow(expect.objectContaining({ code: 'ERR_CXML_FIELD_INVALID' }))
  })

  it.each([-1, 101, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s places', number => {
    for (const operation of [roundDecimal, formatDecimal])
      expect(() => operation('1', number)).toThrow(RangeError)
    expect(() => divideDecimals('1', '3', number)).toThrow(RangeError)
  })

  it('refuses to divide by zero, and what is no number', () => {
    const invalid = expect.objectContaining({ code: 'ERR_CXML_FIELD_INVALID' })
    expect(() => divideDecimals('1', '0.00', 2)).toThrow(invalid)
    expect(() => addDecimals('1', 'one')).toThrow(invalid)
    expect(() => compareDecimals('1e3', '1')).toThrow(invalid)
  })
})
