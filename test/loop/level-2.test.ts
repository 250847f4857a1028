import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCxml } from '@punchloop/sdk/cxml'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildDemo } from '../support/build.js'
import { root } from '../support/root.js'

const program = join(root, 'demo/dist/loop.js')
const loop = (...options: readonly string[]) =>
  spawnSync(process.execPath, [program, '--json', '--level', '2', ...options], {
    cwd: root,
    encoding: 'utf8',
  })

describe('pnpm --silent loop --level 2', () => {
  beforeAll(() => buildDemo())

  it.each(['coupa', 'ariba'])('goes the whole way by an index of the catalogue: %s', buyer => {
    const folder = mkdtempSync(join(tmpdir(), 'punchloop-level-2-'))
    const run = loop('--buyer', buyer, '--out', folder)
    const steps: { step: string; ok: boolean; items?: number; url?: string }[] = run.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    const documents = readdirSync(folder).map(name => ({
      name,
      xml: readFileSync(join(folder, name), 'utf8'),
    }))
    rmSync(folder, { recursive: true })
    expect(steps.filter(({ ok }) => !ok)).toEqual([])
    expect(run.status).toBe(0)
    expect(steps.find(({ step }) => step === 'load the index')?.items).toBeGreaterThan(10)
    expect(steps.find(({ step }) => step === 'open the product')?.url).toContain('/products/ledgerly-team')
    expect(steps.map(({ step }) => step)).toContain('subscription')
    const setups = documents.filter(({ name }) => name.includes('PunchOutSetupRequest'))
    expect(setups.length).toBeGreaterThan(0)
    for (const { xml } of setups) {
      const document = parseCxml(xml)
      if (document.kind !== 'PunchOutSetupRequest') throw new Error(document.kind)
      expect(document.request.punchOutSetupRequest.selectedItems).toMatchObject([
        { itemID: { supplierPartID: 'BRS-LEDGERLY-TEAM' } },
      ])
    }
  })

  it('is refused where the buyer enters by OCI', () => {
    expect(loop('--protocol', 'oci')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('SAP SRM enters by OCI, which knows no index catalogues'),
    })
  })
})
