import fc from 'fast-check'
import { type XmlNode as LibxmlNode, XmlDocument, XmlElement, XmlParseError } from 'libxml2-wasm'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { CxmlError } from '../../packages/sdk/src/errors.js'
import { XmlElement as OurElement, type XmlNode as OurNode } from '../../packages/sdk/src/xml/element.js'
import { defaultLimits } from '../../packages/sdk/src/xml/limits.js'
import { parseXml } from '../../packages/sdk/src/xml/parse.js'
import { isXmlSpace } from '../../packages/sdk/src/xml/space.js'

/** What a document says, in a form that each parser's own tree is brought into. */
type Meaning = readonly unknown[]

/** `undefined`: refused. */
type Reader = (text: string) => Meaning | undefined

const ours: Reader = text => {
  try {
    const { before, root, after } = parseXml(text, { limits: defaultLimits, items: new Set(), secrets: [] })
    return [...before, root, ...after].map(meaningOf)
  } catch (error) {
    if (error instanceof CxmlError) return undefined
    throw error
  }
}

function meaningOf(node: OurNode): unknown {
  if (typeof node === 'string') return node
  if (!(node instanceof OurElement)) {
    if (node.kind === 'instruction') return { target: node.target, data: node.data }
    return node.kind === 'comment' ? { comment: node.text } : node.text
  }
  const { name, attributes } = node
  const pairs = Array.from({ length: attributes.length / 2 }, (_, index) => [
    attributes[index * 2] ?? '',
    attributes[index * 2 + 1] ?? '',
  ])
  return element(name, pairs, node.children.map(meaningOf))
}

/** Neighbouring text and CDATA sections are one text: a parser may part them as it likes. */
function element(name: string, attributes: readonly string[][], nodes: readonly unknown[]): unknown {
  const children: unknown[] = []
  for (const node of nodes) {
    const last = children.at(-1)
    if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node
    else if (node !== '') children.push(node)
  }
  return { name, attributes: attributes.toSorted(), children }
}

const libxml: Reader = text => {
  let document: XmlDocument
  try {
    document = XmlDocument.fromString(text)
  } catch (error) {
    if (error instanceof XmlParseError) return undefined
    throw error
  }
  try {
    return document.find('/node()').map(meaningOfLibxml)
  } finally {
    document.dispose()
  }
}

function meaningOfLibxml(node: LibxmlNode): unknown {
  if (node instanceof XmlElement) {
    const declarations = Object.entries(node.nsDeclarations).map(([prefix, uri]) => [
      prefix === '' ? 'xmlns' : `xmlns:${prefix}`,
      uri,
    ])
    const attributes = node.attrs.map(attribute => [String(attribute.eval('name()')), attribute.value])
    return element(
      String(node.eval('name()')),
      [...declarations, ...attributes],
      node.find('node()').map(meaningOfLibxml),
    )
  }
  if (node.eval('boolean(self::comment())')) return { comment: node.content }
  if (node.eval('boolean(self::processing-instruction())')) {
    return { target: node.eval('name()'), data: node.content }
  }
  return node.content
}

/** Only whether it takes the document. */
const saxes: Reader = text => {
  try {
    new SaxesParser({ xmlns: true }).write(text).close()
    return []
  } catch {
    return undefined
  }
}

const name = fc.constantFrom('a', 'ItemOut', 'a-b.c_d', 'été', '名前', '𐀀x', '_', 'x:y', 'n'.repeat(300))
/** Namespaces leave no colon to these. */
const target = fc.constantFrom('a', 'xml-b', 'été', '𐀀x')
const space = fc.constantFrom(' ', '\n', '\t', '\r', '\r\n', ' \r\r\n ')
const maybeSpace = fc.oneof(fc.constant(''), space)
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aZ 09.;:=()%#-?/é€]>'), maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 3 }).map(characters => characters.replace(forbidden, '')),
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '&gt;',
        '&quot;',
        '&apos;',
        '&#13;',
        '&#x0a;',
        '&#00065;',
        '&#x1F600;',
      ),
      fc.constantFrom(']]>', '\u0085', '\u2028', '\u00a0', '\u007f', '\u{10ffff}', '\ue000', '\ufffd'),
      space,
    ),
    { maxLength: 5 },
  )
  .map(parts => parts.join(''))
/** Not XML's characters; what begins markup; U+FEFF, which the binding of libxml2 takes from the start of each string. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[<&\ufeff]/gu

const attributes = fc
  .uniqueArray(fc.tuple(name, maybeSpace, text, fc.constantFrom('"', "'")), {
    selector: ([key]) => key,
    maxLength: 4,
  })
  .map(list =>
    list
      .map(
        ([key, gap, value, quote]) => `\n${key}${gap}=${gap}${quote}${value.replaceAll(quote, '')}${quote}`,
      )
      .join(''),
  )
const comment = text.map(content => `<!--${content.replaceAll('-', '')}-->`)
const instruction = fc.tuple(target, space, text).map(([to, gap, data]) => `<?${to}${gap}${data}?>`)
const { node } = fc.letrec<{ node: string }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text,
    text.map(content => `<![CDATA[${content}]]>`),
    comment,
    instruction,
    fc.tuple(name, attributes, maybeSpace).map(([tag, list, gap]) => `<${tag}${list}${gap}/>`),
    fc
      .tuple(name, attributes, maybeSpace, fc.array(tie('node'), { maxLength: 4 }))
      .map(([tag, list, gap, nodes]) => `<${tag}${list}${gap}>${nodes.join('')}</${tag}${gap}>`),
  ),
}))

const around = fc.oneof(fc.constant(''), space, comment, instruction)
/** Most are well-formed, all nearly. */
const document = fc
  .tuple(
    fc.constantFrom(
      '',
      '<?xml version="1.0"?>',
      "<?xml\nversion='1.0' encoding='UTF-8'?>",
      '<?xml version="1.0"\tencoding = "utf-8" standalone="no" ?>',
    ),
    around,
    fc.constantFrom(
      '',
      '<!DOCTYPE a>',
      '<!DOCTYPE\ncXML >',
      '<!DOCTYPE a [ <!-- "> --> <!ENTITY % x "y>"> ]>',
    ),
    around,
    fc.tuple(attributes, fc.array(node, { maxLength: 6 })),
    around,
  )
  .map(
    ([declaration, a, doctype, b, [list, nodes], c]) =>
      `${declaration}${a}${doctype}${b}<a xmlns:x="urn:x"${list}>${nodes.join('')}</a>${c}`,
  )

/** A document with a few characters changed: where it stops being XML, each in its own way. */
const broken = fc
  .tuple(
    document,
    fc.array(
      fc.record({
        at: fc.nat({ max: 999 }),
        removed: fc.constantFrom(0, 0, 1, 1, 2, 5),
        added: fc.oneof(
          fc.constantFrom(...'aaa  é\n\r;11:#\'"=>[]-?!'),
          fc.constantFrom(...'<&/x\u0001\ufffe\u000b'),
          fc.constantFrom('', ']]>', '--', '-->', '<!--', '<![CDATA[', '<?', '?>', '</', '/>', '<a>', '</a>'),
          fc.constantFrom(
            '&lt',
            '&#0;',
            '&#xD800;',
            '&#x110000;',
            '&nbsp;',
            '<?xml ',
            '<!DOCTYPE a>',
            'a="1" a=""',
          ),
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([whole, changes]) => {
    const characters = [...whole]
    for (const { at, removed, added } of changes) {
      characters.splice(Math.floor((at / 1000) * characters.length), removed, added)
    }
    return characters.join('')
  })

/** Where parseXml and another parser are meant to differ: it is not asked then. */
type Settled = (document: string) => boolean

const settledWithLibxml: Settled = document =>
  // It takes every 1.x, and other encodings than we do.
  /^<\?xml[^>]*(?:version[^>]*1\.(?!0["'])|encoding)/.test(document) ||
  // It allows internal subsets.
  /<!DOCTYPE[^>]*\[/.test(document) ||
  // It wants a URI by its grammar; Namespaces in XML leaves that to whoever uses the name.
  /xmlns(?!:x="urn:x")/.test(document)

/** What saxes does not look at: a DOCTYPE but for its end, "?" in a target, what follows the colon of a name. */
const settledWithSaxes: Settled = document =>
  settledWithLibxml(document) || /<!DOCTYPE(?! a>|\ncXML >)|<\?[^\s?]*\?(?!>)|x:[^\p{L}]/u.test(document)

const sorts = { 'nearly well-formed': document, broken } as const

interface Trial {
  readonly one: Reader
  readonly other: Reader
  readonly settled: Settled
  readonly sort: keyof typeof sorts
  readonly numRuns: number
}

/** A document from which the two do not read the same. */
function difference({ one, other, settled, sort, numRuns }: Trial): string | undefined {
  const property = fc.property(sorts[sort], text => {
    fc.pre(!settled(text))
    expect(one(text)).toEqual(other(text))
  })
  return fc.check(property, { numRuns, endOnFailure: true }).counterexample?.[0]
}

describe('what parseXml makes of a document', () => {
  it('is tried with some of both sorts', () => {
    const taken = (documents: fc.Arbitrary<string>) =>
      fc.sample(documents, 500).filter(text => ours(text) !== undefined).length
    expect(taken(document)).toBeGreaterThan(350)
    expect(taken(broken)).toBeGreaterThan(25)
    expect(taken(broken)).toBeLessThan(250)
  })

  it.each([
    ['nearly well-formed', 1200],
    ['broken', 4000],
  ] as const)('is what libxml2 makes of it: %s', (sort, numRuns) => {
    expect(
      difference({ one: ours, other: libxml, settled: settledWithLibxml, sort, numRuns }),
    ).toBeUndefined()
  })

  it.each([
    ['nearly well-formed', 800],
    ['broken', 2500],
  ] as const)('is taken or refused as saxes does: %s', (sort, numRuns) => {
    const one: Reader = text => (ours(text) === undefined ? undefined : [])
    expect(difference({ one, other: saxes, settled: settledWithSaxes, sort, numRuns })).toBeUndefined()
  })

  it('is what libxml2 makes of it at both ends of each range of characters of names', () => {
    const ends = [
      0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x61, 0x7b, 0xb7, 0xb8, 0xc0, 0xd7, 0xd8, 0xf7, 0xf8, 0x300, 0x370, 0x37e,
      0x37f, 0x2000, 0x200c, 0x200e, 0x203f, 0x2041, 0x2070, 0x2190, 0x2c00, 0x2ff0, 0x3001, 0xd7ff, 0xe000,
      0xf900, 0xfdd0, 0xfdf0, 0xfffd, 0x10000, 0xeffff, 0xf0000, 0x10ffff,
    ]
    for (const code of ends.flatMap(end => [end - 1, end, end + 1])) {
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) continue
      const character = String.fromCodePoint(code)
      for (const text of [`<${character}/>`, `<a${character}/>`, `<a>${character}</a>`]) {
        expect([text, ours(text)]).toEqual([text, libxml(text)])
      }
    }
  })

  // Faults as a scanner might have them; the tests above would see each.
  it.each<[string, keyof typeof sorts, (text: string) => string]>([
    ['makes a line end of a reference to CR', 'nearly well-formed', text => text.replaceAll('&#13;', '\r')],
    ['keeps a CR before LF', 'nearly well-formed', text => text.replaceAll('\r\n', '&#13;\n')],
    ['trims what instructions say', 'nearly well-formed', text => text.replace(/\s+\?>/g, '?>')],
    ['takes no names beyond U+FFFF', 'nearly well-formed', text => text.replaceAll('<𐀀', '<1')],
    ['takes "--" in comments', 'broken', text => text.replace(/-+(?!-*>|\[)/g, '-')],
    [
      'takes "]]>" in text',
      'nearly well-formed',
      text => (text.includes('CDATA') ? text : text.replaceAll(']]>', '')),
    ],
    ['takes "<" in a value', 'broken', text => text.replace(/(="[^"<>]*)<([^"<>]*")/g, '$1$2')],
    [
      'takes controls',
      'broken',
      text => text.replace(/[\p{Cc}\ufffe]/gu, found => (isXmlSpace(found.charCodeAt(0)) ? found : '')),
    ],
  ])('would be seen to differ if it %s', (_, sort, change) => {
    const one: Reader = text => ours(change(text))
    const trial = { one, other: libxml, settled: settledWithLibxml, sort, numRuns: 8000 }
    expect(difference(trial)).toBeDefined()
  })
})
