import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diffCxml } from '@punchloop/sdk/cxml'
import { describe, expect, it } from 'vitest'
import { material, readCorpus, skipped } from './material.js'

describe.skipIf(material === '')(`documents held against each other${skipped}`, () => {
  it('an attribute that says what a published DTD says anyway makes no difference', () => {
    const defaults = new Set(
      globSync('dtd/1.*/*.dtd', { cwd: material }).flatMap(file =>
        defaultsIn(readFileSync(join(material, file), 'latin1')),
      ),
    )
    expect(defaults.size).toBeGreaterThan(30)
    for (const [element, attribute, value] of [...defaults].map(each => each.split('\n'))) {
      const [said, unsaid] = [
        `<cXML><${element} ${attribute}="${value}"/></cXML>`,
        `<cXML><${element}/></cXML>`,
      ]
      expect(diffCxml(said, unsaid).differences).toEqual([])
    }
  })

  it('every document means the same as itself, and another than one with a change', () => {
    for (const { file, verdict, bytes } of readCorpus()) {
      if (verdict === 'malformed') continue
      expect(diffCxml(bytes, bytes), file).toEqual({ same: true, differences: [] })
      const text = new TextDecoder().decode(bytes)
      const changed = text.replace(/<\/(Money|UserAgent|Description|UnitOfMeasure|URL)>/, 'changed$&')
      if (changed !== text) expect(diffCxml(text, changed).differences, file).toHaveLength(1)
    }
  })
})

/** `element\nattribute\nvalue` of the attributes that a DTD gives a value; those of the root are none of ours. */
function defaultsIn(dtd: string): string[] {
  const text = dtd.replace(/<!--[\s\S]*?-->/g, '')
  const entities = new Map(
    [...text.matchAll(/<!ENTITY\s+%\s+([\w.:-]+)\s+"([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const expand = (source: string): string => {
    const next = source.replace(/%([\w.:-]+);/g, (_, name: string) => entities.get(name) ?? '')
    return next === source ? source : expand(next)
  }
  return [...text.matchAll(/<!ATTLIST\s+([\w:.-]+)\s+((?:[^>"']|"[^"]*"|'[^']*')*)>/g)].flatMap(
    ([, element = '', list = '']) =>
      element === 'cXML'
        ? []
        : [
            ...expand(list).matchAll(
              /([\w:.-]+)\s+(?:[A-Z]+|\([^)]*\))\s+(#\w+(?:\s+(?:"[^"]*"|'[^']*'))?|"[^"]*"|'[^']*')/g,
            ),
          ].flatMap(([, attribute, value = '']) =>
            /^["']/.test(value) ? [`${element}\n${attribute}\n${value.slice(1, -1)}`] : [],
          ),
  )
}
