import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DtdValidator, XmlDocument, XmlDtd, XmlValidateError } from 'libxml2-wasm'

/** libxml2 as a second opinion: what a validating parser says about a document. */
export class Oracle {
  readonly #folder: string
  readonly #validators = new Map<string, DtdValidator>()

  /** `material`: the folder of the cXML material. */
  constructor(material: string) {
    this.#folder = join(material, 'dtd')
  }

  /** What is wrong with a document by one DTD; empty where it is valid. Throws where it is not well-formed. */
  complaints(xml: string, { file, version }: { readonly file: string; readonly version: string }): string[] {
    const key = `${version}/${file}.dtd`
    let validator = this.#validators.get(key)
    if (validator === undefined) {
      validator = new DtdValidator(XmlDtd.fromBuffer(readFileSync(join(this.#folder, key))))
      this.#validators.set(key, validator)
    }
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
      return []
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      return error.details.map(({ line, message }) => `${line}: ${message.trim()}`)
    } finally {
      document.dispose()
    }
  }

  dispose(): void {
    for (const validator of this.#validators.values()) validator.dispose()
  }
}
