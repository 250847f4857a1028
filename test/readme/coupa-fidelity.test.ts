import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/root.js'

/** `file: name of the test` in the last column. */
const rows = readFileSync(join(root, 'docs/coupa-fidelity.md'), 'utf8')
  .split('\n')
  .filter(line => /^\| .+ \| .+ \| .+: .+ \|$/.test(line))
  .map(line => line.split(' | ').at(-1)?.replace(/ \|$/, '') ?? '')
  .map(cell => [cell.slice(0, cell.indexOf(': ')), cell.slice(cell.indexOf(': ') + 2)] as const)

describe('docs/coupa-fidelity.md', () => {
  it('has a row for each behaviour', () => {
    expect(rows.length).toBeGreaterThan(70)
  })

  it.each(rows)('%s: %s', (file, name) => {
    const path = join(root, 'test/mock-coupa', `${file}.test.ts`)
    expect(existsSync(path), `${path} exists`).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(name)
  })
})
