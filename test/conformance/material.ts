import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cxmlMaterial } from '../support/root.js'

/** The cXML material, or an empty string: then the tests that need it say so and are skipped. */
export const material = cxmlMaterial() ?? ''

/** For the name of a group of tests. */
export const skipped =
  material === '' ? ' (SKIPPED: the cXML material is not beside the clone, and CXML_MATERIAL is not set)' : ''

if (material === '') console.warn(`Conformance${skipped}`)

export interface CorpusDocument {
  /** `OrderRequest/….xml`. */
  readonly file: string
  readonly bytes: Uint8Array
  /** By `xmllint --dtdvalid` with the newest DTD. */
  readonly verdict: 'pass' | 'invalid' | 'malformed'
}

/** The collected documents, with what the index says of them. */
export function readCorpus(): CorpusDocument[] {
  if (material === '') return []
  const folder = join(material, 'corpus')
  const [head = '', ...rows] = readFileSync(join(folder, 'index.tsv'), 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return rows.map(row => {
    const cells = row.split('\t')
    const file = cells[columns.indexOf('file')] ?? ''
    const verdict = cells[columns.indexOf('dtd_valid')] as CorpusDocument['verdict']
    return { file, verdict, bytes: readFileSync(join(folder, file)) }
  })
}
