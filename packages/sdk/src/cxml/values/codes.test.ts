import currencyCodes from 'currency-codes'
import { iso31661 } from 'iso-3166'
import { UNIT } from 'node-zugferd/codelist/unit'
import { describe, expect, it } from 'vitest'
import { buildCodes } from '../../../scripts/generate-codes.js'
import codes from './codes.json' with { type: 'json' }
import { countryMeantBy, isCountry } from './country.js'
import { currencyOf } from './currency.js'
import { ansiUnits, mistakenUnits, unitNames } from './customary-units.js'
import { isSameUnit, unitMeantBy, unitOfMeasure } from './unit-of-measure.js'

it('codes.json holds the lists that others carry', () => {
  expect(codes).toEqual(buildCodes())
})

describe('currencyOf', () => {
  /** What has changed since the list that is compared with. */
  const newer = { added: ['XAD', 'XCG'], withdrawn: ['ANG', 'BGN', 'CUC'] }
  const all = [...Array(26 ** 3).keys()].map(number =>
    [Math.floor(number / 676), Math.floor(number / 26) % 26, number % 26]
      .map(letter => String.fromCharCode(65 + letter))
      .join(''),
  )

  it('knows the codes of ISO 4217 and no others', () => {
    const active = all.filter(
      code => currencyOf(code) !== undefined && currencyOf(code)?.withdrawn === undefined,
    )
    expect(active).toHaveLength(178)
    const expected = currencyCodes.codes().filter(code => !newer.withdrawn.includes(code))
    expect(active).toEqual([...expected, ...newer.added].sort())
  })

  it('knows their minor units', () => {
    for (const { code, digits } of currencyCodes.data) {
      expect([code, currencyOf(code)?.minorUnits ?? 0]).toEqual([code, digits])
    }
    expect(currencyOf('XAU')).toEqual({ code: 'XAU' })
    expect(currencyOf('XAD')?.minorUnits).toBe(2)
    expect(currencyOf('XCG')?.minorUnits).toBe(2)
  })

  it('knows every currency that JavaScript shows', () => {
    expect(Intl.supportedValuesOf('currency').filter(code => currencyOf(code) === undefined)).toEqual([])
  })

  it('tells those that were withdrawn', () => {
    expect(currencyOf('BGN')).toEqual({ code: 'BGN', minorUnits: 2, withdrawn: 2026 })
    expect(currencyOf('HRK')?.withdrawn).toBe(2023)
    expect(newer.withdrawn.filter(code => currencyOf(code)?.withdrawn === undefined)).toEqual([])
  })

  it.each(['usd', ' USD', 'US', '', 'constructor'])('knows none for %j', code => {
    expect(currencyOf(code)).toBeUndefined()
  })
})

describe('isCountry', () => {
  it('is true of the codes of ISO 3166-1 and two that are in use beside them', () => {
    for (const { alpha2 } of iso31661) expect([alpha2, isCountry(alpha2)]).toEqual([alpha2, true])
    expect(codes.countries.split(' ')).toHaveLength(249)
    expect(isCountry('XK')).toBe(true)
    for (const code of ['us', 'UK', 'USA', 'ZZ', 'AN', ''])
      expect([code, isCountry(code)]).toEqual([code, false])
  })

  it('what was meant is found', () => {
    expect(['us', 'USA', 'deu', 'UK', 'EL'].map(countryMeantBy)).toEqual(['US', 'US', 'DE', 'GB', 'GR'])
    expect(['', 'ZZ', 'XYZ', 'Germany'].map(countryMeantBy)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('unitOfMeasure', () => {
  it('knows all of Recommendations 20 and 21', () => {
    for (const { value, source } of UNIT) {
      expect([value, unitOfMeasure(value)?.standard]).toEqual([value, source.toLowerCase()])
    }
    expect(UNIT).toHaveLength(2162)
  })

  it.each([
    ['EA', { code: 'EA', standard: 'rec20', name: 'each' }],
    ['HUR', { code: 'HUR', standard: 'rec20', name: 'hour' }],
    [' hur\n', { code: 'HUR', standard: 'rec20', name: 'hour' }],
    ['XBX', { code: 'XBX', standard: 'rec21', name: 'box' }],
    ['HR', { code: 'HR', standard: 'ansi', name: 'hour', rec20: 'HUR' }],
    ['bx', { code: 'BX', standard: 'ansi', name: 'box', rec20: 'XBX' }],
    ['ST', { code: 'ST', standard: 'ansi', name: 'set' }],
    ['RM', { code: 'RM', standard: 'rec20', name: 'ream' }],
    ['KNI', { code: 'KNI', standard: 'rec20' }],
  ])('of %j is %o', (code, unit) => {
    expect(unitOfMeasure(code)).toEqual(unit)
  })

  it.each(['', 'PCS', 'XX1', 'Furlong', 'ß', 'E A', 'constructor'])('of %j is not known', code => {
    expect(unitOfMeasure(code)).toBeUndefined()
  })

  it('of an ANSI code is no other of UN/CEFACT, and has one that exists', () => {
    for (const [code, { same }] of ansiUnits) {
      expect([code, unitOfMeasure(code)?.standard]).toEqual([code, 'ansi'])
      if (same !== undefined)
        expect([same, unitOfMeasure(same)?.standard]).toEqual([same, expect.stringMatching('rec')])
    }
    for (const code of unitNames.keys()) {
      expect([code, unitOfMeasure(code)?.standard]).toEqual([code, expect.stringMatching('rec')])
    }
  })
})

describe('isSameUnit', () => {
  it.each([
    ['HR', 'HUR'],
    ['bx', 'XBX'],
    ['EA', ' ea '],
    ['Furlong', 'FURLONG'],
  ])('%s is %s', (left, right) => {
    expect(isSameUnit(left, right)).toBe(true)
    expect(isSameUnit(right, left)).toBe(true)
  })

  it.each([
    ['EA', 'C62'],
    ['HUR', 'DAY'],
    ['ST', 'SET'],
    ['BX', 'CT'],
    ['ß', 'SS'],
  ])('%s is not %s', (left, right) => {
    expect(isSameUnit(left, right)).toBe(false)
  })
})

describe('unitMeantBy', () => {
  it('finds the code behind another spelling', () => {
    expect(['pcs', 'HRS', 'BK', 'BE', 'ea', 'Furlong'].map(unitMeantBy)).toEqual([
      'H87',
      'HUR',
      'BK',
      'XBE',
      'EA',
      undefined,
    ])
  })

  it('names only codes that exist, for what is none', () => {
    for (const [text, code] of mistakenUnits) {
      expect([text, unitOfMeasure(text)]).toEqual([text, undefined])
      expect([code, unitOfMeasure(code)?.code]).toEqual([code, code])
    }
  })
})
