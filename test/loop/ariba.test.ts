import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCxml } from '@punchloop/sdk/cxml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDemo } from '../support/build.js'
import { validateByDtd } from '../support/dtd.js'
import { cxmlMaterial, root } from '../support/root.js'

const material = cxmlMaterial()
if (material === undefined)
  console.warn('No cXML material beside the clone: documents are not held against DTDs.')

const program = join(root, 'demo/dist/loop.js')

describe('pnpm --silent loop --buyer ariba', () => {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-ariba-'))
  let run: { status: number | null; stdout: string; stderr: string }

  beforeAll(() => {
    buildDemo()
    const flags = ['--buyer', 'ariba', '--json', '--out', folder]
    run = spawnSync(process.execPath, [program, ...flags], { cwd: root, encoding: 'utf8' })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const documents = () =>
    readdirSync(folder)
      .sort()
      .map(name => ({ name, xml: readFileSync(join(folder, name), 'utf8') }))

  it('ends with exit code 0, every step ok', () => {
    const lines = run.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.filter(line => !line.ok)).toEqual([])
    expect(run.status).toBe(0)
  })

  it('has every document but the cart go through the network, and each on both of its sides', () => {
    const names = documents().map(({ name }) => name.replace(/^\d\d-|\.xml$/g, ''))
    // When the network tells the buyer that the order has arrived is a matter of moments.
    const told = names.indexOf('network-ariba-StatusUpdateRequest')
    expect(names.splice(told, 2)).toEqual(['network-ariba-StatusUpdateRequest', 'ariba-network-Response'])
    expect(names).toEqual([
      'ariba-network-PunchOutSetupRequest',
      'network-ariba-PunchOutSetupResponse',
      'network-marketplace-PunchOutSetupRequest',
      'marketplace-network-PunchOutSetupResponse',
      'marketplace-ariba-PunchOutOrderMessage',
      'ariba-network-OrderRequest',
      'network-ariba-Response',
      'network-marketplace-OrderRequest',
      'marketplace-network-Response',
      'marketplace-network-ConfirmationRequest',
      'network-marketplace-Response',
      'network-ariba-ConfirmationRequest',
      'ariba-network-Response',
      'network-marketplace-StatusUpdateRequest',
      'marketplace-network-Response',
    ])
  })

  it('has the marketplace take the word of the network for itself', () => {
    const [, answer] = documents().slice(-2)
    expect(answer?.xml).toContain('The status of ConfirmationRequest')
  })

  it('has the network speak for the buyer to the marketplace, and for the marketplace to the buyer', () => {
    const sides = documents()
      .filter(({ name }) => /-network-(?:marketplace|ariba)-\w+Request/.test(name.replace(/^\d\d/, '')))
      .filter(({ name }) => !name.includes('StatusUpdateRequest'))
      .map(({ xml }) => parseCxml(xml))
      .map(document => ('header' in document ? document.header : undefined))
    expect(sides.map(header => header?.sender.credentials.map(({ identity }) => identity))).toEqual([
      ['AN01000000087'],
      ['AN01000000087'],
      ['AN01000000087'],
    ])
    expect(
      sides.map(header => header?.from.credentials.some(({ identity }) => /^AN/.test(identity))),
    ).toEqual([true, true, true])
  })

  it.each(['edit', 'inspect'])('opens the cart again with --operation %s, through the network', operation => {
    const flags = ['--buyer', 'ariba', '--operation', operation]
    const again = spawnSync(process.execPath, [program, ...flags], { cwd: root, encoding: 'utf8' })
    expect(again.stdout).not.toContain('✗')
    expect(again.status).toBe(0)
  })

  it('with --realm test provides nothing, and says test in every document', () => {
    const tested = mkdtempSync(join(tmpdir(), 'punchloop-ariba-test-'))
    try {
      const flags = ['--buyer', 'ariba', '--realm', 'test', '--out', tested]
      const again = spawnSync(process.execPath, [program, ...flags], { cwd: root, encoding: 'utf8' })
      expect(again.stdout).not.toContain('✗')
      expect(again.stdout).toContain('✓ shop-online test order')
      expect(again.status).toBe(0)
      const written = readdirSync(tested).map(name => readFileSync(join(tested, name), 'utf8'))
      const spoken = written.filter(xml => xml.includes('<Request ') || xml.includes('<Message '))
      expect(spoken.filter(xml => !xml.includes('deploymentMode="test"'))).toEqual([])
      expect(spoken.filter(xml => !xml.includes('AN01000000001-T'))).toEqual([])
      if (material === undefined) return
      expect(written.flatMap(xml => validateByDtd(material, xml).problems)).toEqual([])
    } finally {
      rmSync(tested, { recursive: true })
    }
  })

  it.skipIf(material === undefined)('exchanges documents that are valid by their own DTDs', () => {
    const verdicts = documents().map(({ name, xml }) => ({ name, ...validateByDtd(material ?? '', xml) }))
    expect(verdicts.filter(({ problems }) => problems.length > 0)).toEqual([])
  })
})
