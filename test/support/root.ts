import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * The cXML material that tests compare with: not part of the project. It lies beside the clone, or where
 * `CXML_MATERIAL` says.
 */
export function cxmlMaterial(): string | undefined {
  const folder = process.env.CXML_MATERIAL ?? resolve(root, '../shared/cxml')
  return existsSync(folder) ? folder : undefined
}
