import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildGrammar, readDtds, writeGrammar } from '../../packages/sdk/scripts/generate-grammar.js'
import type { ContentModel, Particle } from '../../packages/sdk/src/cxml/dtd/content-model.js'
import { dtdFiles, dtdOf, type ElementRule, versionsOf } from '../../packages/sdk/src/cxml/dtd/grammar.js'
import { root } from '../support/root.js'
import { material, skipped } from './material.js'

describe.skipIf(material === '')(`the grammar and the published DTDs${skipped}`, () => {
  const published = material === '' ? new Map() : readDtds(join(material, 'dtd'))

  it('is what the generator makes of them now', () => {
    const file = join(root, 'packages/sdk/src/cxml/dtd/grammar.json')
    expect(writeGrammar(buildGrammar(published))).toBe(readFileSync(file, 'utf8'))
  })

  it('knows every version that is there', () => {
    const known = dtdFiles.flatMap(file => versionsOf(file).map(version => `${file} ${version}`))
    expect(known.sort()).toEqual([...published.keys()].sort())
  })

  it.each([...published])('has every element of %s, and no other', (name, elements) => {
    const [file = '', version = ''] = name.split(' ')
    const dtd = dtdOf(file, version)
    const all = new Set([...published.values()].flatMap(each => [...each.keys()]))
    for (const element of all) {
      const rule = dtd.element(element)
      expect(rule === undefined, `${element} is missing`).toBe(!elements.has(element))
      expect(rule && writeRule(rule)).toBe(elements.get(element))
    }
  })
})

describe('the grammar', () => {
  it('knows nothing by the names that every object has', () => {
    const dtd = dtdOf('cXML', '1.2.014')
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
      expect(dtd.element(name)).toBeUndefined()
    }
  })

  it('tells an enumeration, an identifier and a fixed value from text', () => {
    const setup = dtdOf('cXML', '1.2.014').element('PunchOutSetupRequest')
    expect(setup?.attributes.get('operation')).toEqual({
      type: 'CDATA',
      values: ['create', 'inspect', 'edit', 'source'],
    })
    expect(
      dtdOf('cXML', '1.1.010').element('PunchOutSetupRequest')?.attributes.get('operation')?.values,
    ).toEqual(['create', 'inspect', 'edit'])
    const signature = dtdOf('cXML', '1.2.071').element('ds:Signature')
    expect(signature?.attributes.get('Id')).toEqual({ type: 'ID' })
    expect(signature?.attributes.get('xmlns:ds')).toEqual({
      type: 'CDATA',
      fixed: 'http://www.w3.org/2000/09/xmldsig#',
    })
  })
})

/** A rule in the notation that it was read from. */
function writeRule({ content, attributes, requiredAttributes }: ElementRule): string {
  const list = [...attributes].map(([name, { type, values, fixed }]) =>
    [
      name,
      type === 'CDATA' ? '' : `:${type}`,
      values === undefined ? '' : `(${values.join('|')})`,
      requiredAttributes.includes(name) ? '!' : '',
      fixed === undefined ? '' : `='${fixed}'`,
    ].join(''),
  )
  return [writeContent(content), ...(list.length === 0 ? [] : ['@', ...list])].join(' ')
}

function writeContent(content: ContentModel): string {
  if (content.kind === 'mixed') return ['#TEXT', ...content.names].join('|')
  if (content.kind !== 'elements') return content.kind === 'any' ? '#ANY' : '#EMPTY'
  const { particle } = content
  const [only] = particle.kind === 'element' ? [] : particle.items
  const isOnly = particle.kind !== 'element' && particle.items.length === 1
  return isOnly && only !== undefined ? writeParticle(only) : writeItems(particle)
}

function writeParticle(particle: Particle): string {
  return (particle.kind === 'element' ? particle.name : `(${writeItems(particle)})`) + particle.occurrence
}

function writeItems(particle: Particle): string {
  if (particle.kind === 'element') return particle.name
  return particle.items.map(writeParticle).join(particle.kind === 'choice' ? '|' : ' ')
}
