import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { newestVersion } from '../../packages/sdk/src/cxml/dtd/grammar.js'
import { passGate } from '../../packages/sdk/src/cxml/gate.js'
import { validateCxml } from '../../packages/sdk/src/cxml/validation/validate-cxml.js'
import { XmlElement } from '../../packages/sdk/src/xml/element.js'
import { type CorpusDocument, material, readCorpus, skipped } from './material.js'
import { Oracle } from './oracle.js'

const corpus = readCorpus()
const wellFormed = corpus.filter(({ verdict }) => verdict !== 'malformed')

describe.skipIf(material === '')(`validation of the collected documents${skipped}`, () => {
  const oracle = new Oracle(material)
  afterAll(() => oracle.dispose())

  it.each(corpus)('$file: $verdict', ({ bytes, verdict }) => {
    const { valid, problems, dtd } = validateCxml(bytes)
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(valid, errors.map(({ message }) => message).join('\n')).toBe(verdict === 'pass')
    expect(errors.length === 0).toBe(valid)
    expect(dtd === undefined).toBe(verdict === 'malformed')
    if (dtd !== undefined) {
      const text = new TextDecoder().decode(bytes)
      expect(oracle.complaints(text, dtd).length === 0).toBe(valid)
      expect(oracle.complaints(text, { ...dtd, version: newestVersion }).length === 0).toBe(valid)
    }
    const { length } = new TextDecoder().decode(bytes).split('\n')
    for (const { line, column, path, message } of problems) {
      expect(line).toBeGreaterThan(0)
      expect(line).toBeLessThanOrEqual(length)
      expect(column).toBeGreaterThan(0)
      expect(path).toMatch(/^\//)
      expect(message).toMatch(/[.;!?"]$|[a-z0-9]$/i)
    }
  })

  it.skipIf(spawnSync('xmllint', ['--version']).error !== undefined)(
    'xmllint comes to the same verdicts',
    { timeout: 120_000 },
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'punchloop-validation-'))
      try {
        const byDtd = Map.groupBy(wellFormed, ({ bytes }) => {
          const { file, version } = validateCxml(bytes).dtd ?? { file: 'cXML', version: newestVersion }
          return join(material, 'dtd', version, `${file}.dtd`)
        })
        for (const [dtd, documents] of byDtd) {
          const files = documents.map(({ bytes }, index) => {
            const file = join(folder, `${index}.xml`)
            writeFileSync(file, bytes)
            return file
          })
          const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, ...files], {
            encoding: 'utf8',
          })
          for (const [index, { file, bytes }] of documents.entries()) {
            const isInvalid = stderr.includes(`Document ${files[index]} does not validate`)
            expect(validateCxml(bytes).valid, file).toBe(!isInvalid)
          }
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  it('spoilt documents are valid for both or for neither', { timeout: 120_000 }, () => {
    const verdicts = { valid: 0, invalid: 0 }
    fc.assert(
      fc.property(fc.nat(wellFormed.length - 1), spoilings, (index, changes) => {
        const xml = spoil(wellFormed[index]!, changes)
        const { valid, dtd, problems } = validateCxml(xml)
        const complaints = oracle.complaints(xml, dtd ?? { file: 'cXML', version: newestVersion })
        const ours = problems.flatMap(({ severity, message }) => (severity === 'error' ? message : []))
        expect(valid, [xml, ...ours, ...complaints].join('\n')).toBe(complaints.length === 0)
        verdicts[valid ? 'valid' : 'invalid']++
      }),
      { numRuns: 2_500, seed: 3 },
    )
    console.info(`Spoilt documents: ${verdicts.valid} still valid, ${verdicts.invalid} not.`)
    expect(verdicts.valid).toBeGreaterThan(500)
    expect(verdicts.invalid).toBeGreaterThan(1500)
  })
})

/** An element that can be changed. */
interface Node {
  name: string
  attributes: [string, string][]
  children: (Node | string)[]
}

const spoilings = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'drop',
      'double',
      'swap',
      'move',
      'rename',
      'text',
      'cdata',
      'comment',
      'space',
      'drop attribute',
      'rename attribute',
      'change attribute',
      'add attribute',
    ),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
  }),
  { minLength: 1, maxLength: 2 },
)

const elementNames = [
  'Money',
  'Extrinsic',
  'Description',
  'ShipTo',
  'Comments',
  'ItemIn',
  'Nonsense',
  'Contact',
]
const attributeNames = [
  'xml:lang',
  'quantity',
  'name',
  'type',
  'domain',
  'nonsense',
  'xmlns',
  'Id',
  'isAdHoc',
]
const attributeValues = ['', 'yes', 'new', 'create', 'x y', 'accept', 'production', '1']

function spoil(
  { bytes }: CorpusDocument,
  changes: readonly { readonly kind: string; readonly at: number; readonly to: number }[],
): string {
  const text = new TextDecoder().decode(bytes).replace(/\[ <!ENTITY % SGML-help "INCLUDE"> \]/, '')
  const { xml } = passGate(text, {})
  const root = copy(xml.root)
  for (const change of changes) spoilOnce(root, change)
  const { doctype } = xml
  return `${doctype === undefined ? '' : `<!DOCTYPE cXML SYSTEM "${doctype.systemId}">`}${write(root)}`
}

function spoilOnce(
  root: Node,
  { kind, at, to }: { readonly kind: string; readonly at: number; readonly to: number },
): void {
  const all = parentsAndChildren(root)
  const chosen = all[at % Math.max(all.length, 1)]
  if (chosen === undefined) return
  const { parent, child } = chosen
  const index = parent.children.indexOf(child)
  const attribute = child.attributes[to % Math.max(child.attributes.length, 1)]
  const pick = (list: readonly string[]): string => list[to % list.length] ?? ''
  switch (kind) {
    case 'drop':
      parent.children.splice(index, 1)
      break
    case 'double':
      parent.children.splice(index, 0, structuredClone(child))
      break
    case 'swap': {
      const next = parent.children.findIndex((other, place) => place > index && typeof other !== 'string')
      const other = parent.children[next]
      if (next !== -1 && other !== undefined) {
        parent.children[index] = other
        parent.children[next] = child
      }
      break
    }
    case 'move':
      parent.children.splice(index, 1)
      pickParent(root, to).children.push(child)
      break
    case 'rename':
      child.name = pick(elementNames)
      break
    case 'text':
      child.children.push('text')
      break
    case 'cdata':
      child.children.unshift('<![CDATA[ ]]>')
      break
    case 'comment':
      child.children.unshift('<!-- comment --><?instruction?>')
      break
    case 'space':
      child.children.push(' \n')
      break
    case 'drop attribute':
      child.attributes = child.attributes.filter(other => other !== attribute)
      break
    case 'rename attribute':
      rewriteAttribute(child, attribute, [pick(attributeNames), attribute?.[1] ?? ''])
      break
    case 'change attribute':
      rewriteAttribute(child, attribute, [attribute?.[0] ?? 'name', pick(attributeValues)])
      break
    case 'add attribute':
      rewriteAttribute(child, undefined, [pick(attributeNames), pick(attributeValues)])
  }
}

/** Names stay unique: anything else would not be XML. */
function rewriteAttribute(
  node: Node,
  old: [string, string] | undefined,
  [name, value]: [string, string],
): void {
  node.attributes = node.attributes.filter(([other], index) => {
    return other !== name && node.attributes[index] !== old
  })
  node.attributes.push([name, name === 'xmlns' ? 'urn:x' : value])
}

function parentsAndChildren(node: Node): { parent: Node; child: Node }[] {
  return node.children.flatMap(child =>
    typeof child === 'string' ? [] : [{ parent: node, child }, ...parentsAndChildren(child)],
  )
}

function pickParent(root: Node, to: number): Node {
  const all = parentsAndChildren(root)
  return all[to % Math.max(all.length, 1)]?.child ?? root
}

function copy(element: XmlElement): Node {
  const { name, attributes, children } = element
  return {
    name,
    attributes: attributes.flatMap((key, index): [string, string][] =>
      index % 2 === 0 ? [[key, attributes[index + 1] ?? '']] : [],
    ),
    children: children.flatMap((child): (Node | string)[] => {
      if (child instanceof XmlElement) return [copy(child)]
      if (typeof child === 'string') return [escapeText(child)]
      return child.kind === 'cdata' ? [`<![CDATA[${child.text}]]>`] : []
    }),
  }
}

function write({ name, attributes, children }: Node): string {
  const list = attributes
    .map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('')
  const content = children.map(child => (typeof child === 'string' ? child : write(child))).join('')
  return content === '' ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
