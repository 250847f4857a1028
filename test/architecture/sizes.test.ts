import { describe, expect, it } from 'vitest'
import { packages, readSources } from './sources.js'

/** Longer files hold more than one thing. */
const mostLines = 400
/** Half of the files of a package are at most this long: a file is one operation. */
const medianLines: Record<(typeof packages)[number], number> = {
  'packages/sdk': 120,
  'packages/mock-coupa': 120,
  'packages/demo-marketplace': 120,
  demo: 160,
  bench: 120,
}

describe.each(packages)('sizes of %s', pack => {
  const files = readSources(pack).filter(file => !file.isTest)
  const sizes = files.map(file => file.lines).sort((a, b) => a - b)

  it(`has no file of more than ${mostLines} lines`, () => {
    const long = files.filter(file => file.lines > mostLines).map(file => `${file.path}: ${file.lines} lines`)
    expect(long).toEqual([])
  })

  it(`has a median of at most ${medianLines[pack]} lines a file`, () => {
    const median = sizes[Math.floor(sizes.length / 2)] ?? 0
    console.info(`${pack}: ${files.length} files, median ${median} lines, longest ${sizes.at(-1) ?? 0}`)
    expect(median).toBeLessThanOrEqual(medianLines[pack])
  })
})
