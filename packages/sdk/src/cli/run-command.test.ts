import { describe, expect, it } from 'vitest'
import { runCommand } from './run-command.js'
import type { Output } from './terminal.js'

const request = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="1@test.example" timestamp="2026-01-15T10:00:00+00:00">
  <Header>
    <From><Credential domain="DUNS"><Identity>1</Identity></Credential></From>
    <To><Credential domain="DUNS"><Identity>2</Identity></Credential></To>
    <Sender><Credential domain="DUNS"><Identity>1</Identity><SharedSecret>marker-secret</SharedSecret></Credential><UserAgent>Test 1.0</UserAgent></Sender>
  </Header>
  <Request><ProfileRequest/></Request>
</cXML>
`

/** Runs the command in a world of one file, `order.xml`, which is also standard input. */
async function run(
  words: string,
  { file = request, isTerminal = false }: { file?: string | Uint8Array; isTerminal?: boolean } = {},
) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr'): Output => ({
    write(text) {
      written[name] += text
    },
    isTerminal,
    columns: 80,
    paint: (_style, text) => text,
  })
  const code = await runCommand(words.split(' ').filter(Boolean), {
    version: '1.2.3',
    stdout: output('stdout'),
    stderr: output('stderr'),
    async read(path) {
      if (path !== 'order.xml' && path !== '-') throw Object.assign(new Error(), { code: 'ENOENT' })
      return typeof file === 'string' ? Buffer.from(file) : file
    },
    async list() {
      return []
    },
  })
  return { code, ...written }
}

describe('cxml validate', () => {
  it('prints the verdict as JSON where no person looks, and exits with 0', async () => {
    const { code, stdout, stderr } = await run('validate order.xml')
    expect(JSON.parse(stdout)).toEqual({
      valid: true,
      dtd: { file: 'cXML', version: '1.2.014' },
      problems: [],
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('takes standard input', async () => {
    expect(await run('validate -')).toMatchObject({ code: 0 })
  })

  it('exits with 1 where the document is not valid', async () => {
    const { code, stdout } = await run('validate order.xml', {
      file: request.replace(/<UserAgent.*Agent>/, ''),
    })
    expect(code).toBe(1)
    expect(JSON.parse(stdout).problems).toEqual([
      {
        severity: 'error',
        code: 'ERR_DTD_ELEMENT_MISSING',
        line: 7,
        column: 5,
        path: '/cXML/Header/Sender/UserAgent',
        message: expect.stringContaining('UserAgent is missing in Sender'),
      },
    ])
  })

  it('exits with 1 where it is not well-formed', async () => {
    const { code, stdout } = await run('validate order.xml', { file: request.replace('</Request>', '') })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      valid: false,
      problems: [{ code: 'ERR_CXML_SYNTAX', line: 10 }],
    })
  })

  it('shows people each problem with its line and a caret, and no secret', async () => {
    const file = request.replace('<UserAgent>', '<UserAgent version="2">')
    const { code, stdout, stderr } = await run('validate order.xml', { file, isTerminal: true })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).not.toContain('marker-secret')
    const [head, ...rest] = stdout.split('\n')
    expect(head).toBe('error /cXML/Header/Sender/UserAgent/@version line 7, column 127')
    const caret = rest.findIndex(line => line.trim().endsWith('^'))
    expect(rest[caret - 1]?.slice(rest[caret]?.indexOf('^'))).toMatch(/^version="2"/)
    expect(rest.at(-2)).toBe('order.xml is not valid against cXML 1.2.014 (cXML.dtd): 1 error.')
    for (const line of rest.filter(line => !line.includes('│'))) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('prints JSON on a terminal when asked', async () => {
    const { stdout } = await run('validate --json order.xml', { isTerminal: true })
    expect(JSON.parse(stdout)).toMatchObject({ valid: true })
  })

  it('tells people in a line why it cannot be read', async () => {
    expect(await run('validate nothing.xml', { isTerminal: true })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error Cannot read nothing.xml: there is no such file.\n',
    })
  })

  it('says in a line that all is well', async () => {
    expect((await run('validate order.xml', { isTerminal: true })).stdout).toBe(
      'order.xml is valid against cXML 1.2.014 (cXML.dtd).\n',
    )
  })

  it.each([
    {
      what: 'no such file',
      words: 'validate nothing.xml',
      file: '',
      message: 'Cannot read nothing.xml: there is no such file.',
    },
    {
      what: 'nothing in it',
      words: 'validate order.xml',
      file: ' \n',
      message: 'order.xml is empty; a cXML document was expected.',
    },
    {
      what: 'no text',
      words: 'validate -',
      file: Uint8Array.of(0x89, 0x50, 0xff, 0x00),
      message: 'not valid UTF-8',
    },
    {
      what: 'too much',
      words: 'validate -',
      file: ' '.repeat(10 * 1024 * 1024 + 1),
      message: 'Standard input is too large: 10485760 bytes are allowed.',
    },
    { what: 'too deep', words: 'validate -', file: '<a>'.repeat(70), message: 'nested more than 64 deep' },
  ])('exits with 2 where there is $what', async ({ words, file, message }) => {
    const { code, stdout } = await run(words, { file })
    expect(code).toBe(2)
    const { valid, problems } = JSON.parse(stdout)
    expect(valid).toBe(false)
    expect(problems).toMatchObject([{ severity: 'error', message: expect.stringContaining(message) }])
  })
})

describe('cxml parse', () => {
  it('prints the typed message', async () => {
    const { code, stdout, stderr } = await run('parse order.xml')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'ProfileRequest',
      payloadID: '1@test.example',
      header: { sender: { credentials: [{ sharedSecret: 'marker-secret' }], userAgent: 'Test 1.0' } },
      request: { deploymentMode: 'production', profileRequest: {} },
      warnings: [],
    })
  })

  it('prints a document of a kind without a type of its own as it stands', async () => {
    const file = request.replace(
      '<ProfileRequest/>',
      '<SalesOrderRequest><SalesOrderHeader salesOrderID="S1"><Comments xml:lang="en">a &amp; <![CDATA[b]]></Comments></SalesOrderHeader></SalesOrderRequest>',
    )
    expect(JSON.parse((await run('parse order.xml', { file })).stdout)).toMatchObject({
      kind: 'SalesOrderRequest',
      name: 'SalesOrderRequest',
      payload: {
        name: 'SalesOrderRequest',
        content: [
          {
            name: 'SalesOrderHeader',
            attributes: { salesOrderID: 'S1' },
            content: [{ name: 'Comments', attributes: { 'xml:lang': 'en' }, content: ['a & ', 'b'] }],
          },
        ],
      },
    })
  })

  it('prints what there is of a faulty document, and what is wrong', async () => {
    const file = request.replace(' payloadID="1@test.example"', '')
    const { code, stdout, stderr } = await run('parse order.xml', { file })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'ProfileRequest',
      faults: [{ code: 'ERR_CXML_FIELD_MISSING', status: 400, line: 3, column: 1, path: '/cXML/@payloadID' }],
    })
    expect(stderr).toContain('payloadID')
  })

  it('prints only the error with --strict, and exits with 1', async () => {
    const file = request.replace(' payloadID="1@test.example"', '')
    const { code, stdout } = await run('parse --strict order.xml', { file })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'ERR_CXML_FIELD_MISSING', path: '/cXML/@payloadID' },
    })
  })

  it('exits with 1 where it is no cXML, and shows the place', async () => {
    const { code, stdout, stderr } = await run('parse order.xml', { file: '<cXML>\n <a></b>\n</cXML>' })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ERR_CXML_SYNTAX', status: 406, line: 2 } })
    expect(stderr).toMatch(
      /^error line 2, column \d+ The document is not well-formed XML: .*\n {3}<a><\/b>\n +\^\n$/,
    )
    expect(await run('parse order.xml', { file: '<html/>' })).toMatchObject({ code: 1 })
  })

  it('exits with 2 where it cannot be read', async () => {
    const { code, stdout, stderr } = await run('parse nothing.xml')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'ERR_UNREADABLE', message: 'Cannot read nothing.xml: there is no such file.' },
    })
    expect(stderr).toBe('error Cannot read nothing.xml: there is no such file.\n')
  })

  it('writes errors once on a terminal', async () => {
    expect(await run('parse nothing.xml', { isTerminal: true })).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('cxml', () => {
  it.each(['--help', '-h', 'validate --help'])(
    '%s prints the help, for people with 80 columns',
    async words => {
      const { code, stdout } = await run(words)
      expect(code).toBe(0)
      expect(stdout).toContain('cxml validate FILE')
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    },
  )

  it('--version prints the version', async () => {
    expect(await run('--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' })
  })

  it.each([
    ['', 'a command is missing; expected parse or validate, as in: cxml validate order.xml'],
    ['check order.xml', 'found the command "check"; expected parse or validate'],
    [
      'validate',
      'a file is missing; expected a path, or - for standard input, as in: cxml validate order.xml',
    ],
    ['validate a.xml b.xml', 'found "b.xml" after "a.xml"; expected one file at a time'],
    ['validate --strict a.xml', '--strict is an option of parse; validate is always strict'],
    ['parse --jsn a.xml', 'found "--jsn"; expected --json, --strict, --help or --version'],
  ])('"%s" is told what is wrong with it, and exits with 2', async (words, complaint) => {
    expect(await run(words)).toEqual({
      code: 2,
      stdout: '',
      stderr: `cxml: ${complaint}\nTry: cxml --help\n`,
    })
  })
})
