import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cxmlMaterial } from '../support/root.js'
import { readProjectFiles } from './sources.js'

const files = readProjectFiles()
const material = cxmlMaterial()
if (material === undefined) console.warn('No cXML material beside the clone: nothing to compare copies with.')

/** Written in pieces, so that this file does not hold what it looks for. */
const registryHosts = [
  ['registry', 'npm'],
  ['npm', 'js', '.org'],
  ['npm', 'mirror', '.com'],
  ['registry', '.yarn'],
  ['npm', '.pkg', '.github'],
].map(pieces => pieces.join(pieces.length === 2 ? '.' : ''))
const machinePaths = ['work', 'opt', 'root', 'home', 'Users'].map(
  folder => new RegExp(`(?:^|[\\s"'\`(=])/${folder}/[a-z]`, 'm'),
)

describe('the project', () => {
  it('names no package registry', () => {
    const found = files.filter(({ text }) => registryHosts.some(host => text.includes(host)))
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('names no path of one machine', () => {
    const own = 'test/architecture/secrets.test.ts'
    const found = files.filter(
      ({ path, text }) => path !== own && machinePaths.some(pattern => pattern.test(text)),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('holds no private key and no access token', () => {
    const secrets = [
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
      /\bgh[pousr]_[A-Za-z0-9]{36}/,
      /\bAKIA[0-9A-Z]{16}\b/,
    ]
    const found = files.filter(({ text }) => secrets.some(pattern => pattern.test(text)))
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('holds no DTD', () => {
    const declarations = /<!(?:ELEMENT|ATTLIST)\s[\s\S]*?>/g
    const found = files.filter(({ text }) => (text.match(declarations)?.length ?? 0) > 20)
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it.skipIf(material === undefined)('holds no copy of a document of the cXML material', () => {
    const originals = new Set(
      globSync('**/*.{xml,dtd,cxml,txt,md,tsv}', { cwd: material ?? '' }).map(file =>
        fingerprint(readFileSync(join(material ?? '', file), 'utf8')),
      ),
    )
    const copies = files.filter(({ text }) => text.length > 200 && originals.has(fingerprint(text)))
    expect(copies.map(({ path }) => path)).toEqual([])
  })
})

/** The same for copies that differ in white space only. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex')
}
