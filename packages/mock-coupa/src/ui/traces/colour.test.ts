import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourJson, colourXml } from './colour.js'

const joined = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('')

describe('coloured source', () => {
  it('tells tags, attributes and values of XML apart', () => {
    expect(colourXml('<Money currency="USD">4.90</Money>')).toEqual([
      { kind: 'tag', text: '<Money' },
      { kind: 'text', text: ' ' },
      { kind: 'name', text: 'currency' },
      { kind: 'text', text: '=' },
      { kind: 'value', text: '"USD"' },
      { kind: 'tag', text: '>' },
      { kind: 'text', text: '4.90' },
      { kind: 'tag', text: '</Money' },
      { kind: 'tag', text: '>' },
    ])
  })

  it('tells names, texts and numbers of JSON apart', () => {
    expect(colourJson('{"count": 3}')).toEqual([
      { kind: 'text', text: '{' },
      { kind: 'name', text: '"count"' },
      { kind: 'text', text: ':' },
      { kind: 'text', text: ' ' },
      { kind: 'tag', text: '3' },
      { kind: 'text', text: '}' },
    ])
  })

  it('is the source itself when it is put together again, whatever it is', () => {
    const source = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('<', '>', '/', '"', "'", '=', '<!--', '-->', 'a', ' ', '{', ':', '\\', '1'))
        .map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(source, text => {
        expect(joined(colourXml(text))).toBe(text)
        expect(joined(colourJson(text))).toBe(text)
      }),
    )
  })

  it.each(['<', '<!', '<!--', '<![CDATA[', 'a="', 'a', 'a=', '"\\', '"', '"" ', ' ', '1-', '\\', '{'])(
    'takes no more than a moment for a hundred thousand times %j',
    piece => {
      const source = piece.repeat(100_000)
      const start = performance.now()
      expect(joined(colourXml(source))).toBe(source)
      expect(joined(colourJson(source))).toBe(source)
      expect(performance.now() - start).toBeLessThan(2_000)
    },
  )
})
