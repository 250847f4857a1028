#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Company } from './company/company.js'
import { northwindInstruments, type SeedSupplier } from './company/seed.js'
import { CoupaError } from './errors.js'
import { introductionOf } from './introduction.js'
import { defaultPort, seedOf } from './options.js'
import type { MockAriba } from './start-mock-ariba.js'
import type { MockCoupa } from './start-mock-coupa.js'
import type { SystemName } from './systems/system.js'
import { isSystemName, systems } from './systems/systems.js'

const usage = `mock-coupa: a Coupa on your machine, or another procurement system

  mock-coupa [--port 4010] [--host 127.0.0.1] [--public-url URL] [--data FOLDER] [--company FILE]
             [--supplier URL] [--smtp HOST:PORT] [--system NAME] [--also ariba]

  --data       folder of company.json and coupa.sqlite; without it everything is forgotten at the end
  --company    configuration (JSON) to begin with, instead of the seeded company
  --supplier   origin of the marketplace of the seeded company: http://localhost:4020
  --smtp       where notifications are mailed; without it they are only recorded
  --system     which one it plays: ${Object.keys(systems).join(', ')}; coupa by default
  --also       ariba: starts an SAP Ariba beside it, with a network between it and the same marketplace

Each flag can be given as an environment variable, too: MOCK_COUPA_PORT, MOCK_COUPA_PUBLIC_URL, …
Secrets are taken from the environment only, never from the command line:
  MOCK_COUPA_SUPPLIER_SECRET, MOCK_COUPA_OPEN_BUY_CREDENTIALS, MOCK_COUPA_API_SECRET,
  MOCK_COUPA_NETWORK_SECRET (of the marketplace on the network)
`

const flags = ['port', 'host', 'public-url', 'data', 'company', 'supplier', 'smtp', 'system', 'also'] as const
type Flag = (typeof flags)[number]

/** What the seeded company has without any flag. */
const laptop = { supplier: 'http://localhost:4020', supplierSecret: 'open-sesame-brightstack' }

await main()

async function main(): Promise<void> {
  try {
    const given = readFlags()
    if (given === 'help') {
      process.stdout.write(usage)
      return
    }
    const isWithAriba = hasAlso(given)
    const coupa = await start(given)
    const ariba = isWithAriba ? await startSecond(given, coupa) : undefined
    // First, so that whoever reads the introduction can stop it.
    stopOnSignal(ariba === undefined ? [coupa] : [ariba, coupa])
    process.stdout.write(introductionOf(coupa, ariba))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

function readFlags(): Partial<Record<Flag, string>> | 'help' {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      port: { type: 'string' },
      host: { type: 'string' },
      'public-url': { type: 'string' },
      data: { type: 'string' },
      company: { type: 'string' },
      supplier: { type: 'string' },
      smtp: { type: 'string' },
      system: { type: 'string' },
      also: { type: 'string' },
    },
  })
  if (values.help === true) return 'help'
  const given: Partial<Record<Flag, string>> = {}
  for (const flag of flags) {
    const value = values[flag] ?? process.env[`MOCK_COUPA_${flag.replace('-', '_').toUpperCase()}`]
    if (value !== undefined && value !== '') given[flag] = value
  }
  return given
}

async function start(given: Partial<Record<Flag, string>>): Promise<MockCoupa> {
  const system = systemOf(given)
  const options = {
    system,
    company: companyOf(given, system),
    log: (line: string) => process.stderr.write(`${line}\n`),
    ...(given.host === undefined ? {} : { host: given.host }),
    ...(given['public-url'] === undefined ? {} : { publicUrl: given['public-url'] }),
    ...(given.data === undefined ? {} : { dataDir: given.data }),
    ...(given.smtp === undefined ? {} : { mail: smtpOf(given.smtp) }),
  }
  const port = given.port === undefined ? defaultPort : portOf(given.port, '--port')
  // Only now: a mistake in the flags is answered before all that serves pages has been read.
  const { startMockBuyer } = await import('./start-mock-coupa.js')
  try {
    return await startMockBuyer({ ...options, port })
  } catch (error) {
    if (!(error instanceof CoupaError) || error.code !== 'ERR_COUPA_PORT_BUSY') throw error
    process.stderr.write(`Port ${port} is in use; taking a free one instead.\n`)
    return startMockBuyer({ ...options, port: 0 })
  }
}

function systemOf({ system = 'coupa' }: Partial<Record<Flag, string>>): SystemName {
  if (isSystemName(system)) return system
  throw new Error(`--system must be one of ${Object.keys(systems).join(', ')}; found "${system}"`)
}

function companyOf(given: Partial<Record<Flag, string>>, system: SystemName): Company {
  if (given.company !== undefined) return readCompany(given.company)
  const secret = process.env.MOCK_COUPA_SUPPLIER_SECRET || undefined
  const openBuy = process.env.MOCK_COUPA_OPEN_BUY_CREDENTIALS
  const api = process.env.MOCK_COUPA_API_SECRET
  const supplier: Partial<SeedSupplier> = {
    ...seedOf(systems[system]),
    ...(given.supplier === undefined ? {} : addressesOf(given.supplier)),
    ...(secret ? { sharedSecret: secret } : {}),
    ...(openBuy ? { openBuyCredentials: openBuy } : {}),
    ...(api ? { apiSecret: api } : {}),
    ...(systems[system].catalogs === 'oci' ? { oci: ociAccess(given.supplier, secret) } : {}),
  }
  return northwindInstruments(supplier)
}

/** What the file says is checked when the mock starts. */
function readCompany(file: string): Company {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`--company must be a readable JSON file: ${reason}`, { cause })
  }
}

/** Where the addresses of a supplier built with the SDK are, below its origin. */
function addressesOf(origin: string): Pick<SeedSupplier, 'cxmlUrl' | 'openBuyUrl'> {
  const base = new URL(origin).origin
  return { cxmlUrl: `${base}/punchloop/cxml`, openBuyUrl: `${base}/punchloop/open-buy` }
}

/** The call structure of the seeded company's shop, where its system enters by OCI. */
function ociAccess(
  origin: string = laptop.supplier,
  password: string = laptop.supplierSecret,
): NonNullable<SeedSupplier['oci']> {
  return { url: `${new URL(origin).origin}/punchloop/oci`, username: 'northwind', password }
}

function smtpOf(address: string): { host: string; port: number } {
  const [, host, port] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(address) ?? []
  if (host === undefined || port === undefined)
    throw new Error(`--smtp must be HOST:PORT; found "${address}"`)
  return { host, port: portOf(port, '--smtp') }
}

function portOf(text: string, flag: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new Error(`${flag} must be a port from 0 to 65535; found "${text}"`)
}

function hasAlso({ also }: Partial<Record<Flag, string>>): boolean {
  if (also === undefined || also === 'ariba') return also === 'ariba'
  throw new Error(`--also must be ariba; found "${also}"`)
}

/** The first must not stay behind where the second cannot start. */
async function startSecond(given: Partial<Record<Flag, string>>, first: MockCoupa): Promise<MockAriba> {
  const secret = process.env.MOCK_COUPA_NETWORK_SECRET
  try {
    const { startAribaBeside } = await import('./ariba-beside.js')
    return await startAribaBeside({
      port: given.port === '0' ? 0 : defaultPort,
      log: (line: string) => process.stderr.write(`${line}\n`),
      ...(given.host === undefined ? {} : { host: given.host }),
      ...(given.data === undefined ? {} : { dataDir: given.data }),
      ...(given.smtp === undefined ? {} : { mail: smtpOf(given.smtp) }),
      ...(given.supplier === undefined ? {} : { supplier: given.supplier }),
      ...(secret ? { networkSecret: secret } : {}),
    })
  } catch (error) {
    await first.close()
    throw error
  }
}

function stopOnSignal(mocks: readonly { close(): Promise<void> }[]): void {
  const stop = () => {
    Promise.all(mocks.map(mock => mock.close())).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Did not stop cleanly: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
