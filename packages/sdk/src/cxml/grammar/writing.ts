import { CxmlError } from '../../errors.js'
import { forbiddenIn } from '../../xml/escape.js'
import { childNames, findNewer } from '../dtd/find-declaration.js'
import type { Dtd, ElementRule } from '../dtd/grammar.js'

/** One document being written, by one DTD. */
export class Writing {
  readonly dtd: Dtd
  /** The version that the document declares, where we do not hold its DTD: {@link dtd} is then the one before it. */
  readonly version: string
  /** What has been written. */
  xml = ''
  /** Of the open elements; position 0 where there is only one. */
  readonly #names: string[]
  readonly #positions = [0]
  #depth = 0
  readonly #ids = new Set<string>()

  constructor(root: string, dtd: Dtd, version: string) {
    this.dtd = dtd
    this.version = version
    this.#names = [root]
  }

  put(xml: string): void {
    this.xml += xml
  }

  /** Piece by piece: a text that only grows at its end is put together fastest. */
  putElement(open: string, content: string, close: string): void {
    this.xml = this.xml + open + content + close
  }

  enter(name: string, position: number): void {
    this.#depth++
    this.#names[this.#depth] = name
    this.#positions[this.#depth] = position
  }

  leave(): void {
    this.#depth--
  }

  /** An identifier stands once in a document (XML 1.0 §3.3.1, VC: ID). */
  takeId(field: string, id: string): void {
    if (this.#ids.has(id)) this.refuse(field, 'is the identifier of another element too')
    this.#ids.add(id)
  }

  /** `field` is what is wrong in the open element: a child or `@attribute`. */
  refuse(field: string | undefined, problem: string): never {
    const names = this.#names.slice(0, this.#depth + 1).map((name, index) => {
      const position = this.#positions[index]
      return position === 0 ? name : `${name}[${position}]`
    })
    const path = `/${[...names, ...(field === undefined ? [] : [field])].join('/')}`
    throw new CxmlError('ERR_CXML_FIELD_INVALID', `${path}: ${problem}`, { path })
  }

  refuseMissing(field: string): never {
    return this.refuse(field, 'is missing; the DTD requires it')
  }

  refuseRepeated(child: string, count: number): never {
    return this.refuse(child, `stands ${count} times; cXML ${this.version} has one`)
  }

  refuseType(field: string | undefined, value: unknown): never {
    return this.refuse(field, `a string was expected, not ${typeof value}`)
  }

  refuseCharacter(field: string | undefined, text: string): never {
    return this.refuse(field, forbiddenIn(text) ?? 'cannot stand in XML')
  }

  /** A child that the version does not have in the open element. */
  refuseUnknown(child: string): never {
    return this.#refuseNewer(child, rule =>
      child === 'text()' ? rule.content.kind === 'mixed' : childNames(rule).includes(child),
    )
  }

  refuseUnknownAttribute(field: string): never {
    return this.#refuseNewer(field, rule => rule.attributes.has(field.slice(1)))
  }

  refuseValue(field: string, value: string, values: readonly string[]): never {
    const since = this.#since(rule => rule.attributes.get(field.slice(1))?.values?.includes(value) ?? false)
    return this.refuse(
      field,
      since === undefined
        ? `is not one of ${values.join(', ')}`
        : `${JSON.stringify(value)} exists since cXML ${since}; the document declares ${this.version}`,
    )
  }

  #refuseNewer(field: string, isThere: (rule: ElementRule) => boolean): never {
    const since = this.#since(isThere)
    const { file } = this.dtd
    return this.refuse(
      field,
      since === undefined
        ? `is not in ${file}.dtd of cXML ${this.version}`
        : `exists since cXML ${since}; the document declares ${this.version}`,
    )
  }

  /** The first newer version of the file of which something is true of the open element. */
  #since(isTrue: (rule: ElementRule) => boolean): string | undefined {
    const name = this.#names[this.#depth] ?? ''
    return findNewer(this.dtd, name, rule => rule !== undefined && isTrue(rule))
  }
}
