import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { XmlElement } from '../xml/element.js'
import { defaultLimits } from '../xml/limits.js'
import { parseXml } from '../xml/parse.js'
import { serializeXml } from '../xml/serialize.js'
import { decodeBrowserForm, encodeBrowserForm, type FormEncoding } from './browser-form.js'

const xml =
  '<?xml version="1.0" encoding="UTF-8"?>\n<cXML payloadID="a&amp;b"><Message>é€😀 &lt;b&gt; +%20 "q"</Message></cXML>'
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** What a browser sends for a field, and a server makes of it. */
const throughForm = (name: string, value: string) =>
  new URLSearchParams([...new URLSearchParams([[name, value]])])

describe('encodeBrowserForm', () => {
  it('gives cxml-base64 the bytes', () => {
    const field = encodeBrowserForm(xml, 'cxml-base64')
    expect(field).toEqual({ name: 'cxml-base64', value: Buffer.from(xml).toString('base64') })
  })

  it('gives cxml-urlencoded US-ASCII with numeric references, neither HTML-escaped nor URL-encoded', () => {
    const { name, value } = encodeBrowserForm(xml, 'cxml-urlencoded')
    expect(name).toBe('cxml-urlencoded')
    expect(value).toContain('<Message>&#233;&#8364;&#128512; &lt;b&gt; +%20 "q"</Message>')
  })

  it('writes CDATA beyond US-ASCII as text, where references are read', () => {
    const { value } = encodeBrowserForm('<a><![CDATA[é<&]]><!--é--><![CDATA[x<]]></a>', 'cxml-urlencoded')
    expect(value).toBe('<a>&#233;&lt;&amp;<!--?--><![CDATA[x<]]></a>')
  })
})

describe('encodeBrowserForm refuses', () => {
  it.each(['cxml-base64', 'cxml-urlencoded'] as const)('half a surrogate pair, in %s', encoding => {
    expect(() => encodeBrowserForm('<a>\ud83d</a>', encoding)).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_FIELD_INVALID' }),
    )
  })

  it.each(['<a><é/></a>', '<a b="é" ü="c"/>', "<a b='>' ñ='c'/>"])(
    'names beyond US-ASCII in cxml-urlencoded: %s',
    xml => {
      expect(() => encodeBrowserForm(xml, 'cxml-urlencoded')).toThrow(
        expect.objectContaining({
          code: 'ERR_CXML_FIELD_INVALID',
          message: expect.stringContaining('send cxml-base64'),
        }),
      )
      expect(text(decodeBrowserForm([['cxml-base64', encodeBrowserForm(xml, 'cxml-base64').value]]))).toBe(
        xml,
      )
    },
  )

  it('no name that only looks like one', () => {
    const xml = '<a b="<é>"><![CDATA[<é>]]><!-- <é> --><?x <é>?>é</a>'
    expect(() => encodeBrowserForm(xml, 'cxml-urlencoded')).not.toThrow()
  })

  it('another encoding than UTF-8 in cxml-base64, where the declaration counts', () => {
    const declaring = (encoding: string) => `<?xml version="1.0" encoding='${encoding}'?><a>é</a>`
    expect(() => encodeBrowserForm(declaring('ISO-8859-1'), 'cxml-base64')).toThrow(
      expect.objectContaining({
        code: 'ERR_CXML_ENCODING',
        message: expect.stringContaining('"ISO-8859-1"'),
      }),
    )
    expect(() => encodeBrowserForm(declaring('utf-8'), 'cxml-base64')).not.toThrow()
    expect(() => encodeBrowserForm(declaring('ISO-8859-1'), 'cxml-urlencoded')).not.toThrow()
  })
})

describe('decodeBrowserForm', () => {
  it.each(['cxml-base64', 'cxml-urlencoded'] as const)(
    'reads back what %s carries through a form',
    encoding => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), content => {
          const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
          const { name, value } = encodeBrowserForm(`<a>${escaped}</a>`, encoding)
          const got = text(decodeBrowserForm(throughForm(name, value)))
          const plain = got.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
          expect(plain).toBe(
            `<a>${escaped.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))}</a>`,
          )
        }),
      )
    },
  )

  it.each(['cXML-urlencoded', 'CXML-URLENCODED', 'cxml-urlencoded', 'cXML-UrlEncoded'])('takes %s', name => {
    expect(
      text(
        decodeBrowserForm([
          ['x', 'y'],
          [name, '<cXML/>'],
        ]),
      ),
    ).toBe('<cXML/>')
  })

  it.each(['cXML-base64', 'CXML-BASE64', 'cxml-Base64'])('takes %s', name => {
    expect(text(decodeBrowserForm([[name, btoa('<cXML/>')]]))).toBe('<cXML/>')
  })

  it('takes base64 that was broken into lines, lost its pluses, or is URL-safe', () => {
    const bytes = Uint8Array.of(0x3c, 0xfb, 0xff, 0xfe, 0x3f, 0x3e)
    const base64 = Buffer.from(bytes).toString('base64')
    expect(base64.endsWith('+')).toBe(true)
    for (const value of [
      `\n ${base64.slice(0, 4)}\r\n${base64.slice(4)}\n`,
      base64.replaceAll('+', ' '),
      base64.replaceAll('+', '-').replaceAll('/', '_'),
      base64.replace(/=+$/, ''),
    ]) {
      expect(decodeBrowserForm([['cxml-base64', value]])).toEqual(bytes)
    }
  })

  it('forgets the encoding that the XML declaration of an urlencoded document names', () => {
    for (const declared of [
      '<?xml version="1.0" encoding="ISO-8859-1"?>',
      '\ufeff<?xml version="1.0" encoding="UTF-16"?>',
    ]) {
      const value = `${declared}<cXML>é</cXML>`
      expect(text(decodeBrowserForm([['cxml-urlencoded', value]]))).toBe(
        '<?xml version="1.0"?><cXML>é</cXML>',
      )
    }
  })

  it('takes an instruction at the beginning for what it is', () => {
    const value = '<?xml-stylesheet href="a.css"?><cXML/>'
    expect(text(decodeBrowserForm([['cxml-urlencoded', value]]))).toBe(value)
  })

  it.each([
    ['ISO-8859-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1')],
    ['UTF-16', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é€😀</a>', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>é€😀</a>')],
  ])('leaves the bytes of base64 in their encoding: %s', (_, bytes) => {
    const value = bytes.toString('base64')
    expect(decodeBrowserForm([['cXML-base64', value]])).toEqual(new Uint8Array(bytes))
  })

  it('takes the field that holds something where a page has both', () => {
    for (const blank of ['', ' \r\n']) {
      const fields = [
        ['cXML-base64', blank],
        ['cXML-urlencoded', '<cXML/>'],
      ] as const
      expect(text(decodeBrowserForm(fields))).toBe('<cXML/>')
      expect(text(decodeBrowserForm([...fields].reverse()))).toBe('<cXML/>')
    }
  })

  const base64 = Buffer.from(xml).toString('base64')
  it.each([
    ['no field', [['cxml', 'x']], 'ERR_CXML_FIELD_MISSING', 'has no field cXML-base64 or cXML-urlencoded'],
    ['an empty field', [['cxml-base64', ' \n']], 'ERR_CXML_FIELD_MISSING', 'The field cxml-base64 is empty'],
    [
      'two fields',
      [
        ['cxml-base64', base64],
        ['cXML-urlencoded', xml],
      ],
      'ERR_CXML_FIELD_DOUBLED',
      'one was expected',
    ],
    [
      'a field twice',
      [
        ['cxml-base64', base64],
        ['cXML-base64', base64],
      ],
      'ERR_CXML_FIELD_DOUBLED',
      'one was expected',
    ],
    ['what is no base64', [['cxml-base64', 'AAAA*A']], 'ERR_CXML_ENCODING', 'character 5 is "*"'],
    ['half of base64', [['cxml-base64', 'AAAAA']], 'ERR_CXML_ENCODING', 'it ends too early'],
    [
      'base64 with something behind it',
      [['cxml-base64', 'AA==AA==']],
      'ERR_CXML_ENCODING',
      'character 5 is "A"',
    ],
    [
      'XML as base64',
      [['cxml-base64', xml]],
      'ERR_CXML_ENCODING',
      'holds XML: name the field cXML-urlencoded',
    ],
    [
      'base64 as text',
      [['cxml-urlencoded', base64]],
      'ERR_CXML_ENCODING',
      'holds base64: name the field cXML-base64',
    ],
    [
      'base64 that was URL-encoded twice',
      [['cxml-base64', encodeURIComponent(`${base64}==`)]],
      'ERR_CXML_ENCODING',
      'was URL-encoded twice',
    ],
    [
      'text that was URL-encoded twice',
      [['cxml-urlencoded', encodeURIComponent(xml)]],
      'ERR_CXML_ENCODING',
      'begins with %3C',
    ],
    [
      'text that was URL-encoded twice, as forms do',
      [['cxml-urlencoded', '%3CcXML+a%3D']],
      'ERR_CXML_ENCODING',
      'begins with %3C',
    ],
    [
      'text that was escaped twice',
      [['cxml-urlencoded', '\n&lt;cXML/&gt;']],
      'ERR_CXML_ENCODING',
      'begins with &lt;',
    ],
    [
      'text that was escaped twice by numbers',
      [['cxml-urlencoded', '&#x3C;cXML/&#x3e;']],
      'ERR_CXML_ENCODING',
      'escaped for HTML twice',
    ],
  ] as const)('refuses %s, and says what to do', (...[, fields, code, message]) => {
    expect(() => decodeBrowserForm(fields)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    )
  })

  it('shows nothing of what is no base64 but one character', () => {
    const value = '  Sender hunter2 hunter2'
    expect(() => decodeBrowserForm([['cxml-base64', `${value}!`]])).toThrow(/character \d+ is "!"$/)
  })
})

/** Text that likes to be markup, an escape, or to change on its way through a page, a browser and a form. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '<',
        '>',
        '&',
        '"',
        "'",
        '%3C',
        '%',
        '+',
        ' ',
        '\t',
        '\n',
        ']]>',
        '=',
        ';',
        '&#233;',
      ),
      fc.constantFrom(
        'é',
        '€',
        '😀',
        '\u0085',
        '\u2028',
        '\u00a0',
        '\u202e',
        '\ufeff',
        'A',
        '1',
        '/',
        '?',
        '--',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map(pieces => pieces.join(''))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids (§2.2)
  .filter(piece => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(piece))

const document = fc
  .record({ text: awkward, attribute: awkward, cdata: awkward })
  .map(({ text, attribute, cdata }) => {
    const root = new XmlElement('cXML')
    root.attributes.push('payloadID', attribute)
    const child = new XmlElement('Extrinsic', root)
    child.children.push({ kind: 'cdata', text: cdata }, text)
    root.children.push(child, { kind: 'comment', text: 'a' })
    return root
  })

/** The attribute and the text of a document, as a reader has them. */
function read(xml: string) {
  const { root } = parseXml(xml, { limits: defaultLimits, items: new Set(), secrets: [] })
  const inner = root.elements()[0]?.children ?? []
  const text = inner.map(node => (typeof node === 'string' ? node : 'text' in node ? node.text : '')).join('')
  return { attribute: root.attribute('payloadID'), text }
}

/** What a page does with a value, a browser with the page, and a server with what the browser sends. */
function throughPage(name: string, value: string, escaping: (text: string) => string): [string, string][] {
  const html = `<input type="hidden" name="${name}" value="${escaping(value)}">`
  const shown = /value="([^"]*)"/.exec(html)?.[1] ?? ''
  const inBrowser = shown
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\n', '\r\n')
  return [...new URLSearchParams(new URLSearchParams([[name, inBrowser]]).toString())]
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function assertArrives(encoding: FormEncoding, escaping: (text: string) => string): void {
  fc.assert(
    fc.property(document, root => {
      const xml = serializeXml({ root })
      const { name, value } = encodeBrowserForm(xml, encoding)
      expect(value).toMatch(/^\p{ASCII}*$/u)
      const bytes = decodeBrowserForm(throughPage(name.toUpperCase(), value, escaping))
      expect(read(text(bytes))).toEqual(read(xml))
    }),
    { numRuns: 300 },
  )
}

describe('a document with awkward text', () => {
  it.each(['cxml-base64', 'cxml-urlencoded'] as const)('arrives in the field %s as it was', encoding => {
    assertArrives(encoding, escapeHtml)
  })

  it('control: a page that leaves out a layer of escaping is found', () => {
    const forgetful = (value: string) => value.replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    expect(() => assertArrives('cxml-urlencoded', forgetful)).toThrow('Property failed')
  })
})
