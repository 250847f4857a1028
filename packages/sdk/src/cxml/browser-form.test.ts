import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBrowserForm, encodeBrowserForm } from './browser-form.js'

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
    const value = '<?xml version="1.0" encoding="ISO-8859-1"?><cXML>é</cXML>'
    expect(text(decodeBrowserForm([['cxml-urlencoded', value]]))).toBe('<?xml version="1.0"?><cXML>é</cXML>')
  })

  it('puts right what was encoded once too often', () => {
    expect(text(decodeBrowserForm([['cxml-urlencoded', encodeURIComponent('<a>b c</a>')]]))).toBe(
      '<a>b c</a>',
    )
    expect(
      text(decodeBrowserForm([['cxml-urlencoded', '&lt;a b=&quot;c&quot;&gt;&amp;amp;&lt;/a&gt;']])),
    ).toBe('<a b="c">&amp;</a>')
  })

  it.each([
    ['no field', [['cxml', 'x']], 'ERR_CXML_FIELD_MISSING'],
    [
      'two fields',
      [
        ['cxml-base64', ''],
        ['cXML-urlencoded', ''],
      ],
      'ERR_CXML_FIELD_DOUBLED',
    ],
    [
      'the same field twice',
      [
        ['cxml-base64', ''],
        ['cXML-base64', ''],
      ],
      'ERR_CXML_FIELD_DOUBLED',
    ],
    ['what is no base64', [['cxml-base64', '<cXML/>']], 'ERR_CXML_ENCODING'],
    ['wrong URL-encoding', [['cxml-urlencoded', '%3CcXML%ZZ']], 'ERR_CXML_ENCODING'],
  ] as const)('refuses %s', (_, fields, code) => {
    expect(() => decodeBrowserForm(fields)).toThrow(expect.objectContaining({ code }))
  })
})
