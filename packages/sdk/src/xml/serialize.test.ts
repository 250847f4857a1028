import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAscii } from './ascii.js'
import { XmlElement, type XmlNode } from './element.js'
import { parseXmlFragment } from './fragment.js'
import { defaultLimits } from './limits.js'
import { parseXml } from './parse.js'
import { serializeContent, serializeXml } from './serialize.js'

/** As a fragment, because the names with a prefix are not declared. */
const parse = (text: string) =>
  parseXml(text, { limits: defaultLimits, items: new Set(), secrets: [], isFragment: true })

function element(name: string, attributes: readonly string[], children: readonly XmlNode[]): XmlElement {
  const made = new XmlElement(name)
  made.attributes.push(...attributes)
  made.children.push(...children)
  return made
}

/** What counts: names, attributes, text, order. Neighbouring text and CDATA are one text. */
function meaning(node: XmlElement): unknown {
  const children: unknown[] = []
  for (const child of node.children) {
    if (child instanceof XmlElement) children.push(meaning(child))
    else if (typeof child === 'string' || child.kind === 'cdata') {
      const text = typeof child === 'string' ? child : child.text
      const last = children.at(-1)
      if (typeof last === 'string') children[children.length - 1] = last + text
      else if (text !== '') children.push(text)
    } else children.push(child)
  }
  return { name: node.name, attributes: node.attributes, children }
}

/** Any string that XML can carry, the awkward ones more often. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        '\r',
        '\n',
        '\r\n',
        '\t',
        ' ',
        ']]>',
        '&amp;',
        '&lt;',
        '&#13;',
      ),
      fc.constantFrom('é', '€', '😀', '\u0085', '\u2028', '\u00a0', '\u007f', '\u009b', '\ufeff'),
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''))
  .map(value =>
    value.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?'),
  )

const tree = fc.letrec<{ node: XmlNode; element: XmlElement }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text.filter(value => value !== ''),
    text.map((value): XmlNode => ({ kind: 'cdata', text: value.replaceAll('\r', '') })),
    fc.constant<XmlNode>({ kind: 'comment', text: ' c ' }),
    tie('element'),
  ),
  element: fc
    .record({
      name: fc.constantFrom('Money', 'ds:Signature', 'a-b', 'été'),
      attributes: fc.uniqueArray(fc.tuple(fc.constantFrom('x', 'xml:lang', 'y.z'), text), {
        selector: ([name]) => name,
      }),
      children: fc.array(tie('node'), { maxLength: 4 }),
    })
    .map(({ name, attributes, children }) => element(name, attributes.flat(), children)),
})).element

describe('serializeXml', () => {
  it('writes what parseXml reads back equal', () => {
    fc.assert(
      fc.property(tree, root => {
        expect(meaning(parse(serializeXml({ root })).root)).toEqual(meaning(root))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves out an internal subset that says nothing to the document', () => {
    const written = serializeXml(parse('<!DOCTYPE a SYSTEM "x" [ <!ENTITY % e "y"> ]><a/>'))
    expect(written).toContain('<!DOCTYPE a SYSTEM "x">')
  })

  it('writes in US-ASCII what reads back equal', () => {
    fc.assert(
      fc.property(
        tree.filter(root => !JSON.stringify(meaning(root)).includes('été')),
        root => {
          const ascii = toAscii(serializeXml({ root }))
          expect(ascii).toMatch(/^\p{ASCII}*$/u)
          expect(meaning(parse(ascii).root)).toEqual(meaning(root))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('escapes by context', () => {
    const root = element('a', ['x', `<&>"'\t\n\r`], [`<&>"'\t\n\r`])
    expect(serializeXml({ root })).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<a x="&lt;&amp;&gt;&quot;'&#9;&#10;&#13;">&lt;&amp;&gt;"'\t\n&#13;</a>\n`,
    )
  })

  it('changes no reference that stands in text', () => {
    expect(serializeContent(element('a', [], ['AT&amp;T &nbsp;']))).toBe('AT&amp;amp;T &amp;nbsp;')
  })

  it.each([
    ['a control character', 'x\u0000', 'U+0000'],
    ['half of a surrogate pair', 'x\ud800', 'U+D800'],
    ['a non-character', '\uffff', 'U+FFFF'],
  ])('refuses %s and names the field', (_, value, code) => {
    const root = element('a', [], [])
    const child = new XmlElement('b', root)
    child.attributes.push('c', value)
    root.children.push(child)
    expect(() => serializeXml({ root })).toThrow(
      expect.objectContaining({
        code: 'ERR_CXML_FIELD_INVALID',
        path: '/a/b/@c',
        message: `/a/b/@c: the character ${code} cannot stand in XML; remove it`,
      }),
    )
    expect(() => serializeXml({ root: element('a', [], [value]) })).toThrow(/^\/a: the character/)
  })

  it('refuses comments and instructions that would end early', () => {
    expect(() => serializeXml({ root: element('a', [], [{ kind: 'comment', text: 'x--y' }]) })).toThrow('--')
    const instruction = { kind: 'instruction', target: 'p', data: '?>' } as const
    expect(() => serializeXml({ root: element('a', [], [instruction]) })).toThrow('?>')
  })

  it('indents elements that hold elements, and nothing else', () => {
    const { root } = parse('<a><b><c>x</c><d/></b><e>t<f/></e></a>')
    expect(serializeXml({ root }, { indent: true })).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<a>',
        '  <b>',
        '    <c>x</c>',
        '    <d/>',
        '  </b>',
        '  <e>t<f/></e>',
        '</a>',
        '',
      ].join('\n'),
    )
  })
})

describe('parseXmlFragment', () => {
  it('reads what stands inside an element', () => {
    const parent = element('a', [], [])
    parent.children.push(...parseXmlFragment('x<b c="1"/>y', parent))
    expect(serializeContent(parent)).toBe('x<b c="1"/>y')
  })

  it.each(['</content><x/><content>', '<b>', '&x;'])('refuses %s', xml => {
    expect(() => parseXmlFragment(xml, new XmlElement('a'))).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_SYNTAX' }),
    )
  })
})
