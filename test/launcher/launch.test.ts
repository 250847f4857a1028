import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../support/root.js'

/** A workspace in which tsc, the demo and pnpm only tell that they were called. */
describe.skipIf(process.platform === 'win32')('launch.mjs', () => {
  let folder: string
  let calls: string

  const put = (path: string, text: string) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return file
  }
  const called = () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [])
  const environment = () => ({ PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, CALLS: calls })
  const launch = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, 'launch.mjs'), ...args], {
      env: environment(),
      encoding: 'utf8',
    })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'punchloop-launch-'))
    calls = join(folder, 'calls.txt')
    copyFileSync(join(root, 'launch.mjs'), join(folder, 'launch.mjs'))
    const tell = (name: string) =>
      `require('node:fs').appendFileSync(process.env.CALLS, ['${name}', ...process.argv.slice(2)].join(' ') + '\\n')\n`
    put('pnpm-lock.yaml', 'lock: 1')
    put('node_modules/.pnpm/lock.yaml', 'lock: 1')
    put('node_modules/typescript/bin/tsc', tell('tsc'))
    put('demo/dist/start.js', tell('demo'))
    for (const name of ['pnpm', 'npx']) {
      const answer = name === 'pnpm' ? 'if [ "$1" = --version ]; then echo 12.0.0; exit; fi\n' : ''
      chmodSync(
        put(`bin/${name}`, `#!/bin/sh\n${answer}echo "${name} $*" >> "$CALLS"\nexit \${FAIL:-0}\n`),
        0o755,
      )
    }
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('asks neither npx nor pnpm when everything is there', () => {
    const run = launch('demo', '--fresh')
    expect(run.status).toBe(0)
    expect(called()).toEqual(['tsc -b demo', 'demo --fresh'])
  })

  it('says in plain lines what it does where nobody watches', () => {
    const lines = launch('demo').stdout.trim().split('\n')
    expect(lines).toEqual(['Building …', expect.stringMatching(/^✓ Building \(\d+\.\d s\)$/)])
  })

  it('installs when the lockfile has changed since', () => {
    put('pnpm-lock.yaml', 'lock: 2')
    expect(launch('demo').status).toBe(0)
    expect(called()[0]).toMatch(/^pnpm install --frozen-lockfile/)
  })

  it('installs when nothing is installed yet', () => {
    rmSync(join(folder, 'node_modules/.pnpm'), { recursive: true })
    launch('demo')
    expect(called()[0]).toMatch(/^pnpm install/)
  })

  it('shows what went wrong when a step fails, and stops there', () => {
    put('node_modules/typescript/bin/tsc', `console.log('error TS1: wrong'); process.exit(2)`)
    const run = launch('demo')
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('error TS1: wrong')
    expect(run.stderr).toContain('Building did not work')
    expect(called()).toEqual([])
  })

  it('hands the exit code of the checks on, and their arguments', () => {
    const env = { ...environment(), FAIL: '3' }
    const run = spawnSync(process.execPath, [join(folder, 'launch.mjs'), 'check', 'packages/sdk'], { env })
    expect(run.status).toBe(3)
    expect(called()).toEqual(['pnpm --silent check packages/sdk'])
  })

  it('names the tasks when it is given another', () => {
    const run = launch('dmeo')
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('found the task "dmeo", expected demo or check')
  })

  describe('stopping', () => {
    const waiting = `
      process.on('SIGINT', () => {})
      process.on('message', message => { console.log('told ' + message.kind); process.exit(0) })
      process.on('disconnect', () => { require('node:fs').writeFileSync(process.env.CALLS, 'disconnected'); process.exit(0) })
      console.log('up')`

    const start = async (
      command = process.execPath,
      args = [join(folder, 'launch.mjs'), 'demo'],
    ): Promise<{ child: ChildProcess; output: () => string }> => {
      put('demo/dist/start.js', waiting)
      const child = spawn(command, args, { env: environment() })
      let output = ''
      const up = Promise.withResolvers<void>()
      child.stdout.on('data', data => {
        output += data
        if (output.includes('up\n')) up.resolve()
      })
      await up.promise
      return { child, output: () => output }
    }

    it.each(['SIGINT', 'SIGTERM'] as const)('tells the demo at %s and ends as it ends', async signal => {
      const { child, output } = await start()
      child.kill(signal)
      const [code] = await once(child, 'close')
      expect(code).toBe(0)
      expect(output()).toContain('told stop')
    })

    it('stops when the shell that npm has put between ends without a word', async () => {
      const script = `"${process.execPath}" "${join(folder, 'launch.mjs')}" demo; exit $?`
      const { child, output } = await start('sh', ['-c', script])
      child.kill('SIGTERM')
      await once(child, 'close')
      expect(output()).toContain('told stop')
    })

    it('leaves nothing behind when it is killed', async () => {
      const { child } = await start()
      child.kill('SIGKILL')
      // Closes only when the demo, which shares its output, has ended too.
      await once(child, 'close')
      expect(called()).toEqual(['disconnected'])
    })
  })
})
