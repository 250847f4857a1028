import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systems } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDemo } from '../support/build.js'
import { validateByDtd } from '../support/dtd.js'
import { cxmlMaterial, root } from '../support/root.js'

const material = cxmlMaterial()
if (material === undefined)
  console.warn('No cXML material beside the clone: documents of the buyers are not held against DTDs.')

const program = join(root, 'demo/dist/loop.js')

/** In a process of its own. The folder has every document that was exchanged. */
function loop(
  options: readonly string[],
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, '--json', ...options], { cwd: root })
    const run = { status: null as number | null, stdout: '', stderr: '' }
    child.stdout.on('data', chunk => {
      run.stdout += chunk
    })
    child.stderr.on('data', chunk => {
      run.stderr += chunk
    })
    child.on('error', reject)
    child.on('close', status => resolve({ ...run, status }))
  })
}

/** The other operations with one or two systems each: they differ in nothing there. */
const reopening = { coupa: ['edit', 'inspect'], oracle: ['edit', 'inspect'], generic: ['source'] } as const

const walks = (
  ['coupa', 'jaggaer', 'oracle', 'iprocurement', 'workday', 'ivalua', 'srm', 'generic'] as const
).flatMap(buyer => {
  const others = buyer in reopening ? reopening[buyer as keyof typeof reopening] : []
  return (['create', ...others] as const).map(operation => ({ buyer, operation, system: systems[buyer] }))
})

type Walk = (typeof walks)[number]

const runs = new Map<Walk, { readonly folder: string; readonly run: Awaited<ReturnType<typeof loop>> }>()

/** All of them beforehand, a few at a time: each is a process that mostly waits. */
beforeAll(async () => {
  buildDemo()
  const waiting = [...walks]
  const worker = async () => {
    for (let walk = waiting.shift(); walk !== undefined; walk = waiting.shift()) {
      const folder = mkdtempSync(join(tmpdir(), 'punchloop-buyer-'))
      const run = await loop(['--buyer', walk.buyer, '--operation', walk.operation, '--out', folder])
      runs.set(walk, { folder, run })
    }
  }
  await Promise.all([worker(), worker(), worker()])
}, 120_000)
afterAll(() => {
  for (const { folder } of runs.values()) rmSync(folder, { recursive: true })
})

describe.each(walks)('pnpm --silent loop --buyer $buyer --operation $operation', walk => {
  const { buyer, operation, system } = walk
  const found = () => runs.get(walk) ?? { folder: '', run: { status: null, stdout: '', stderr: '' } }
  const documents = () =>
    readdirSync(found().folder)
      .sort()
      .map(name => ({ name, xml: readFileSync(join(found().folder, name), 'utf8') }))

  it('ends with exit code 0 and an order that is provided', () => {
    const { run } = found()
    expect(run.stdout.split('\n').filter(line => line.includes('"ok":false'))).toEqual([])
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('"step":"subscription"')
  })

  it('asks for the operation with the lines that it holds', () => {
    const asked = documents().filter(({ name }) => name.includes(`${buyer}-marketplace-PunchOutSetupRequest`))
    const operations = asked.map(({ xml }) => / operation="(\w+)"/.exec(xml)?.[1])
    const expected = { create: [], edit: ['edit', 'edit'], inspect: ['inspect'], source: ['source'] }[
      operation
    ]
    expect(operations.filter(each => each !== 'create')).toEqual(expected)
    for (const { xml } of asked) {
      expect(xml.includes('<ItemOut ')).toBe(!xml.includes('operation="create"'))
      expect(xml).toContain(`<UserAgent>${system.userAgent}</UserAgent>`)
    }
  })

  it.skipIf(material === undefined)('exchanges documents that are valid by the DTD that they name', () => {
    const verdicts = documents().map(({ name, xml }) => ({ name, ...validateByDtd(material ?? '', xml) }))
    expect(verdicts.filter(({ problems }) => problems.length > 0)).toEqual([])
    const versionOf = (kind: string) =>
      documents()
        .filter(({ name }) => name.includes(`${buyer}-marketplace-${kind}`))
        .map(({ xml }) => /schemas\/cXML\/([\d.]+)\//.exec(xml)?.[1])
    const punchesOut = system.catalogs === 'cxml'
    expect(new Set(versionOf('PunchOutSetupRequest'))).toEqual(
      new Set(punchesOut ? [system.setup.dtdVersion] : []),
    )
    expect(new Set(versionOf('OrderRequest'))).toEqual(new Set([system.order.dtdVersion]))
  })
})

describe('pnpm --silent loop, where the flags ask for what there is not', () => {
  it.each([
    [
      'an operation that the system has not',
      ['--buyer', 'workday', '--operation', 'edit'],
      'Workday asks suppliers for no "edit"; those that do: coupa, ariba, jaggaer, oracle, iprocurement, generic',
    ],
    [
      'OCI and another system',
      ['--buyer', 'ariba', '--protocol', 'oci'],
      'ariba does not enter by OCI; srm does',
    ],
    ['tests without accounts for them', ['--realm', 'test'], 'ariba has: --buyer ariba --realm test'],
  ])('says what would do, with exit code 2: %s', async (_what, flags, said) => {
    const run = await loop(flags)
    expect(run.status).toBe(2)
    expect(run.stderr).toContain(said)
  })
})
