import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from '../support/root.js'

const exe = process.platform === 'win32' ? '.exe' : ''

/** Where the packages of `test/runtimes` have their programs. */
const packaged = {
  deno: `@deno/${process.platform}-${process.arch}${process.platform === 'linux' ? '-glibc' : ''}/deno`,
  bun: `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}/bin/bun`,
  workerd: `@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}/bin/workerd`,
} as const

export type Runtime = keyof typeof packaged

/**
 * The program of a runtime: `TEST_DENO`, `TEST_BUN` or `TEST_WORKERD`, else what `test/runtimes` has installed, else what is
 * on the path; undefined where there is none. With `TEST_RUNTIMES=required`, as on a build machine, there must be one.
 */
export function findRuntime(runtime: Runtime): string | undefined {
  const found = [
    process.env[`TEST_${runtime.toUpperCase()}`] ?? '',
    join(root, 'test/runtimes/node_modules', packaged[runtime] + exe),
    ...(process.env.PATH ?? '').split(delimiter).map(folder => join(folder, runtime + exe)),
  ].find(path => path !== '' && existsSync(path))
  if (found === undefined && process.env.TEST_RUNTIMES === 'required') {
    throw new Error(`${runtime} is not there: run "npm ci --ignore-scripts --prefix test/runtimes"`)
  }
  return found
}
