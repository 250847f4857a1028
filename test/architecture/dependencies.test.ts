import { describe, expect, it } from 'vitest'
import { packages, readManifest, readSources } from './sources.js'

/** A stranger embeds the SDK: what it brings along is decided, not collected. */
const sdkRuntimeDependencies = ['big.js']

describe('dependencies', () => {
  it('of the SDK at run time is an exact decimal, nothing else', () => {
    expect(Object.keys(readManifest('packages/sdk').dependencies ?? {}).sort()).toEqual(
      sdkRuntimeDependencies,
    )
  })

  it.each(packages)('of %s are declared where they are imported', pack => {
    const manifest = readManifest(pack) as unknown as Record<string, Record<string, string> | undefined>
    const declared = new Set(
      [manifest.dependencies, manifest.peerDependencies].flatMap(names => Object.keys(names ?? {})),
    )
    const undeclared = readSources(pack)
      .filter(file => !file.isTest)
      .flatMap(file => file.imports.map(({ specifier }) => ({ path: file.path, specifier })))
      .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
      .filter(({ specifier }) => !declared.has(packageOf(specifier)))
      .map(({ path, specifier }) => `${path} imports ${specifier}`)
    expect(undeclared).toEqual([])
  })
})

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
