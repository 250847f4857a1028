import type { XmlCdata, XmlComment, XmlInstruction } from './element.js'
import { Fault, words } from './fault.js'
import type { Scanner } from './scanner.js'

/** §2.5 [15]; the cursor is on `<!--`. */
export function readComment(scanner: Scanner): XmlComment {
  const { at, text } = scanner
  const from = at + '<!--'.length
  const end = text.indexOf('--', from)
  if (end === -1) throw scanner.unfinished(words`a comment`, at, words`"-->"`)
  scanner.at = end
  if (!scanner.take('-->')) {
    if (end + 2 === text.length) throw scanner.unfinished(words`a comment`, at, words`"-->"`)
    throw new Fault(end, words`"--" stands in a comment, where XML allows it only as its end, "-->"`)
  }
  return { kind: 'comment', text: scanner.characters(from, end) }
}

/** §2.6 [16]; the cursor is on `<?`. */
export function readInstruction(scanner: Scanner): XmlInstruction {
  const { at } = scanner
  scanner.at = at + '<?'.length
  const target = scanner.name()
  if (target === '') throw new Fault(at, words`"<?" is not followed by the name of a processing instruction`)
  if (target.toLowerCase() === 'xml') {
    throw new Fault(
      at,
      words`the XML declaration may stand only at the very beginning, not even white space before it, in small letters`,
    )
  }
  // Namespaces in XML 1.0, §7.
  if (target.includes(':'))
    throw new Fault(at, words`the processing instruction ${target} has a colon in its name`)
  if (scanner.take('?>')) return { kind: 'instruction', target, data: '' }
  if (!scanner.space() && !scanner.isAtEnd) {
    const problem = words`${scanner.found()} stands behind the name of a processing instruction; expected white space or "?>"`
    throw new Fault(scanner.at, problem)
  }
  const data = scanner.until('?>', words`a processing instruction`, at)
  return { kind: 'instruction', target, data }
}

/** §2.7 [18]; the cursor is on `<![CDATA[`. */
export function readCdata(scanner: Scanner): XmlCdata {
  const { at } = scanner
  scanner.at = at + '<![CDATA['.length
  return { kind: 'cdata', text: scanner.until(']]>', words`a CDATA section`, at) }
}
