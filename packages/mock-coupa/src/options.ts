import { randomBytes } from 'node:crypto'
import type { Company } from './company/company.js'
import { northwindInstruments, type SeedSupplier } from './company/seed.js'
import type { RandomBytes } from './control/ids.js'
import { type Clock, systemTimers, type Timers } from './control/time.js'
import type { MailServer } from './notifications/mail.js'
import { coupaRateLimit, type RateLimit } from './rest/rate-limit.js'
import type { ProcurementSystem, SystemName } from './systems/system.js'
import { systems } from './systems/systems.js'

/** What `startMockCoupa` takes. Everything has a default; a test gives `{ port: 0 }`. */
export interface MockCoupaOptions {
  /** 0: any free port. Default 4010. */
  readonly port?: number
  /** Default `127.0.0.1`: whoever can reach the mock may be anybody there. */
  readonly host?: string
  /** How browsers and suppliers reach it, where that differs from host and port. */
  readonly publicUrl?: string
  /** Folder of `company.json` and `coupa.sqlite`. Absent: everything is in memory. */
  readonly dataDir?: string
  /**
   * Which procurement system it plays: how it writes documents and what it takes. One by name, or one of your own, as in
   * `{ ...systems.generic, title: 'Ours', dates: 'utc' }`. Default `coupa`.
   */
  readonly system?: SystemName | ProcurementSystem
  /** The configuration to begin with; a `company.json` that is there already goes before it. Default: a small seed. */
  readonly company?: Company
  readonly clock?: Clock
  readonly timers?: Timers
  readonly randomBytes?: RandomBytes
  /** In place of the network. It makes its connections itself: how a site or supplier wants TLS spoken is not told to it. */
  readonly fetch?: typeof globalThis.fetch
  /** Absent: mails are recorded and not sent. */
  readonly mail?: MailServer
  /** How many requests of one client the REST API answers. Default: Coupa's 25 a second; 20 beyond wait. */
  readonly apiRateLimit?: RateLimit
  /** Told in one line, without secrets, of what went wrong here. Default: silent. */
  readonly log?: (line: string) => void
}

export type Settings = Required<
  Omit<MockCoupaOptions, 'publicUrl' | 'dataDir' | 'fetch' | 'mail' | 'system'>
> &
  Pick<MockCoupaOptions, 'publicUrl' | 'dataDir' | 'fetch' | 'mail'> & { readonly system: ProcurementSystem }

export const defaultPort = 4010

export function resolveOptions(options: MockCoupaOptions): Settings {
  const { system: wanted = 'coupa' } = options
  const system = typeof wanted === 'string' ? systems[wanted] : wanted
  return {
    ...options,
    port: options.port ?? defaultPort,
    host: options.host ?? '127.0.0.1',
    system,
    company: options.company ?? northwindInstruments(seedOf(system)),
    clock: options.clock ?? (() => new Date()),
    timers: options.timers ?? systemTimers,
    randomBytes: options.randomBytes ?? randomBytes,
    apiRateLimit: options.apiRateLimit ?? coupaRateLimit,
    log: options.log ?? (() => undefined),
  }
}

/** How the system names the seeded company and its supplier, for `northwindInstruments`. */
export function seedOf({ name, parties, operations, title }: ProcurementSystem): Partial<SeedSupplier> {
  return {
    buyerCredential: parties.buyer,
    credential: parties.supplier,
    systemTitle: title,
    // Open Buy is Coupa's; its sites have a switch for each operation, which is off until somebody sets it.
    ...(name === 'coupa' ? {} : { operations, openBuy: false }),
  }
}
