import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CxmlError, type CxmlErrorCode } from '@punchloop/sdk'
import { expect, it } from 'vitest'
import { readSources } from '../architecture/sources.js'
import { root } from '../support/root.js'

const text = readFileSync(join(root, 'docs/errors.md'), 'utf8')
const codesIn = (source: string) => source.match(/\b(?:ERR|WARN)_[A-Z]+(?:_[A-Z]+)*\b/g) ?? []

it('docs/errors.md lists every code of the SDK, and no other', () => {
  const inCode = readSources('packages/sdk').flatMap(({ text: source }) => codesIn(source))
  // What Node itself calls a mistake in a command line.
  const own = new Set(inCode.filter(code => code !== 'ERR_PARSE_ARGS' && code !== 'ERR_CXML'))
  expect([...new Set(codesIn(text))].sort()).toEqual([...own].sort())
})

it.each(
  [...text.matchAll(/^\| `(ERR_CXML_[A-Z_]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [code, status]),
)('%s is answered with %s', (code, status) => {
  expect(new CxmlError(code as CxmlErrorCode, '').status).toBe(Number(status))
})
