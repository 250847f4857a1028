import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDemo } from '../support/build.js'
import { validateByDtd } from '../support/dtd.js'
import { cxmlMaterial, root } from '../support/root.js'

const material = cxmlMaterial()
if (material === undefined)
  console.warn('No cXML material beside the clone: documents are not held against DTDs.')

const program = join(root, 'demo/dist/loop.js')

/** What each way round the loop exchanges, in order. */
const documentsOfOneWay = [
  'coupa-marketplace-PunchOutSetupRequest',
  'marketplace-coupa-PunchOutSetupResponse',
  'marketplace-coupa-PunchOutOrderMessage',
  'coupa-marketplace-OrderRequest',
  'marketplace-coupa-Response',
  'marketplace-coupa-ConfirmationRequest',
  'coupa-marketplace-Response',
]

describe('pnpm --silent loop --json --out DIR', () => {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-loop-'))
  let run: { status: number | null; stdout: string; stderr: string }
  let lines: { step: string; way?: string; ok: boolean; ms: number; [id: string]: unknown }[]

  beforeAll(() => {
    buildDemo()
    run = spawnSync(process.execPath, [program, '--json', '--out', folder], { cwd: root, encoding: 'utf8' })
    lines = run.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const documents = () =>
    readdirSync(folder)
      .sort()
      .map(name => ({ name, xml: readFileSync(join(folder, name), 'utf8') }))

  it('ends with exit code 0, every step ok', () => {
    expect(lines.filter(line => !line.ok)).toEqual([])
    // Some releases of Node say that node:sqlite is experimental.
    expect(run.stderr.replace(/^.*(?:ExperimentalWarning|--trace-warnings).*$/gm, '').trim()).toBe('')
    expect(run.status).toBe(0)
  })

  it.each(['shop-online', 'open-buy'])('goes the whole way by %s', way => {
    const steps = lines.filter(line => line.way === way)
    expect([...new Set(steps.map(({ step }) => step))]).toEqual([
      'start the trip',
      'open the product',
      'request approval',
      'return the cart',
      'submit',
      'approve',
      'order',
      'confirm',
      'mail',
      'notify',
      'subscription',
    ])
    expect(steps.every(({ ms }) => Number.isInteger(ms))).toBe(true)
  })

  it('asks finance only where the amount calls for it', () => {
    const approvers = (way: string) => lines.filter(line => line.way === way && line.step === 'approve')
    expect(approvers('shop-online').map(({ approver }) => approver)).toEqual(['mark', 'fiona'])
    expect(approvers('open-buy').map(({ approver }) => approver)).toEqual(['mark'])
  })

  it('writes every document of both ways, in order', () => {
    const kinds = documents().map(({ name }) => name.replace(/^\d\d-|\.xml$/g, ''))
    expect(kinds).toEqual([...documentsOfOneWay, ...documentsOfOneWay])
  })

  it('sends SelectedItem where a search result was chosen, and only there', () => {
    const requests = documents().filter(({ name }) => name.includes('PunchOutSetupRequest'))
    expect(requests.map(({ xml }) => xml.includes('<SelectedItem>'))).toEqual([false, true])
  })

  it('writes and prints no secret', () => {
    const secrets = documents().flatMap(({ xml }) =>
      [...xml.matchAll(/<SharedSecret>([^<]*)</g)].map(([, value]) => value),
    )
    expect(new Set(secrets)).toEqual(new Set(['********']))
    expect(run.stdout).not.toMatch(/secret/i)
  })

  it.skipIf(material === undefined)('writes only documents that are valid by the DTD that they name', () => {
    const verdicts = documents().map(({ name, xml }) => ({ name, ...validateByDtd(material ?? '', xml) }))
    expect(verdicts.filter(({ problems }) => problems.length > 0)).toEqual([])
    const named = (kind: string) => verdicts.filter(({ name }) => name.includes(kind)).map(({ dtd }) => dtd)
    expect(new Set(named('PunchOutSetupRequest'))).toEqual(new Set(['1.2.014/cXML.dtd']))
    expect(new Set(named('OrderRequest'))).toEqual(new Set(['1.2.014/cXML.dtd']))
    expect(named('ConfirmationRequest').every(dtd => dtd.endsWith('/Fulfill.dtd'))).toBe(true)
  })
})

describe('pnpm --silent loop', () => {
  it('says with --help what it does', () => {
    buildDemo()
    const run = spawnSync(process.execPath, [program, '--help'], { encoding: 'utf8' })
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('--json')
    expect(run.stdout).toContain('--out <folder>')
  })

  it('refuses an option that it does not know', () => {
    const run = spawnSync(process.execPath, [program, '--jsn'], { encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain("unknown option '--jsn'")
  })
})
