import { readEquals } from './attributes.js'
import { Fault, type Words, words } from './fault.js'
import type { Scanner } from './scanner.js'

/** §2.8 [23] XMLDecl. Its encoding has been looked at when there were bytes. */
export function readDeclaration(scanner: Scanner): void {
  // `<?xml-stylesheet` begins like it.
  if (!/^<\?xml[ \t\n]/.test(scanner.text)) return
  scanner.at = '<?xml'.length
  readPart(scanner, version)
  readPart(scanner, encoding)
  readPart(scanner, standalone)
  scanner.space()
  if (scanner.take('?>')) return
  if (scanner.isAtEnd) throw scanner.unfinished(words`the XML declaration`, 0, words`"?>"`)
  throw new Fault(
    scanner.at,
    words`${scanner.found()} stands in the XML declaration; expected version, encoding and standalone, in that order, and "?>"`,
  )
}

interface Part {
  readonly name: string
  readonly form: RegExp
  /** Where it has another form. */
  readonly problem: Words
  readonly isRequired?: boolean
}

/** §2.8 [24] VersionInfo. */
const version: Part = {
  name: 'version',
  form: /^1\.0$/,
  problem: words`only XML 1.0 is supported; write version="1.0"`,
  isRequired: true,
}

/** §4.3.3 [80] EncodingDecl. */
const encoding: Part = {
  name: 'encoding',
  form: /^[A-Za-z][A-Za-z0-9._-]*$/,
  problem: words`the encoding has no valid name; write encoding="UTF-8"`,
}

/** §2.9 [32] SDDecl. */
const standalone: Part = {
  name: 'standalone',
  form: /^(?:yes|no)$/,
  problem: words`standalone is neither "yes" nor "no"`,
}

function readPart(scanner: Scanner, { name, form, problem, isRequired }: Part): void {
  const { at } = scanner
  if (!scanner.space() || !scanner.take(name)) {
    if (isRequired)
      throw new Fault(at, words`the XML declaration has no version; write <?xml version="1.0"?>`)
    scanner.at = at
    return
  }
  readEquals(scanner, name)
  const from = scanner.at
  const value = scanner.literal()
  if (value === undefined) {
    throw new Fault(from, words`a value in the XML declaration has no quotes, or does not end`)
  }
  if (!form.test(value)) throw new Fault(from, problem)
}
