import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DtdValidator, XmlDocument, XmlDtd, XmlValidateError } from 'libxml2-wasm'

/** What a DTD says about one document. */
export interface Verdict {
  /** `1.2.024/Fulfill.dtd`: what the document was held against. */
  readonly dtd: string
  /** Empty: valid. */
  readonly problems: readonly string[]
}

/**
 * Holds a document against the DTD that its DOCTYPE names, in that version or the nearest newer one that lies in
 * `material`. By `xmllint` where it is installed, else by the same library compiled to WebAssembly.
 */
export function validateByDtd(material: string, xml: string, validator = usualValidator()): Verdict {
  const [, version = '', name = ''] =
    /<!DOCTYPE\s+cXML\s+SYSTEM\s+"[^"]*\/(\d[\d.]*)\/(\w+\.dtd)"/.exec(xml) ?? []
  if (name === '') return { dtd: 'none', problems: ['the DOCTYPE names no cXML DTD'] }
  const held = nearestVersion(material, { version, name })
  if (held === undefined) return { dtd: 'none', problems: [`no ${name} of ${version} or newer is at hand`] }
  return { dtd: `${held}/${name}`, problems: validator(join(material, 'dtd', held, name), xml) }
}

function nearestVersion(material: string, wanted: { version: string; name: string }): string | undefined {
  return readdirSync(join(material, 'dtd'))
    .filter(version => existsSync(join(material, 'dtd', version, wanted.name)))
    .filter(version => compareVersions(version, wanted.version) >= 0)
    .sort(compareVersions)[0]
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** Problems of a document by a DTD file. */
export type Validator = (dtd: string, xml: string) => readonly string[]

let found: boolean | undefined

export function hasXmllint(): boolean {
  found ??= spawnSync('xmllint', ['--version']).status === 0
  return found
}

function usualValidator(): Validator {
  return hasXmllint() ? byXmllint : byLibxml2
}

export function byXmllint(dtd: string, xml: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-dtd-'))
  try {
    const file = join(folder, 'document.xml')
    writeFileSync(file, xml)
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, file], { encoding: 'utf8' })
    return run.status === 0 ? [] : run.stderr.trim().split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function byLibxml2(dtd: string, xml: string): string[] {
  const validator = new DtdValidator(XmlDtd.fromBuffer(readFileSync(dtd)))
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError)
      return error.details.map(detail => `${detail.line}: ${detail.message}`)
    throw error
  } finally {
    document.dispose()
    validator.dispose()
  }
}
