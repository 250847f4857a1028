import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm'

/**
 * Parses and validates by libxml2 and the published DTD, and throws where it finds a mistake; `undefined` where the cXML
 * material is not beside the clone.
 */
export function validationByLibxml2(): ((bytes: Uint8Array) => void) | undefined {
  const material =
    process.env.CXML_MATERIAL ?? fileURLToPath(new URL('../../../shared/cxml', import.meta.url))
  const file = `${material}/dtd/1.2.014/cXML.dtd`
  if (!existsSync(file)) return undefined
  const validator = new DtdValidator(XmlDtd.fromBuffer(readFileSync(file)))
  return bytes => {
    const document = XmlDocument.fromBuffer(bytes)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }
}
