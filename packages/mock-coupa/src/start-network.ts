import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createChanges } from './control/changes.js'
import { createDueWork } from './control/due-work.js'
import { closeServer, listen } from './control/http-server.js'
import type { RandomBytes } from './control/ids.js'
import { type Clock, systemTimers, type Timers } from './control/time.js'
import { CoupaError } from './errors.js'
import type { Exchange } from './journal/exchange.js'
import { type ExchangeFilter, listExchanges } from './journal/journal.js'
import type { NetworkDirectory } from './network/account.js'
import { createNetworkApp } from './network/app.js'
import { checkDirectory } from './network/check-directory.js'
import { deliver } from './network/deliver.js'
import { dueDocuments, listDocuments, type NetworkDocument } from './network/document-records.js'
import { type NetworkGround, networkPaths } from './network/ground.js'
import { resend } from './network/resend.js'
import { chooseRules, withChosenRules } from './network/rule-records.js'
import type { TransactionRules } from './network/transaction-rules.js'
import { openDatabase } from './store/database.js'
import { networkPages } from './ui/network/routes.js'

/** What `startNetwork` takes. Everything but the directory has a default. */
export interface NetworkOptions {
  /** Accounts and relationships to begin with. Absent: everybody is put off until `configure` has said who is who. */
  readonly directory?: NetworkDirectory
  /** Documents are taken, and none leaves before `configure`: those who are to get them are starting themselves. */
  readonly holdsDeliveries?: boolean
  /** 0: any free port. Default 4031. */
  readonly port?: number
  /** Default `127.0.0.1`. */
  readonly host?: string
  /** How buyers and suppliers reach it, where that differs from host and port. */
  readonly publicUrl?: string
  /** Folder of `network.sqlite`. Absent: everything is in memory. */
  readonly dataDir?: string
  readonly clock?: Clock
  readonly timers?: Timers
  readonly randomBytes?: RandomBytes
  readonly fetch?: typeof globalThis.fetch
  /** Told in one line, without secrets, of what went wrong here. Default: silent. */
  readonly log?: (line: string) => void
}

/** A SAP Business Network in this process: one address between buyers and suppliers. */
export interface BusinessNetwork {
  readonly url: string
  /** Orders, and everything that suppliers send. */
  readonly transactionUrl: string
  readonly punchoutUrl: string
  readonly catalogUrl: string
  readonly directory: NetworkDirectory
  /** Replaces accounts and relationships; `ERR_COUPA_INVALID` leaves those that are. */
  configure(directory: NetworkDirectory): void
  /** Every document and its answer on both sides of the network, in order, secrets redacted. */
  documents(filter?: ExchangeFilter): readonly Exchange[]
  /** Every document that was taken, and how far it is. */
  transmissions(): readonly NetworkDocument[]
  /**
   * Sends a failed document once more, as a person does on the network's page. `ERR_COUPA_CONFLICT` for any other.
   * @param id of {@link NetworkDocument}
   */
  resend(id: number): void
  /** What a buyer's administrator chooses on the network's page: it goes before the rules of its account, and is kept. */
  chooseRules(buyer: string, rules: Partial<TransactionRules>): void
  /** Waits until the answer is something, looking again after every change. Real milliseconds; default 10,000. */
  waitFor<T>(look: () => T | undefined | false, options?: { readonly timeoutMs?: number }): Promise<T>
  close(): Promise<void>
}

const defaultNetworkPort = 4031

const defaultTimeout = 10_000

/**
 * Starts a network between buyers and suppliers: it knows both by their own secrets, and neither learns the other's.
 *
 * @throws {CoupaError} `ERR_COUPA_PORT_BUSY`, or `ERR_COUPA_INVALID` for a directory that cannot be.
 */
export async function startNetwork(options: NetworkOptions = {}): Promise<BusinessNetwork> {
  const { dataDir, log = () => undefined, clock = () => new Date() } = options
  let directory = checkDirectory(options.directory ?? { accounts: [], relationships: [] })
  let isConfigured = options.directory !== undefined
  let isDelivering = isConfigured && options.holdsDeliveries !== true
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const db = openDatabase(dataDir === undefined ? ':memory:' : join(dataDir, 'network.sqlite'))
  let effective = withChosenRules(db, directory)
  const changes = createChanges()
  let url = options.publicUrl?.replace(/\/$/, '') ?? ''
  const fault = (error: unknown) => (error instanceof Error ? error.stack : String(error))
  const ground: NetworkGround = {
    db,
    clock,
    timers: options.timers ?? systemTimers,
    fetch: options.fetch ?? globalThis.fetch,
    randomBytes: options.randomBytes ?? randomBytes,
    directory: () => effective,
    isOpen: () => isConfigured,
    publicUrl: () => url,
    transaction(change) {
      const result = db.transaction(change)
      dueWork.wake()
      changes.announce()
      return result
    },
    onFault: error => log(`fault: ${fault(error)}`),
  }
  const dueWork = createDueWork({
    duties: [
      {
        name: 'network delivery',
        ...whenKnown(dueDocuments(db), () => isDelivering),
        perform: (id, signal) => deliver(ground, id, signal),
      },
    ],
    clock,
    timers: ground.timers,
    onFault: (duty, error) => log(`${duty}: ${fault(error)}`),
  })
  const network: Pick<BusinessNetwork, 'resend' | 'chooseRules'> = {
    resend: id => ground.transaction(() => resend(ground, id)),
    chooseRules(buyer, chosen) {
      const account = effective.accounts.find(({ anid, role }) => role === 'buyer' && anid === buyer)
      if (account?.role !== 'buyer') {
        throw new CoupaError('ERR_COUPA_NOT_FOUND', `The network has no buyer ${buyer}`)
      }
      const rules = { ...account.rules, ...chosen }
      ground.transaction(() => chooseRules(db, buyer, rules))
      effective = withChosenRules(db, directory)
    },
  }
  const pages = networkPages(network, () => ({
    directory: effective,
    transmissions: listDocuments(db),
    exchanges: listExchanges(db),
  }))
  const server = createServer(createNetworkApp(ground, pages).callback())
  try {
    const at = { port: options.port ?? defaultNetworkPort, host: options.host ?? '127.0.0.1' }
    const origin = await listen(server, at)
    url ||= origin
  } catch (error) {
    db.close()
    throw error
  }
  dueWork.wake()
  return {
    url,
    transactionUrl: `${url}${networkPaths.transaction}`,
    punchoutUrl: `${url}${networkPaths.punchout}`,
    catalogUrl: `${url}${networkPaths.catalog}`,
    get directory() {
      return effective
    },
    ...network,
    configure(changed) {
      directory = checkDirectory(changed)
      isConfigured = true
      isDelivering = true
      effective = withChosenRules(db, directory)
      dueWork.wake()
    },
    documents: filter => listExchanges(db, filter),
    transmissions: () => listDocuments(db),
    waitFor: (look, { timeoutMs = defaultTimeout } = {}) =>
      changes.waitFor(look, { timeoutMs, found: () => describe(listDocuments(db)) }),
    async close() {
      await closeServer(server)
      await dueWork.stop()
      db.close()
    },
  }
}

/** A network that does not know its accounts yet would take all of them for gone. */
function whenKnown(documents: ReturnType<typeof dueDocuments>, isKnown: () => boolean) {
  return { ...documents, due: (now: Date) => (isKnown() ? documents.due(now) : []) }
}

/** What a test that waited in vain wants to know. */
function describe(documents: readonly NetworkDocument[]): string {
  return documents.map(({ kind, status }) => `${kind} is ${status}`).join(', ') || 'nothing was taken'
}
