import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AttributeKind, kindOfAttribute } from '../../packages/sdk/src/cxml/validation/attribute-kind.js'
import { validateCxml } from '../../packages/sdk/src/cxml/validation/validate-cxml.js'
import { readTimestamp } from '../../packages/sdk/src/cxml/values/timestamp.js'
import { material, readCorpus, skipped } from './material.js'

const kindOfEntity: Readonly<Record<string, AttributeKind>> = {
  'datetime.tz': 'timestamp',
  date: 'date',
  r8: 'number',
  isoCountryCode: 'country',
  isoCurrencyCode: 'currency',
  xmlLangCode: 'language',
}

/** What is not looked at, or looked at though the DTD has another entity for it. */
const decided: Readonly<Record<string, AttributeKind | undefined>> = {
  'ConsignmentConfirmationHeader/numberOfPackages': undefined,
  'ConsignmentLineDetail/lineNumber': undefined,
  'Money/alternateAmount': 'number',
  'PCard/expiration': undefined,
  'PaymentToken/expiration': undefined,
  'TransportPlacement/numberOfPackages': undefined,
}

/** `Element/attribute` → the kind that its entity says, of all DTDs. */
function declaredKinds(): Map<string, AttributeKind | undefined> {
  const kinds = new Map<string, AttributeKind | undefined>()
  const folder = join(material, 'dtd')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.dtd')) continue
    const text = readFileSync(join(folder, file), 'latin1').replaceAll(/<!--[\s\S]*?-->/g, '')
    for (const [, element, list = ''] of text.matchAll(/<!ATTLIST\s+([\w:.-]+)([^>]*)>/g)) {
      for (const [, name, entity = ''] of list.matchAll(/([\w:.-]+)\s+(?:%([\w.]+);|[A-Z]+\s|\()/g)) {
        const key = `${element}/${name}`
        if (!kinds.has(key)) kinds.set(key, kindOfEntity[entity])
      }
    }
  }
  return new Map([...kinds, ...Object.entries(decided)])
}

describe.skipIf(material === '')(`values in the published DTDs${skipped}`, () => {
  const declared = material === '' ? new Map<string, AttributeKind | undefined>() : declaredKinds()

  it('have the kind that their entity says', () => {
    expect(declared.size).toBeGreaterThan(1000)
    const known = [...declared.keys()].map(key => {
      const [element = '', name = ''] = key.split('/')
      return [key, kindOfAttribute(element, name)]
    })
    expect(known).toEqual([...declared])
  })
})

/** How a reading is written here: what is known of it. */
const readings: Readonly<Record<string, string>> = {
  '9999-99-99T99:99:99-99:99': 'second offset instant',
  '9999-99-99T99:99:99+99:99': 'second offset instant',
  '9999-99-99T99:99:99.999+99:99': 'fraction offset instant',
  '9999-99-99T99:99:99Z': 'second offset instant',
  '9999-99-99T99:99:99-9999': 'second offset instant',
  'Mon May 99 99:99:99 +9999 9999': 'second offset instant',
  '9999-99-99T99:99:99': 'second',
  '9999-99-99 99:99:99': 'second',
  '9999-99-99': 'day',
  '9999-9-99': 'day',
  // No such day.
  '2000-2-30': 'nothing',
  '9999- 99-99T99:99:99+99:99': 'nothing',
  '': 'nothing',
  '?': 'nothing',
}

describe.skipIf(material === '')(`values in the collected documents${skipped}`, () => {
  const corpus = readCorpus()

  it('are dates and times of known forms, or none', () => {
    const seen = new Map<string, number>()
    for (const { bytes } of corpus) {
      const text = new TextDecoder().decode(bytes)
      for (const [, value = ''] of text.matchAll(/\b(?:timestamp|[A-Za-z]*[dD]ate)="([^"]*)"/g)) {
        const form = value.replaceAll(/\d/g, '9')
        const read = readTimestamp(value)
        const { precision = 'nothing', offset, instant } = read ?? {}
        const reading = [precision, ...(offset ? ['offset'] : []), ...(instant ? ['instant'] : [])].join(' ')
        const expected = readings[value] ?? readings[form]
        if (read !== undefined || expected !== undefined) expect([value, reading]).toEqual([value, expected])
        seen.set(form, (seen.get(form) ?? 0) + 1)
      }
    }
    expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(150)
    const unread = [...seen.keys()].filter(form => !(form in readings))
    console.info(`Dates and times of ${seen.size} forms; templates and the like: ${unread.join(' ')}`)
  })

  it('are rarely warned of in documents that their senders found good', () => {
    const counts = new Map<string, number>()
    for (const { bytes, verdict } of corpus) {
      if (verdict !== 'pass') continue
      for (const { severity, code } of validateCxml(bytes).problems) {
        if (severity === 'warning') counts.set(code, (counts.get(code) ?? 0) + 1)
      }
    }
    console.info(
      `Warnings of valid documents: ${[...counts].map(([code, count]) => `${code} ${count}`).join(', ')}`,
    )
    // Units and countries of real documents are known.
    expect(counts.get('WARN_CXML_UNIT_OF_MEASURE') ?? 0).toBe(0)
    expect(counts.get('WARN_CXML_COUNTRY') ?? 0).toBe(0)
  })
})
