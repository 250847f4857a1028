import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/root.js'
import { packages, readManifest, readSources } from './sources.js'

describe.each(packages)('exports of %s', pack => {
  const { exports = {}, bin = {} } = readManifest(pack)
  const surfaces = new Set(
    Object.values(exports).map(({ 'punchloop-source': source = '' }) =>
      source.replace(/^\.\/src\/|\.tsx?$/g, ''),
    ),
  )

  it.each(Object.entries(exports))('"%s" names one source file and what tsc makes of it', (_name, target) => {
    const source = target['punchloop-source'] ?? ''
    expect(existsSync(join(root, pack, source)), `${pack}/${source} exists`).toBe(true)
    const built = source.replace('./src/', './dist/').replace(/\.tsx?$/, '')
    expect(target.default).toBe(`${built}.js`)
    expect(target.types).toBe(`${built}.d.ts`)
  })

  it('has a source file for every command', () => {
    const missing = Object.values(bin)
      .map(file => file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
      .filter(file => !existsSync(join(root, pack, file)))
    expect(missing).toEqual([])
  })

  it('re-exports nothing but from its surfaces', () => {
    const barrels = readSources(pack)
      .filter(file => !surfaces.has(file.module) && /^export\s[^'"`=(;]*?\bfrom\s+'/m.test(file.text))
      .map(file => file.path)
    expect(barrels).toEqual([])
  })

  it('surfaces pass names on and hold no code of their own', () => {
    const working = readSources(pack)
      .filter(file => surfaces.has(file.module) && pack === 'packages/sdk')
      .filter(file => /^(?:export\s+)?(?:async\s+)?(?:function|class|const|let)\s/m.test(file.text))
      .map(file => file.path)
    expect(working).toEqual([])
  })
})
