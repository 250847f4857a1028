import { describe, expect, it } from 'vitest'
import { readUnspsc } from './unspsc.js'

describe('readUnspsc', () => {
  it.each([
    ['43000000', { level: 'segment', segment: '43000000' }],
    ['43230000', { level: 'family', segment: '43000000', family: '43230000' }],
    ['43232300', { level: 'class', segment: '43000000', family: '43230000', class: '43232300' }],
    [
      '43232304',
      {
        level: 'commodity',
        segment: '43000000',
        family: '43230000',
        class: '43232300',
        commodity: '43232304',
      },
    ],
  ])('tells the level of %s', (text, code) => {
    expect(readUnspsc(text)).toEqual({ code: text, ...code })
  })

  it.each(['43-23-23-04', '43.23.23.04', '43 23 23 04', ' 43232304\n', '4323-2304'])('reads %j', text => {
    expect(readUnspsc(text)?.code).toBe('43232304')
  })

  it('tells the business type apart', () => {
    expect(readUnspsc('5136030014')).toMatchObject({ code: '51360300', level: 'class', businessType: '14' })
    expect(readUnspsc('51-36-03-00-14')?.businessType).toBe('14')
  })

  it.each([
    '',
    '4323',
    '4323230',
    '432323041',
    '00000000',
    '03232300',
    'ean1234',
    '43--232304',
    '４３２３２３０４',
    '1'.repeat(1e6),
  ])('does not read what is none', text => {
    expect(readUnspsc(text)).toBeUndefined()
  })
})
