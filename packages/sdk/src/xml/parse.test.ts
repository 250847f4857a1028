import { describe, expect, it } from 'vitest'
import { CxmlError } from '../errors.js'
import { XmlElement } from './element.js'
import { defaultLimits } from './limits.js'
import { parseXml, type XmlDocument } from './parse.js'

const parse = (text: string, limits = {}): XmlDocument =>
  parseXml(text, {
    limits: { ...defaultLimits, ...limits },
    items: new Set(['Item']),
    secrets: ['SharedSecret'],
  })

function refusal(text: string, limits = {}): CxmlError {
  try {
    parse(text, limits)
  } catch (error) {
    if (error instanceof CxmlError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('the tree', () => {
  it('keeps elements, attributes, text, CDATA, comments and instructions in order', () => {
    const { root } = parse('<a x="1" y="&lt;2"><!--c-->t&amp;u<![CDATA[<v>]]><b/><?p q?></a>')
    expect(root.attributes).toEqual(['x', '1', 'y', '<2'])
    expect(root.attribute('y')).toBe('<2')
    expect(root.children).toMatchObject([
      { kind: 'comment', text: 'c' },
      't&u',
      { kind: 'cdata', text: '<v>' },
      { name: 'b' },
      { kind: 'instruction', target: 'p', data: 'q' },
    ])
  })

  it('keeps what stands around the root', () => {
    const { before, after } = parse('<?xml version="1.0"?><!--b--><?p?><a/><!--c-->')
    expect(before).toMatchObject([{ text: 'b' }, { target: 'p' }])
    expect(after).toMatchObject([{ text: 'c' }])
  })

  it.each(['\n', '\r\n', '\r'])('knows line and column of each element (line end %j)', end => {
    const { root } = parse(['<a>', '  <b', '   x="1"/><c', '/>', '</a>'].join(end))
    const places = root.elements().map(({ name, line, column }) => ({ name, line, column }))
    expect([root.line, root.column]).toEqual([1, 1])
    expect(places).toEqual([
      { name: 'b', line: 2, column: 3 },
      { name: 'c', line: 3, column: 11 },
    ])
  })

  it('gives a path with numbers only where siblings share a name', () => {
    const { root } = parse('<a><b/><c/><b><d/></b></a>')
    const d = root.elements()[2]?.elements()[0]
    expect(d?.path()).toBe('/a/b[2]/d')
  })

  it('takes names of object prototypes for names', () => {
    const { root } = parse('<constructor __proto__="x" toString="y"><hasOwnProperty/></constructor>')
    expect(root.attribute('__proto__')).toBe('x')
    expect(root.attribute('valueOf')).toBeUndefined()
    expect(root.elements()[0]?.name).toBe('hasOwnProperty')
  })
})

describe('what XML says of characters', () => {
  const text = (xml: string) => parse(`<a>${xml}</a>`).root.children
  const value = (xml: string) => parse(`<a x="${xml}"/>`).root.attribute('x')

  it('is kept: line ends become LF, but not those that were written as references', () => {
    expect(text('1\r\n2\r3\n4&#13;&#xD;\n')).toEqual(['1\n2\n3\n4\r\r\n'])
    expect(value('1\r\n2\r3\n4\t5&#13;&#10;&#9;6')).toBe('1 2 3 4 5\r\n\t6')
    expect(parse('<a><!--\r\n--><?p \r\nx\r?><![CDATA[\r]]></a>').root.children).toEqual([
      { kind: 'comment', text: '\n' },
      { kind: 'instruction', target: 'p', data: 'x\n' },
      { kind: 'cdata', text: '\n' },
    ])
  })

  it('is kept: references stand for what they say', () => {
    expect(text('&lt;&gt;&amp;&quot;&apos;&#65;&#x0000000041;&#128512;&amp;lt;')).toEqual(['<>&"\'AA😀&lt;'])
    expect(value('&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;')).toBe('<>&"\'A😀')
  })

  it('is kept: what is no white space of XML is text, what is a character may stand', () => {
    for (const character of [
      '\u00a0',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u007f',
      '\ufffd',
      '\ue000',
      '\u{10ffff}',
    ]) {
      expect(text(character)).toEqual([character])
      expect(value(character)).toBe(character)
    }
  })

  it.each([
    'a:b',
    'été',
    'Ж',
    '名前',
    '\u{10000}',
    'a\u00b7',
    'a\u0300',
    'a\u203f',
    '_',
    'a-.0',
    'n'.repeat(5000),
  ])('is kept of names: %s is one', name => {
    const { root } = parse(`<!DOCTYPE a SYSTEM "x"><${name} ${name}=""></${name}>`)
    expect(root).toMatchObject({ name, attributes: [name, ''] })
  })

  it.each(['1', '-', '.', '\u00b7', '\u00d7', '\u00f7', '\u0300', '\u203f', '\u2190', '\u3000', '\u{f0000}'])(
    'is kept of names: none begins with %j',
    start => {
      expect(refusal(`<${start}/>`).message).toContain('"<" begins no tag')
    },
  )

  it('is the same of texts that are all US-ASCII and of others', () => {
    const xml = '<a x="&#10;\t1">\r\n <b/>x&amp;<!-- c --></a>'
    expect(parse(`${xml}<!--é-->`).root).toEqual(parse(xml).root)
  })
})

describe('namespaces', () => {
  const xmlns = 'http://www.w3.org/2000/xmlns/'
  const xml = 'http://www.w3.org/XML/1998/namespace'

  it.each([
    ['a prefix is declared on the element', '<x:a xmlns:x="u" x:b=""/>'],
    ['or around it', '<a xmlns:x="u"><b><x:c/></b></a>'],
    ['or perhaps by the external DTD', '<!DOCTYPE a SYSTEM "u"><a><ds:Signature/></a>'],
    ['a prefix is declared again', '<a xmlns:x="u"><b xmlns:x="v"/><x:c/></a>'],
    [
      'two attributes have one local name in two namespaces',
      '<a xmlns:x="u" xmlns:y="v" x:b="" y:b="" b=""/>',
    ],
    ['xml is declared as what it is', `<a xmlns:xml="${xml}" xml:lang="en"/>`],
    ['the default namespace is undeclared', '<a xmlns="u"><b xmlns=""/></a>'],
  ])('are as they should be where %s', (_, text) => {
    expect(() => parse(text)).not.toThrow()
  })

  it.each([
    ['a prefix is declared nowhere', '<a><b x:c=""/></a>'],
    ['a prefix is declared too late', '<a><x:b/><c xmlns:x="u"/></a>'],
    ['the declaration has ended', '<a><b xmlns:x="u"><c/></b><x:b/></a>'],
    ['the declaration has ended with an empty element', '<a><b xmlns:x="u"/><c/><x:b/></a>'],
    ['a name has two colons', '<!DOCTYPE a SYSTEM "u"><a b:c:d=""/>'],
    ['a name begins with a colon', '<!DOCTYPE a SYSTEM "u"><:a/>'],
    ['a name ends with a colon', '<!DOCTYPE a SYSTEM "u"><a:/>'],
    ['no name begins behind the colon', '<!DOCTYPE a SYSTEM "u"><x:1/>'],
    ['xml is declared as something else', '<a xmlns:xml="u"/>'],
    ['something else is declared as xml', `<a xmlns:x="${xml}"/>`],
    ['xmlns is declared', `<a xmlns:xmlns="${xmlns}"/>`],
    ['something is declared as xmlns', `<a xmlns:x="${xmlns}"/>`],
    ['an element is in xmlns', '<xmlns:a/>'],
    ['a prefix is undeclared', '<a xmlns:x="u"><b xmlns:x=""/></a>'],
    ['an attribute stands twice under two prefixes', '<a xmlns:x="u" xmlns:y="u"><b x:c="" y:c=""/></a>'],
    ['an instruction has a colon', '<a><?x:y?></a>'],
  ])('are a fault where %s', (_, text) => {
    expect(refusal(text).code).toBe('ERR_CXML_SYNTAX')
  })
})

describe('the document type declaration', () => {
  it('is recorded', () => {
    expect(parse('<!DOCTYPE a SYSTEM "http://x/y.dtd" ><a/>').doctype).toEqual({
      name: 'a',
      systemId: 'http://x/y.dtd',
    })
    expect(parse("<!--<!DOCTYPE z [ ]>--><!DOCTYPE a PUBLIC '-//p' 'q'><a/>").doctype).toEqual({
      name: 'a',
      publicId: '-//p',
      systemId: 'q',
    })
    expect(parse('<!DOCTYPE a><a/>').doctype).toEqual({ name: 'a' })
  })

  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'],
    ['an entity', '<!DOCTYPE a SYSTEM "x" [<!ENTITY e "x">]><a/>'],
    ['an external parameter entity', '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1/">]><a/>'],
    ['a parameter entity that is referred to', '<!DOCTYPE a [<!ENTITY % e "x"> %e;]><a/>'],
    ['one with a reference in its value', '<!DOCTYPE a [<!ENTITY % e "&#60;x">]><a/>'],
    ['one with another in its value', '<!DOCTYPE a [<!ENTITY % e "x"><!ENTITY % f "%e;">]><a/>'],
    ['an element, without space before the subset', '<!DOCTYPE a[<!ELEMENT a ANY>]><a/>'],
    ['an attribute', '<!DOCTYPE a [<!ATTLIST a x CDATA "1">]><a/>'],
    ['a notation', '<!DOCTYPE a [<!NOTATION n SYSTEM "x">]><a/>'],
    ['a conditional section', '<!DOCTYPE a [<![INCLUDE[ ]]>]><a/>'],
    ['a processing instruction', '<!DOCTYPE a [<?p?>]><a/>'],
    ['one without end', '<!DOCTYPE a [<!-- x'],
    ['a very long one', `<!DOCTYPE a [${' '.repeat(20_000)}<!ENTITY % e "x">]><a/>`],
    ['white space without measure', `<!DOCTYPE a [${' '.repeat(20_000)}]><a/>`],
  ])('is refused when its internal subset holds %s', (_, text) => {
    expect(refusal(text)).toMatchObject({
      code: 'ERR_CXML_DOCTYPE',
      status: 406,
      line: 1,
      message: expect.stringContaining('internal subset'),
    })
  })

  it.each([
    '',
    ' \n',
    ' <!ENTITY % SGML-help "INCLUDE"> ',
    "<!-- <!ENTITY e 'x'> --><!ENTITY % e '<!ELEMENT a ANY>' >",
  ])('is taken when its internal subset says nothing to the document: [%s]', subset => {
    expect(parse(`<!DOCTYPE a SYSTEM "x" [${subset}]><a/>`).doctype).toEqual({
      name: 'a',
      systemId: 'x',
      inertSubset: true,
    })
  })

  it.each([
    '<!DOCTYPE a SYSTEM><a/>',
    '<!DOCTYPE a SYSTEM "x" "y"><a/>',
    '<!DOCTYPE><a/>',
    '<!DOCTYPE a FOO "x"><a/>',
    '<!DOCTYPE a SYSTEM "x',
  ])('is refused where it is malformed: %s', text => {
    expect(refusal(text).code).toBe('ERR_CXML_DOCTYPE')
  })

  it('does not declare entities from outside', () => {
    expect(refusal('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a>&e;</a>').code).toBe('ERR_CXML_SYNTAX')
  })
})

describe('a fault', () => {
  it.each([
    ['<a>x & y</a>', 1, 6, 'a bare "&"; write "&amp;"'],
    ['<a>?x=1&y=2</a>', 1, 8, 'a bare "&"; write "&amp;"'],
    [
      '<a>&nbsp;</a>',
      1,
      4,
      'the entity "&nbsp;" is not defined: XML has &amp; &lt; &gt; &quot; &apos; only;',
    ],
    ['<a>&#xA0</a>', 1, 4, 'a numeric reference is malformed; expected "&#160;" or "&#xA0;"'],
    [
      '<a>\n <b></a>',
      2,
      5,
      'the end tag </a> closes <a>, opened in line 1, while <b>, opened in line 2, is still open; expected </b> before it',
    ],
    [
      '<a>\n <b></c></b></a>',
      2,
      5,
      'the end tag </c> closes nothing: <b>, opened in line 2, is still open; expected </b>',
    ],
    ['<a>\n<b>', 2, 4, 'the document ends inside <b>, opened in line 2; expected </b>'],
    ['<a>\n<b', 2, 3, 'the document ends inside a tag; expected ">"'],
    ['<a></a x>', 1, 8, '"x" stands in an end tag; expected </a>'],
    ['<a></a', 1, 7, 'the document ends inside an end tag; expected </a>'],
    ['<a/>\n<b/>', 2, 1, '<b> stands behind </a>; a document has one root element'],
    ['<a/></a>', 1, 5, 'the end tag </a> closes nothing: <a>, the root, is closed'],
    ['<a/>x', 1, 5, '"x" stands behind </a>, the end of the root element'],
    ['<a/>&#32;', 1, 5, '"&" stands behind </a>'],
    ['<a/><![CDATA[]]>', 1, 5, '"<!" begins nothing that may stand here'],
    ['x<a/>', 1, 1, '"x" stands before the root element'],
    ['</a>', 1, 1, 'an end tag stands before the root element'],
    ['', 1, 1, 'the document has no root element'],
    [' <!-- x -->', 1, 12, 'the document has no root element'],
    ['<a x="1" x="2"/>', 1, 10, 'the attribute x stands twice in one tag; leave one of them out'],
    [
      `<a ${Array.from({ length: 40 }, (_, i) => `a${i}=""`).join(' ')} a7=""/>`,
      1,
      274,
      'the attribute a7 stands twice',
    ],
    [
      `<a ${Array.from({ length: 40 }, (_, i) => `a${i}=""`).join(' ')} a0=""/>`,
      1,
      274,
      'the attribute a0 stands twice',
    ],
    ['<a x=1/>', 1, 6, 'the value of the attribute x has no quotes; write x="…"'],
    ['<a x/>', 1, 5, '"/" stands behind the attribute x; expected "=" and a value in quotes'],
    ['<a x="1"y="2"/>', 1, 9, 'white space is missing before the attribute y'],
    ['<a x="<b>"/>', 1, 7, '"<" stands in the value of an attribute; write "&lt;", or close the quotes'],
    [
      '<a x="1>',
      1,
      9,
      'the document ends inside the value of an attribute, opened in line 1; expected a double quote',
    ],
    ['<a "x"/>', 1, 4, '""" stands in a tag; expected an attribute, ">" or "/>"'],
    ['<a / >', 1, 5, 'the character U+0020 stands behind "/" in a tag; expected ">"'],
    ['<a>1 < 2</a>', 1, 6, '"<" begins no tag: the character U+0020 follows; write "&lt;" if it is text'],
    ['<a><1/></a>', 1, 4, '"<" begins no tag: "1" follows'],
    ['<a>]]></a>', 1, 4, '"]]>" stands in text; write "]]&gt;"'],
    [
      '<a>x\u0001</a>',
      1,
      5,
      'the character U+0001 is not allowed in XML, not even as a reference; leave it out',
    ],
    ['<a x="\u000b"/>', 1, 7, 'the character U+000B is not allowed'],
    ['<a><!--\ufffe--></a>', 1, 8, 'the character U+FFFE is not allowed'],
    ['<a>\ud800A</a>', 1, 4, 'half of a surrogate pair (U+D800) is not a character; leave it out'],
    ['<a>é<![CDATA[\udc00]]></a>', 1, 14, 'half of a surrogate pair (U+DC00)'],
    ['<a><!-- -- --></a>', 1, 9, '"--" stands in a comment'],
    ['<a><!-- x --->', 1, 11, '"--" stands in a comment'],
    ['<a>\n<!-- x', 2, 7, 'the document ends inside a comment, opened in line 2; expected "-->"'],
    [
      '<a><![CDATA[x]]</a>',
      1,
      20,
      'the document ends inside a CDATA section, opened in line 1; expected "]]>"',
    ],
    ['<a><!ELEMENT></a>', 1, 4, '"<!" begins nothing that may stand here'],
    ['<a><!DOCTYPE a></a>', 1, 4, 'a document type declaration may stand only once, before the root element'],
    ['<!DOCTYPE a><!DOCTYPE a><a/>', 1, 13, 'a document type declaration may stand only once'],
    ['<a><?xml version="1.0"?></a>', 1, 4, 'the XML declaration may stand only at the very beginning'],
    [' <?xml version="1.0"?><a/>', 1, 2, 'the XML declaration may stand only at the very beginning'],
    ['<?XML version="1.0"?><a/>', 1, 1, 'the XML declaration may stand only at the very beginning'],
    ['<a><? x?></a>', 1, 4, '"<?" is not followed by the name of a processing instruction'],
    ['<a><?p+?></a>', 1, 7, '"+" stands behind the name of a processing instruction'],
    ['<?xml version="1.1"?><a/>', 1, 15, 'only XML 1.0 is supported; write version="1.0"'],
    ['<?xml encoding="UTF-8"?><a/>', 1, 6, 'the XML declaration has no version'],
    ['<?xml version="1.0" encoding="8"?><a/>', 1, 30, 'the encoding has no valid name'],
    ['<?xml version="1.0" standalone="maybe"?><a/>', 1, 32, 'standalone is neither "yes" nor "no"'],
    [
      '<?xml version="1.0" standalone="no" encoding="UTF-8"?><a/>',
      1,
      37,
      '"e" stands in the XML declaration;',
    ],
    ['<?xml version=1.0?><a/>', 1, 15, 'a value in the XML declaration has no quotes'],
    ['<x:a/>', 1, 1, 'the prefix of x:a is not declared; declare it with xmlns:x="…", or leave it out'],
  ])('is told in words: %j', (text, line, column, words) => {
    const error = refusal(text)
    expect(error).toMatchObject({ code: 'ERR_CXML_SYNTAX', status: 406, line, column })
    expect(error.message).toContain(`The document is not well-formed XML: ${words}`)
  })

  it.each(['\r\n', '\r', '\n'])('stands in the right line behind line ends of any kind: %j', end => {
    const lines = ['<a>', '', '  <!--', '--> <b>x', '</b>', '  <c>&</c></a>']
    expect(refusal(lines.join(end))).toMatchObject({ line: 6, column: 6, path: '/a/c' })
  })

  it.each(['&#0;', '&#x1c;', '&#xFFFF;', '&#xD800;', '&#x110000;'])('is a character: %s', reference => {
    expect(refusal(`<a>${reference}</a>`)).toMatchObject({ code: 'ERR_CXML_CHARACTER', status: 400 })
  })

  it('is shown with its line, column and a caret', () => {
    const error = refusal('<a>\n  <URL>http://x/?a=1&b=2</URL>\n</a>')
    expect(error).toMatchObject({
      code: 'ERR_CXML_SYNTAX',
      message: 'The document is not well-formed XML: a bare "&"; write "&amp;"',
      line: 2,
      column: 21,
      path: '/a/URL',
      excerpt: '  <URL>http://x/?a=1&b=2</URL>\n                    ^',
    })
  })

  it('has a path that counts the siblings of each element, and no others', () => {
    expect(refusal('<a><b/><b><b/><b/><c>&</c></b></a>').path).toBe('/a/b[2]/c')
    expect(refusal('<a><b><b/><c>&</c></b></a>').path).toBe('/a/b/c')
  })

  it('never shows a secret, not even one that it is in', () => {
    const error = refusal('<a><SharedSecret>hun&ter2</SharedSecret><b></a>')
    expect(error.excerpt).toBe(`<a><SharedSecret>********</SharedSecret><b></a>\n${' '.repeat(20)}^`)
    expect(error.message).not.toContain('ter2')
  })

  it.each([
    '<a><SharedSecret>pass<word x</SharedSecret></a>',
    '<a><SharedSecret>hidden &word; x</SharedSecret></a>',
    '<a><SharedSecret>pa</word></SharedSecret></a>',
    '<a><SharedSecret><x word word',
    '<a><SharedSecret><word><![CDATA[</SharedSecret></a>',
    '<a><SharedSecret word</SharedSecret></a>',
    '<a><SharedSecret x="word</SharedSecret></a>',
  ])('says no name that may be a part of a secret: %s', text => {
    const error = refusal(text)
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('word')
    expect(error.path).toBe('/a/SharedSecret')
  })

  it('shows of a name what fits and does no harm', () => {
    const { message } = refusal(`<a><b\u0085${'c'.repeat(100)}/><d x="" ${'x'.repeat(999)}=1/></a>`)
    expect(message.length).toBeLessThan(300)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these
    expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
  })

  it('shows no secret that began before the excerpt', () => {
    const error = refusal(`<a><SharedSecret>${'s3cret '.repeat(30)}<`)
    expect(error.excerpt).not.toContain('s3cret')
  })
})

describe('limits', () => {
  it.each([
    ['depth', { depth: 3 }, '<a><a><a><a/></a></a></a>', 'nested more than 3 deep'],
    ['attributes', { attributes: 1 }, '<a x="1" y="2"/>', 'more than 1 attributes'],
    ['attribute values', { attributeValue: 3 }, '<a x="1234"/>', 'longer than 3 characters'],
    ['nodes', { nodes: 3 }, '<a><b/>x<b/></a>', 'more than 3 elements and texts'],
    ['text', { text: 5 }, '<a>123<b/>456</a>', 'longer than 5 characters'],
    ['CDATA', { text: 5 }, '<a>123<![CDATA[456]]></a>', 'longer than 5 characters'],
    ['items', { items: 1 }, '<a><Item/><Item/></a>', 'more than 1 Item'],
  ])('on %s are held', (_, limits, text, message) => {
    expect(refusal(text, limits)).toMatchObject({
      code: 'ERR_CXML_LIMIT',
      status: 406,
      message: expect.stringContaining(message),
    })
  })

  it('on text are those of each element', () => {
    expect(() => parse('<a>12<b>345</b><b>345</b>45</a>', { text: 4 })).not.toThrow()
  })

  it('are told with the path of the element in which they are exceeded', () => {
    const text = '<a><b/><b><c/><c/></b><b>xy</b></a>'
    expect(refusal(text, { depth: 2 }).path).toBe('/a/b[2]')
    expect(refusal(text, { nodes: 4 }).path).toBe('/a/b[2]')
    expect(refusal(text, { text: 1 }).path).toBe('/a/b[3]')
    expect(refusal('<a><Item/><b><Item/></b></a>', { items: 1 }).path).toBe('/a/b')
  })

  // Each document is ten megabytes of one kind of malice. Measured: below 0.3 s; the bound leaves room for slow machines
  // and still catches quadratic time.
  const megabyte = 1_000_000
  it.each([
    ['nested tags', '<a>'.repeat(3 * megabyte)],
    ['one tag of attributes', `<a ${Array.from({ length: megabyte }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['one attribute', `<a x="${'y'.repeat(10 * megabyte)}"/>`],
    ['one text', `<a>${'y'.repeat(10 * megabyte)}</a>`],
    ['references', `<a>${'&amp;'.repeat(2 * megabyte)}</a>`],
    ['line ends', `<a>${'\r\n'.repeat(5 * megabyte)}</a>`],
    ['siblings on one line', `<a>${'<b/>'.repeat(2 * megabyte)}</a>`],
    ['one comment', `<a><!--${'y'.repeat(10 * megabyte)}--></a>`],
    ['one name', `<${'y'.repeat(10 * megabyte)}>`],
    ['ampersands', `<a>${'&'.repeat(10 * megabyte)}</a>`],
    ['brackets', `<a>${']]'.repeat(5 * megabyte)}</a>`],
    ['an internal subset', `<!DOCTYPE a [${'<!ENTITY a "aaaaaaaaaa">'.repeat(megabyte / 3)}]><a/>`],
    ['a DOCTYPE without end', `<!DOCTYPE a SYSTEM "${'y'.repeat(10 * megabyte)}`],
    ['secrets', `<a>${'<SharedSecret>'.repeat(megabyte / 2)}`],
  ])('make ten megabytes of %s cheap', (_, text) => {
    const start = process.cpuUsage()
    try {
      parse(text)
    } catch (error) {
      expect(error).toBeInstanceOf(CxmlError)
    }
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(5)
  })
})

describe('an element', () => {
  it('that was not parsed stands nowhere', () => {
    expect(new XmlElement('a')).toMatchObject({ line: 0, column: 0, parent: undefined })
  })
})
