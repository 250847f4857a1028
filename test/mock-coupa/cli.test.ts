import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systems } from '@punchloop/mock-coupa'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { restClient } from '../support/rest-client.js'
import { root } from '../support/root.js'

const cli = join(root, 'packages/mock-coupa/dist/cli.js')
let dataDir: string
const children: ChildProcess[] = []

beforeAll(() => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-b', 'packages/mock-coupa'], { cwd: root })
  dataDir = mkdtempSync(join(tmpdir(), 'mock-coupa-'))
})

afterAll(() => rmSync(dataDir, { recursive: true }))

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts the program and collects what it writes until it says where it is. */
async function start(
  args: readonly string[],
): Promise<{ child: ChildProcess; url: string; written: () => string }> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let written = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString()
      const found = /is at (http:\S+)[\s\S]*Ctrl-C/.exec(written)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', code => reject(new Error(`ended with ${code}: ${written}`)))
  })
  return { child, url, written: () => written }
}

async function interrupt(child: ChildProcess): Promise<unknown> {
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  return code
}

describe('mock-coupa on the command line', () => {
  it('says whom it shops at, how, and as whom', async () => {
    const { written } = await start(['--port', '0', '--system', 'srm', '--supplier', 'http://shop.example'])
    expect(written()).toContain('Brightstack Marketplace is at http://shop.example/punchloop/oci')
    expect(written()).toContain('from DUNS 128293714 to DUNS 144709199')
    expect(written()).toContain('By OCI its user is northwind')
    expect(written()).not.toContain('open-sesame')
  })

  it('says where it is and who can sign in, and stops cleanly on Ctrl-C', async () => {
    const { child, url, written } = await start(['--port', '0', '--data', dataDir])
    expect((await fetch(url)).status).toBeLessThan(400)
    for (const login of ['emma', 'mark', 'fiona', 'ada']) expect(written()).toContain(login)
    expect(await interrupt(child)).toBe(0)
  })

  it('plays another procurement system', async () => {
    const { url, written } = await start(['--port', '0', '--system', 'jaggaer'])
    expect(written()).toContain(`JAGGAER of Northwind Instruments is at ${url}`)
  })

  it('takes another port, and says so, when the wanted one is in use', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { child, url, written } = await start(['--port', String(port)])
    expect(written()).toContain(`Port ${port} is in use; taking a free one instead.`)
    expect(url).not.toContain(`:${port}`)
    expect(await interrupt(child)).toBe(0)
    other.close()
  })

  it('starts an Ariba beside it with its network, on data of its own', async () => {
    const { child, written } = await start(['--port', '0', '--data', dataDir, '--also', 'ariba'])
    const [, aribaUrl] = /SAP Ariba of Alder Biosciences is at (http:\S+)/.exec(written()) ?? []
    const [, networkUrl] = /documents of suppliers\s+(http:\S+)/.exec(written()) ?? []
    expect((await fetch(aribaUrl ?? '')).status).toBeLessThan(400)
    expect(await (await fetch(networkUrl ?? '', { method: 'POST', body: 'x' })).text()).toContain('<Status')
    expect(written()).toContain('AN01000000002  Brightstack Inc, supplier')
    expect(written()).not.toContain('open-sesame')
    expect(existsSync(join(dataDir, 'ariba', 'network', 'network.sqlite'))).toBe(true)
    expect(await interrupt(child)).toBe(0)
  })

  it('has every requisition that it answered, killed in the midst of others', async () => {
    const { child, url } = await start(['--port', '0', '--data', dataDir])
    const api = await restClient({ url })
    const answered: number[] = []
    const creating = Array.from({ length: 18 }, async () => {
      const { json } = await api.json('POST', 'requisitions', { 'req-title': 'Answered' })
      answered.push(json.id)
      if (answered.length === 6) child.kill('SIGKILL')
    })
    await Promise.allSettled([...creating, once(child, 'exit')])
    expect(answered.length).toBeGreaterThanOrEqual(6)
    const again = await restClient({ url: (await start(['--port', '0', '--data', dataDir])).url })
    const { json } = await again.json('GET', 'requisitions?req-title=Answered&fields=["id"]')
    expect(json.map(({ id }: { id: number }) => id)).toEqual(expect.arrayContaining(answered))
  })

  it.each([
    [['--system', 'sap'], `--system must be one of ${Object.keys(systems).join(', ')}; found "sap"`],
    [['--also', 'sap'], '--also must be ariba; found "sap"'],
    [['--port', 'abc'], '--port must be a port from 0 to 65535; found "abc"'],
    [['--smtp', 'localhost'], '--smtp must be HOST:PORT; found "localhost"'],
    [['--company', 'nowhere.json'], '--company must be a readable JSON file: ENOENT'],
    [['--prot', '1'], "Unknown option '--prot'"],
  ])('answers %j with one sentence', async (args, sentence) => {
    const problem = await start(args).catch((error: unknown) => String(error))
    expect(problem).toContain(sentence)
    expect(problem).not.toContain('    at ')
  })
})
