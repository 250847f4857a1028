import { describe, expect, it } from 'vitest'
import { type Layers, layersOf } from './layers.js'
import { packages, readSources, type SourceFile } from './sources.js'

/** Names that say nothing about what is inside. */
const emptyNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'types',
  'lib',
  'misc',
  'interfaces',
]

/** What each package may import of the others. Everything else of ours is closed to it. */
const openToIt: Record<(typeof packages)[number], readonly string[]> = {
  'packages/sdk': [],
  'packages/mock-coupa': ['@punchloop/sdk/cxml', '@punchloop/sdk/xml', '@punchloop/sdk/catalog'],
  'packages/demo-marketplace': [
    '@punchloop/sdk',
    '@punchloop/sdk/cxml',
    '@punchloop/sdk/catalog',
    '@punchloop/sdk/memory',
    '@punchloop/sdk/sqlite',
    '@punchloop/sdk/postgres',
    '@punchloop/sdk/node',
    '@punchloop/sdk/koa',
  ],
  demo: [
    '@punchloop/sdk',
    '@punchloop/sdk/cxml',
    '@punchloop/sdk/catalog',
    '@punchloop/mock-coupa',
    '@punchloop/demo-marketplace',
    '@punchloop/demo-marketplace/mailbox',
  ],
  bench: [
    '@punchloop/mock-coupa',
    '@punchloop/sdk',
    '@punchloop/sdk/cxml',
    '@punchloop/sdk/koa',
    '@punchloop/sdk/node',
    '@punchloop/sdk/postgres',
    '@punchloop/sdk/sqlite',
    '@punchloop/test-postgres',
  ],
}

describe.each(packages)('the rooms of %s', pack => {
  const files = readSources(pack).filter(file => !file.isTest)
  const layers = layersOf[pack]

  it('are all on the plan', () => {
    expect(files.filter(file => placeOf(layers, file.module) === undefined).map(file => file.path)).toEqual(
      [],
    )
  })

  it('import only what stands before them', () => {
    expect(files.flatMap(file => findUpwardImports(layers, file))).toEqual([])
  })

  it('import each other in no circle, types included', () => {
    expect(findCycle(files)).toEqual([])
  })

  it('open other packages by their front doors only', () => {
    const trespasses = files.flatMap(file =>
      file.imports
        .filter(({ specifier }) => specifier.startsWith('@punchloop/') && !openToIt[pack].includes(specifier))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    )
    expect(trespasses).toEqual([])
  })

  it('have names that say what is inside', () => {
    const empty = files.filter(file => file.module.split('/').some(name => emptyNames.includes(name)))
    expect(empty.map(file => file.path)).toEqual([])
  })

  it.each(layers.outside)('$rooms use of the outside only $may', ({ rooms, may }) => {
    const strangers = files
      .filter(file => rooms.some(room => isIn(room, file.module)))
      .flatMap(file =>
        file.imports
          .filter(
            ({ specifier }) =>
              !specifier.startsWith('.') && !may.some(name => startsWithName(specifier, name)),
          )
          .map(({ specifier }) => `${file.path} imports ${specifier}`),
      )
    expect(strangers).toEqual([])
  })
})

describe('the check of the rooms', () => {
  const plan: Layers = { order: [['errors'], ['xml/'], ['shop/', 'orders/']], outside: [] }

  it('finds an import of what stands later', () => {
    const file = sourceFile('xml/parse', ['shop/cart'])
    expect(findUpwardImports(plan, file)).toEqual(['src/xml/parse.ts (xml/) imports shop/cart (shop/)'])
  })

  it('finds an import of a room beside', () => {
    expect(
      findUpwardImports(plan, sourceFile('shop/cart', ['orders/order', 'shop/line', 'xml/parse'])),
    ).toEqual(['src/shop/cart.ts (shop/) imports orders/order (orders/)'])
  })

  it('finds a circle', () => {
    const files = [sourceFile('a', ['b']), sourceFile('b', ['c']), sourceFile('c', ['b'])]
    expect(findCycle(files)).toEqual(['b', 'c', 'b'])
  })
})

/** The most telling entry wins: a file that is named itself stands apart from its folder. */
function placeOf(layers: Layers, module: string): { level: number; room: string } | undefined {
  return layers.order
    .flatMap((rooms, level) => rooms.map(room => ({ level, room })))
    .filter(({ room }) => isIn(room, module))
    .sort((a, b) => precision(b.room) - precision(a.room))[0]
}

/** A file before a pattern before a folder, and the longer folder before the shorter. */
function precision(room: string): number {
  const kind = room.endsWith('/') ? 0 : room.includes('*') ? 1 : 2
  return kind * 1000 + room.length
}

function isIn(room: string, module: string): boolean {
  if (room.endsWith('/')) return module.startsWith(room)
  return new RegExp(`^${room.replaceAll('*', '[^/]*')}$`).test(module)
}

function startsWithName(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`)
}

function findUpwardImports(layers: Layers, file: SourceFile): string[] {
  const own = placeOf(layers, file.module)
  if (own === undefined) return []
  return file.imports.flatMap(({ module }) => {
    if (module === undefined) return []
    const other = placeOf(layers, module)
    const isAllowed = other !== undefined && (other.room === own.room || other.level < own.level)
    return isAllowed
      ? []
      : [`${file.path} (${own.room}) imports ${module} (${other?.room ?? 'not on the plan'})`]
  })
}

/** The first circle, as the way round; empty where there is none. */
function findCycle(files: readonly SourceFile[]): string[] {
  const imports = new Map(
    files.map(file => [file.module, file.imports.flatMap(({ module }) => module ?? [])]),
  )
  const done = new Set<string>()
  const visit = (module: string, way: readonly string[]): string[] => {
    if (way.includes(module)) return [...way.slice(way.indexOf(module)), module]
    if (done.has(module)) return []
    for (const next of imports.get(module) ?? []) {
      const cycle = visit(next, [...way, module])
      if (cycle.length > 0) return cycle
    }
    done.add(module)
    return []
  }
  for (const module of imports.keys()) {
    const cycle = visit(module, [])
    if (cycle.length > 0) return cycle
  }
  return []
}

function sourceFile(module: string, imports: readonly string[]): SourceFile {
  return {
    pack: 'test',
    module,
    path: `src/${module}.ts`,
    text: '',
    lines: 0,
    isTest: false,
    imports: imports.map(name => ({ specifier: `./${name}.js`, module: name })),
  }
}
