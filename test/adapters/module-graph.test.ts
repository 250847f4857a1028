import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findImports } from '../architecture/sources.js'
import { buildExamples } from '../support/build.js'
import { root } from '../support/root.js'

buildExamples()

const dist = join(root, 'packages/sdk/dist')

/** What a runtime without Node's files, sockets and processes has: Deno and Bun, and workerd with `nodejs_compat`. */
const everywhere = ['big.js', 'node:crypto']

describe('what runs where there is no Node', () => {
  it.each(['index', 'fetch', 'hono', 'next', 'memory', 'cxml', 'xml'])(
    '@punchloop/sdk/%s brings along only modules that every runtime has',
    surface => {
      const { files, outside } = walk(join(dist, `${surface}.js`))
      expect([...outside].filter(([name]) => !everywhere.includes(name))).toEqual([])
      expect(files.size).toBeGreaterThan(1)
    },
  )

  it('is told apart from what needs Node', () => {
    expect([...walk(join(dist, 'sqlite.js')).outside.keys()]).toContain('node:sqlite')
  })
})

/** The built files that one brings along, and what they import from outside, with the file that does. */
function walk(entry: string): { files: Set<string>; outside: Map<string, string> } {
  const files = new Set([entry])
  const outside = new Map<string, string>()
  for (const file of files) {
    if (file.endsWith('.json')) continue
    for (const specifier of findImports(readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.')) files.add(join(dirname(file), specifier))
      else outside.set(specifier, relative(dist, file))
    }
  }
  return { files, outside }
}
