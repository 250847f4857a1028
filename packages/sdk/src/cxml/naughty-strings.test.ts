import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { generateDocument, type Source } from '../../test/generate-document.js'
import { CxmlError } from '../errors.js'
import { decodeBrowserForm, encodeBrowserForm } from './browser-form.js'
import { type KindName, kinds } from './kinds.js'
import { parseCxml } from './parse-cxml.js'
import { serializeCxml } from './serialize-cxml.js'

/*
 * Every text and attribute of a document is the same naughty string: what a shopper, a catalogue or an attacker put into
 * it must come back as it was, or be refused with the field's name where XML cannot carry it.
 */

const strings: readonly string[] = [
  ...naughtyStrings,
  '\r',
  '\r\n',
  ']]>',
  '<!--',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u007f',
]

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids (§2.2)
const forbidden = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const carried = strings.filter(text => !forbidden.test(text) && text.isWellFormed())
const refused = strings.filter(text => forbidden.test(text) || !text.isWellFormed())

/** The same shape for the same seed. */
function sourceOf(text: string, seed: number): Source {
  let state = seed + 1
  const inner = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
  return {
    pick(below) {
      state = (state * 48271) % 2147483647
      return state % below
    },
    text: () => inner,
    attribute: () => text,
    decimal: () => '1.50',
  }
}

/** Each string goes through a third of the kinds, and each kind takes a third of the strings. */
const kindNames = Object.keys(kinds) as KindName[]

const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value))

describe.each(kindNames)('naughty strings in every field of a %s', kind => {
  it('come back as they were', () => {
    for (const [index, text] of carried.entries()) {
      if (index % 3 !== kindNames.indexOf(kind) % 3) continue
      const draft = generateDocument(kind, '1.2.071', sourceOf(text, index))
      const { doctype: _, warnings, ...read } = parseCxml(serializeCxml(draft, { dtdVersion: '1.2.071' }))
      // As JSON: where a tree hangs does not count.
      expect({ warnings, read: asJson(read) }, JSON.stringify(text)).toEqual({
        warnings: [],
        read: asJson(draft),
      })
    }
  })

  it.each(['cxml-base64', 'cxml-urlencoded'] as const)('come back through a browser form: %s', encoding => {
    for (const [index, text] of carried.entries()) {
      if (index % 8 !== kindNames.indexOf(kind) % 8) continue
      const xml = serializeCxml(generateDocument(kind, '1.2.071', sourceOf(text, index)), {
        dtdVersion: '1.2.071',
      })
      const { root: sent } = parseCxml(xml)
      const { name, value } = encodeBrowserForm(xml, encoding)
      const { root: received } = parseCxml(decodeBrowserForm(new URLSearchParams([[name, value]])))
      expect(JSON.stringify(received), JSON.stringify(text)).toBe(JSON.stringify(sent))
    }
  })
})

describe('strings that XML cannot carry', () => {
  it.each(refused.map(text => [JSON.stringify(text), text]))('are refused with the field: %s', (_, text) => {
    const draft = generateDocument('OrderRequest', '1.2.071', sourceOf(text, 1))
    expect(() => serializeCxml(draft)).toThrow(CxmlError)
    expect(() => serializeCxml(draft)).toThrow(
      /^\/cXML\/@payloadID: the character U\+[0-9A-F]{4} cannot stand in XML; remove it$/,
    )
  })
})
