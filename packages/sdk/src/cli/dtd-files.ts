import type { DtdValidator } from 'libxml2-wasm'
import { compareVersions } from '../cxml/dtd/grammar.js'
import { UnreadableError } from './read-input.js'
import type { Terminal } from './terminal.js'

/** What libxml2 says of a document. */
export interface DtdVerdict {
  /** The DTD file that it was given. */
  readonly file: string
  readonly valid: boolean
  readonly problems: readonly { readonly line: number; readonly message: string }[]
}

/** Far more than any DTD has. */
const largestDtd = 10 * 1024 * 1024

type Libxml2 = typeof import('libxml2-wasm')

/**
 * DTD files that the user has, and libxml2 to validate by them. The files stand as `VERSION/FILE.dtd` or, of one version, as
 * `FILE.dtd`. Nothing else is read: neither what a document names nor what a DTD does.
 */
export class DtdFiles {
  readonly #folder: string
  readonly #names: readonly string[]
  readonly #terminal: Terminal
  readonly #libxml2: Libxml2
  readonly #validators = new Map<string, DtdValidator>()

  private constructor(folder: string, names: readonly string[], terminal: Terminal, libxml2: Libxml2) {
    this.#folder = folder
    this.#names = names
    this.#terminal = terminal
    this.#libxml2 = libxml2
  }

  /** Throws {@link UnreadableError} where there is no such folder, or no libxml2. */
  static async open(folder: string, terminal: Terminal): Promise<DtdFiles> {
    try {
      const names = await terminal.list(folder)
      return new DtdFiles(folder, names, terminal, await loadLibxml2())
    } catch (cause) {
      if (cause instanceof UnreadableError) throw cause
      throw new UnreadableError(
        `Cannot read the folder ${folder}; expected one with DTD files, as in dtds/1.2.014/cXML.dtd.`,
        { cause },
      )
    }
  }

  /** `dtd`: what our own validation held the document against. */
  async validate(
    bytes: Uint8Array,
    dtd: { readonly file: string; readonly version: string },
  ): Promise<DtdVerdict> {
    const { XmlDocument, XmlParseError, XmlValidateError } = this.#libxml2
    const file = this.#fileFor(dtd)
    const validator = await this.#validatorFor(file)
    let document: InstanceType<typeof XmlDocument> | undefined
    try {
      document = XmlDocument.fromBuffer(bytes)
      validator.validate(document)
      return { file, valid: true, problems: [] }
    } catch (error) {
      if (!(error instanceof XmlValidateError || error instanceof XmlParseError)) throw error
      const problems = error.details.map(({ line, message }) => ({ line, message: message.trim() }))
      return { file, valid: false, problems }
    } finally {
      document?.dispose()
    }
  }

  dispose(): void {
    for (const validator of this.#validators.values()) validator.dispose()
    this.#validators.clear()
  }

  /** The file of the version, else of the next newer one that is there. */
  #fileFor({ file, version }: { readonly file: string; readonly version: string }): string {
    const name = `${file}.dtd`
    if (this.#names.includes(name)) return `${this.#folder}/${name}`
    const versions = this.#names.filter(each => /^\d+\.\d+\.\d+$/.test(each)).sort(compareVersions)
    const found = versions.find(held => compareVersions(held, version) >= 0) ?? versions.at(-1)
    if (found !== undefined) return `${this.#folder}/${found}/${name}`
    throw new UnreadableError(
      `${this.#folder} has no DTD for cXML ${version}; expected ${version}/${name} or ${name} in it.`,
    )
  }

  async #validatorFor(file: string): Promise<DtdValidator> {
    const known = this.#validators.get(file)
    if (known !== undefined) return known
    const { DtdValidator, XmlDtd } = this.#libxml2
    try {
      const validator = new DtdValidator(XmlDtd.fromBuffer(await this.#terminal.read(file, largestDtd)))
      this.#validators.set(file, validator)
      return validator
    } catch (cause) {
      throw new UnreadableError(`Cannot read ${file} as a DTD.`, { cause })
    }
  }
}

async function loadLibxml2(): Promise<Libxml2> {
  try {
    return await import('libxml2-wasm')
  } catch (cause) {
    throw new UnreadableError('--dtd needs libxml2, which is not installed. Run: npm install libxml2-wasm', {
      cause,
    })
  }
}
