import type { XmlElement } from './element.js'
import { Fault, words } from './fault.js'
import type { Scanner } from './scanner.js'

// What is said where a production of the document does not go on. The cursor is where it stopped.

export function noRoot(scanner: Scanner): Fault {
  const { at } = scanner
  if (scanner.isAtEnd) return new Fault(at, words`the document has no root element`)
  if (scanner.isAt('<!')) return misplacedDeclaration(scanner)
  if (scanner.isAt('</')) return new Fault(at, words`an end tag stands before the root element`)
  return new Fault(
    at,
    words`${scanner.found()} stands before the root element, where only comments and processing instructions may stand`,
  )
}

export function behindRoot(scanner: Scanner, root: XmlElement): Fault {
  const { at } = scanner
  if (scanner.isAt('<!')) return misplacedDeclaration(scanner)
  if (scanner.take('</')) {
    return new Fault(
      at,
      words`the end tag </${scanner.name()}> closes nothing: <${root.name}>, the root, is closed`,
    )
  }
  if (scanner.take('<')) {
    return new Fault(
      at,
      words`<${scanner.name()}> stands behind </${root.name}>; a document has one root element`,
    )
  }
  return new Fault(
    at,
    words`${scanner.found()} stands behind </${root.name}>, the end of the root element; remove what follows`,
  )
}

export function misplacedDeclaration(scanner: Scanner): Fault {
  const problem = scanner.isAt('<!DOCTYPE')
    ? words`a document type declaration may stand only once, before the root element`
    : words`"<!" begins nothing that may stand here; expected a comment ("<!--") or, inside an element, "<![CDATA["`
  return new Fault(scanner.at, problem)
}

/** Behind `<`. */
export function noName(scanner: Scanner): Fault {
  const { at, text } = scanner
  if (scanner.isAtEnd) return new Fault(text.length, words`the document ends behind "<"`)
  return new Fault(at - 1, words`"<" begins no tag: ${scanner.found()} follows; write "&lt;" if it is text`)
}

export function halfEmptyTag(scanner: Scanner): Fault {
  scanner.at++
  if (scanner.isAtEnd) return new Fault(scanner.at, words`the document ends inside a tag; expected ">"`)
  return new Fault(scanner.at, words`${scanner.found()} stands behind "/" in a tag; expected ">"`)
}

/** The end tag's `<` stands at `offset`. */
export function wrongEndTag(scanner: Scanner, element: XmlElement, offset: number): Fault {
  const { name, line } = element
  scanner.at = offset + 2
  const found = scanner.name()
  scanner.space()
  if (scanner.isAtEnd)
    return new Fault(scanner.at, words`the document ends inside an end tag; expected </${name}>`)
  if (found === name || found === '') {
    return new Fault(scanner.at, words`${scanner.found()} stands in an end tag; expected </${name}>`)
  }
  const inner = words`<${name}>, opened in line ${line}, is still open; expected </${name}>`
  const outer = findOpen(found, element)
  return new Fault(
    offset,
    outer === undefined
      ? words`the end tag </${found}> closes nothing: ${inner}`
      : words`the end tag </${found}> closes <${found}>, opened in line ${outer.line}, while ${inner} before it`,
  )
}

function findOpen(name: string, { parent }: XmlElement): XmlElement | undefined {
  for (let element = parent; element !== undefined; element = element.parent) {
    if (element.name === name) return element
  }
  return undefined
}

export function unfinishedElement({ text }: Scanner, { name, line }: XmlElement): Fault {
  return new Fault(
    text.length,
    words`the document ends inside <${name}>, opened in line ${line}; expected </${name}>`,
  )
}
