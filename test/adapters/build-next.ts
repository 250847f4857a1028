import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from '../support/root.js'

const example = join(root, 'examples/next')
const installed = join(root, 'test/runtimes/next/node_modules')
/** With the types of React: where Next.js finds none, it installs some into the workspace. */
const packages = ['next', 'react', 'react-dom', '@types/react']

/** The program of Next.js, once it has built the example; undefined where it is not there. */
export function buildNext(): string | undefined {
  if (!existsSync(join(installed, 'next'))) return undefined
  for (const name of packages) link(name)
  const program = createRequire(join(example, 'package.json')).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  execFileSync(process.execPath, [program, 'build'], { cwd: example, env, stdio: 'pipe' })
  return program
}

/** The example finds its packages as one that has installed them does. */
function link(name: string): void {
  const path = join(example, 'node_modules', name)
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  symlinkSync(join(installed, name), path, 'junction')
}
