import { describe, expect, it } from 'vitest'
import { run } from '../../test/command-line.js'

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
    [
      '',
      'a command is missing; expected parse, validate, diff, profile, redact or catalog, as in: cxml validate order.xml',
    ],
    [
      'check order.xml',
      'found the command "check"; expected parse, validate, diff, profile, redact or catalog',
    ],
    [
      'validate',
      'a file is missing; expected a path, or - for standard input, as in: cxml validate order.xml',
    ],
    ['parse a.xml b.xml', 'found "b.xml" after "a.xml"; expected one file at a time'],
    ['validate --strict a.xml', '--strict is an option of parse; validate is always strict'],
    ['parse --jsn a.xml', 'found "--jsn"; expected --json, --strict, --personal, --dtd, --help or --version'],
    ['diff a.xml', 'found 1 of 2 files; expected two paths, as in: cxml diff sent.xml received.xml'],
    ['diff a.xml b.xml c.xml', 'found "c.xml" after "b.xml"; expected 2 files'],
    ['diff - -', 'found - twice; standard input can be read only once'],
    ['parse --dtd dtds a.xml', '--dtd is an option of validate'],
    [
      'validate a.xml --dtd',
      '--dtd needs a folder with DTD files, as in: cxml validate --dtd dtds order.xml',
    ],
    ['diff --personal a.xml b.xml', '--personal is an option of redact'],
  ])('"%s" is told what is wrong with it, and exits with 2', async (words, complaint) => {
    expect(await run(words)).toEqual({
      code: 2,
      stdout: '',
      stderr: `cxml: ${complaint}\nTry: cxml --help\n`,
    })
  })
})
