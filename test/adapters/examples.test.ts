import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExamples } from '../support/build.js'
import { root } from '../support/root.js'
import { adapterContract } from './adapter-contract.js'
import { buildNext } from './build-next.js'
import { findRuntime, type Runtime } from './find-runtime.js'
import { startExample } from './start-example.js'

buildExamples()

/** Before 22.18 Node runs TypeScript only when it is asked to. */
const node = [process.execPath, ...(process.features.typescript ? [] : ['--experimental-strip-types'])]

for (const example of ['koa', 'express', 'fastify', 'hono', 'node-http']) {
  adapterContract(example, settings => startExample(example, [...node, 'server.ts'], settings))
}

adapterContract('nest', settings => startExample('nest', [process.execPath, 'dist/nest/main.js'], settings))

// Next.js is 340 MB. Where it is installed it builds the example, and the contract is held against Next.js itself.
const next = buildNext()
if (next) {
  adapterContract(
    'next',
    settings =>
      startExample('next', [process.execPath, next, 'start', '--port', `${settings.port}`], settings),
    { twoHosts: 'takes one', absoluteTarget: 'redirects' },
  )
} else {
  console.warn(
    'NOT TESTED: examples/next under Next.js itself, which is not here; its route files under a stand-in. ' +
      'Get it by "npm ci --ignore-scripts --prefix test/runtimes/next".',
  )
  const standIn = join(root, 'test/adapters/next-stand-in.ts')
  adapterContract('the route files of next', settings => startExample('next', [...node, standIn], settings))
}

const deno = found('deno')
if (deno) {
  const args = ['run', '--allow-net', '--allow-env', 'server.ts']
  adapterContract('deno', settings => startExample('deno', [deno, ...args], settings))
  holdsStoreContract('deno', [deno, 'run', '--allow-all'])
}

const bun = found('bun')
if (bun) {
  adapterContract('bun', settings => startExample('bun', [bun, 'server.ts'], settings))
  holdsStoreContract('bun', [bun])
}

const workerd = found('workerd')
if (workerd) {
  const folder = join(root, 'examples/worker')
  const [bundler = '', ...args] =
    'rolldown worker.ts --platform neutral --external /^node:/ --file dist/worker.js'.split(' ')
  execFileSync(join(folder, 'node_modules/.bin', bundler), args, { cwd: folder, stdio: 'pipe' })
  adapterContract('worker', settings => {
    const address = `http=localhost:${settings.port}`
    return startExample('worker', [workerd, 'serve', 'workerd.capnp', '--socket-addr', address], settings)
  })
}

function holdsStoreContract(runtime: string, [program = '', ...args]: readonly string[]): void {
  it(`sqliteStore under ${runtime} holds what every store has to hold`, () => {
    const script = join(root, 'test/adapters/hold-store-contract.ts')
    const printed = execFileSync(program, [...args, script], { encoding: 'utf8' })
    expect(Number(printed)).toBeGreaterThan(10)
  })
}

/** The program of a runtime. Where there is none its tests are skipped, and that is said aloud. */
function found(runtime: Runtime): string | undefined {
  const program = findRuntime(runtime)
  if (program === undefined) {
    console.warn(
      `NOT TESTED: the example of ${runtime}, which is not here. ` +
        'Get it by "npm ci --ignore-scripts --prefix test/runtimes".',
    )
    describe.skip(`the marketplace under ${runtime}`, () => {
      it('is started where the runtime is installed', () => undefined)
    })
  }
  return program
}
