import { describe, expect, it } from 'vitest'
import { request, run } from '../../test/command-line.js'

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

describe('cxml validate, of several files', () => {
  it('prints a verdict for each, and exits with the worst', async () => {
    const { code, stdout } = await run('validate order.xml nothing.xml other.xml', {
      other: request.replace(/<UserAgent.*Agent>/, ''),
    })
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject([
      { file: 'order.xml', valid: true },
      { file: 'nothing.xml', valid: false, problems: [{ code: 'ERR_UNREADABLE' }] },
      { file: 'other.xml', valid: false, problems: [{ code: 'ERR_DTD_ELEMENT_MISSING' }] },
    ])
  })

  it('tells people the sum', async () => {
    const { code, stdout } = await run('validate order.xml other.xml', { isTerminal: true })
    expect(code).toBe(0)
    expect(stdout).toBe(
      'order.xml is valid against cXML 1.2.014 (cXML.dtd).\nother.xml is valid against cXML 1.2.014 (cXML.dtd).\n\n2 files: 2 valid.\n',
    )
  })
})

describe('cxml validate --dtd', () => {
  it('adds what libxml2 says, and its verdict counts', async () => {
    const { code, stdout } = await run('validate --dtd dtds order.xml')
    expect(code).toBe(1)
    const { valid, problems, libxml2 } = JSON.parse(stdout)
    expect({ valid, problems }).toEqual({ valid: false, problems: [] })
    expect(libxml2).toMatchObject({ file: 'dtds/1.2.014/cXML.dtd', valid: false })
    expect(libxml2.problems[0]).toEqual({
      line: expect.any(Number),
      message: expect.stringContaining('No declaration for'),
    })
  })

  it('tells people where the two disagree', async () => {
    const { stdout } = await run('validate --dtd dtds order.xml', { isTerminal: true })
    expect(stdout).toContain('libxml2 disagrees: with dtds/1.2.014/cXML.dtd the document is not valid.')
    expect(stdout).not.toContain('marker-secret')
  })

  it.each([
    ['validate --dtd nowhere order.xml', {}, 'Cannot read the folder nowhere; expected one with DTD files'],
    ['validate --dtd dtds order.xml', { dtd: '<!ELEMENT' }, 'Cannot read dtds/1.2.014/cXML.dtd as a DTD'],
    [
      'validate --dtd dtds order.xml',
      { file: request.replace('cXML.dtd', 'Fulfill.dtd') },
      'Cannot read dtds/1.2.014/Fulfill.dtd',
    ],
  ])('%s %o: exits with 2 and says why', async (words, world, message) => {
    const { code, stderr } = await run(words, world)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })
})

describe('on a terminal', () => {
  it('cuts what is too wide around the caret, and lets no document speak to it', async () => {
    const file = request.replace('<UserAgent>', `<UserAgent ${'\u200f'} version="${'2'.repeat(300)}">`)
    const { stdout } = await run('validate order.xml', { file, isTerminal: true, columns: 60 })
    expect(stdout).not.toMatch(/\u200f/)
    for (const line of stdout.split('\n').filter(each => each.includes('│'))) {
      expect(line.length).toBeLessThanOrEqual(60)
    }
  })
})
