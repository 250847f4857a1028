import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lines, withLineFeeds } from './lines.js'

describe('lines and columns', () => {
  it('are those of the text, in whatever order they are asked for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\n', 'é'), maxLength: 40 })
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 45 }), { maxLength: 10 }), (written, offsets) => {
        const lines = new Lines(written)
        for (const offset of offsets) {
          const before = written.slice(0, offset).split('\n')
          const inLine = (before.at(-1) ?? '').length + Math.max(0, offset - written.length)
          expect([lines.line(offset), lines.column(offset)]).toEqual([before.length, inLine + 1])
        }
      }),
    )
  })
})

describe('line ends', () => {
  it.each([
    ['a\nb', 'a\nb'],
    ['a\r\nb\rc\r\r\nd\n\r', 'a\nb\nc\n\nd\n\n'],
  ])('%j become LF', (text, expected) => {
    expect(withLineFeeds(text)).toBe(expected)
  })
})
