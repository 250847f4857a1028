import { globSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { root } from '../support/root.js'

/** One source file of a package, with what it imports. */
export interface SourceFile {
  /** Folder of the package below the root: `packages/sdk`. */
  readonly pack: string
  /** Path below the package's `src`, without extension: `punchout/start-session`. */
  readonly module: string
  /** Path below the root, for messages. */
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly isTest: boolean
  readonly imports: readonly ImportedModule[]
}

export interface ImportedModule {
  /** As written. */
  readonly specifier: string
  /** The module below `src` when the import is relative. */
  readonly module?: string
}

export const packages = [
  'packages/sdk',
  'packages/mock-coupa',
  'packages/demo-marketplace',
  'demo',
  'bench',
] as const

/** Every file of a package's `src`, tests included. */
export function readSources(pack: string): SourceFile[] {
  const src = join(root, pack, 'src')
  return globSync('**/*.{ts,tsx}', { cwd: src })
    .map(file => file.replaceAll('\\', '/'))
    .sort()
    .map(file => {
      const text = readFileSync(join(src, file), 'utf8')
      const module = withoutExtension(file)
      return {
        pack,
        module,
        path: `${pack}/src/${file}`,
        text,
        lines: text.split('\n').length - 1,
        isTest: /\.test\.tsx?$/.test(file),
        imports: findImports(text).map(specifier => resolveImport(specifier, module)),
      }
    })
}

/**
 * Specifiers of `import`, `export … from` and `import()`, types included. A scan by pattern does here: the formatter
 * puts every statement at the start of a line, and TypeScript 7 offers no parser to JavaScript.
 */
export function findImports(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statements = code.matchAll(/^(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?'([^']+)'/gm)
  const calls = code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)
  return [...statements, ...calls].map(match => match[1] ?? '')
}

function resolveImport(specifier: string, importer: string): ImportedModule {
  if (!specifier.startsWith('.')) return { specifier }
  return { specifier, module: withoutExtension(posix.join(posix.dirname(importer), specifier)) }
}

function withoutExtension(path: string): string {
  return path.replace(/\.(?:tsx?|js)$/, '')
}

/** Every text file that belongs to the project: what a clone would hold. */
export function readProjectFiles(): { readonly path: string; readonly text: string }[] {
  const foreign = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'coverage'])
  return (
    globSync('**/*', { cwd: root, exclude: entry => foreign.has(entry.name), withFileTypes: true })
      .concat(globSync('.*', { cwd: root, exclude: entry => foreign.has(entry.name), withFileTypes: true }))
      .concat(globSync('.ci/*', { cwd: root, withFileTypes: true }))
      // In a second work tree `.git` is a file.
      .filter(entry => entry.isFile() && !foreign.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
  )
}

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly bin?: Readonly<Record<string, string>>
}

export function readManifest(pack: string): Manifest {
  return JSON.parse(readFileSync(join(root, pack, 'package.json'), 'utf8'))
}
