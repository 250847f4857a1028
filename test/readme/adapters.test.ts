import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/root.js'

const readme = readFileSync(join(root, 'packages/sdk/README.md'), 'utf8')
const samples = [...readme.matchAll(/```ts (examples\/\S+)\n([\s\S]*?)```/g)].map(
  ([, file = '', code = '']) => ({ file, code }),
)

describe('the samples of frameworks in the README of the SDK', () => {
  it('are of every framework', () => {
    const folders = samples.map(({ file }) => file.split('/')[1])
    expect(folders).toEqual([
      ...['express', 'nest', 'fastify', 'hono', 'next'],
      ...['node-http', 'deno', 'bun', 'worker'],
    ])
  })

  it.each(samples)('of $file is what stands there', ({ file, code }) => {
    expect(withoutSpace(readFileSync(join(root, file), 'utf8'))).toContain(withoutSpace(code).trim())
  })
})

function withoutSpace(code: string): string {
  return code.replaceAll(/\s+/g, ' ')
}
