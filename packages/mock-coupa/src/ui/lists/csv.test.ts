import { describe, expect, it } from 'vitest'
import { csvLines } from './csv.js'

const written = (cell: string) => [...csvLines<string>([['Cell', text => text]], [cell])][1]

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['-12.50', '-12.50'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\n=1', '"\'\n=1"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('%j is written %j', (cell, expected) => {
    expect(written(cell)).toBe(`${expected}\r\n`)
  })

  it('stands below its heading', () => {
    const rows = [
      ...csvLines<number>(
        [
          ['A', String],
          ['B', row => `${row}!`],
        ],
        [1],
      ),
    ]
    expect(rows.join('')).toBe('A,B\r\n1,1!\r\n')
  })
})
