import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm'
import { versionsOf } from '../src/cxml/dtd/grammar.js'

const material =
  process.env.CXML_MATERIAL ?? fileURLToPath(new URL('../../../../shared/cxml', import.meta.url))

/** Whether the published DTDs are beside the clone. */
export const hasDtds = existsSync(material)

/** The versions of a file that documents can be held against: that of 1.2.024 has a slip (see generated.test.ts). */
export function soundVersionsOf(file: string, since: string): readonly string[] {
  return versionsOf(file).filter(version => version >= since && version !== '1.2.024')
}

const validators = new Map<string, DtdValidator>()

/** Throws what libxml2 says against a document. */
export function assertValidByDtd(xml: string, file: string, version: string): void {
  const path = `${material}/dtd/${version}/${file}.dtd`
  const validator = validators.get(path) ?? new DtdValidator(XmlDtd.fromBuffer(readFileSync(path)))
  validators.set(path, validator)
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
  } finally {
    document.dispose()
  }
}

/** Frees what {@link assertValidByDtd} keeps. */
export function disposeDtds(): void {
  for (const validator of validators.values()) validator.dispose()
  validators.clear()
}
