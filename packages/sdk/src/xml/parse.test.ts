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
    ['an empty internal subset', '<!DOCTYPE a []><a/>'],
    ['one behind a SYSTEM identifier', '<!DOCTYPE a SYSTEM "x" [ ]><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1/"> %e;]><a/>'],
    ['one without space before it', '<!DOCTYPE a[<!ELEMENT a ANY>]><a/>'],
  ])('is refused with %s', (_, text) => {
    expect(refusal(text)).toMatchObject({
      code: 'ERR_CXML_DOCTYPE',
      status: 406,
      line: 1,
      message: expect.stringContaining('internal subset'),
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
    ['an unclosed element', '<a><b></a>'],
    ['a document that ends too early', '<a><b>'],
    ['two roots', '<a/><b/>'],
    ['text behind the root', '<a/>x'],
    ['a doubled attribute', '<a x="1" x="2"/>'],
    ['an attribute without quotes', '<a x=1/>'],
    ['an undefined entity', '<a>&nbsp;</a>'],
    ['a bare ampersand', '<a>x & y</a>'],
    ['"]]>" in text', '<a>]]></a>'],
    ['a forbidden character', '<a>\u0001</a>'],
    ['half of a surrogate pair', '<a>\ud800A</a>'],
    ['"--" in a comment', '<a><!-- -- --></a>'],
    ['an XML declaration in the middle', '<a><?xml version="1.0"?></a>'],
    ['XML 1.1', '<?xml version="1.1"?><a/>'],
    ['nothing at all', ''],
  ])('is refused: %s', (_, text) => {
    expect(refusal(text)).toMatchObject({ code: 'ERR_CXML_SYNTAX', status: 406 })
  })

  it.each(['&#0;', '&#x1c;', '&#xFFFF;', '&#xD800;', '&#x110000;'])('is a character: %s', reference => {
    expect(refusal(`<a>${reference}</a>`)).toMatchObject({ code: 'ERR_CXML_CHARACTER', status: 400 })
  })

  it('is shown with its line, column and a caret', () => {
    const error = refusal('<a>\n  <URL>http://x/?a=1&b=2</URL>\n</a>')
    expect(error).toMatchObject({
      code: 'ERR_CXML_SYNTAX',
      message:
        'The document is not well-formed XML: a bare "&", or an entity that XML does not define; write "&amp;" or a numeric reference',
      line: 2,
      column: 21,
      path: '/a/URL',
      excerpt: '  <URL>http://x/?a=1&b=2</URL>\n                    ^',
    })
  })

  it('never shows a secret, not even one that it is in', () => {
    const error = refusal('<a><SharedSecret>hun&ter2</SharedSecret><b></a>')
    expect(error.excerpt).toBe(`<a><SharedSecret>********</SharedSecret><b></a>\n${' '.repeat(20)}^`)
    expect(error.message).not.toContain('ter2')
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
