import { randomBytes } from 'node:crypto'
import { type Marketplace, startMarketplace } from '@punchloop/demo-marketplace'
import {
  type Mailbox,
  type MailServer,
  memoryMailbox,
  startMailServer,
} from '@punchloop/demo-marketplace/mailbox'
import {
  type BusinessNetwork,
  type MockCoupa,
  type ProcurementSystem,
  startMockAriba,
  startMockBuyer,
} from '@punchloop/mock-coupa'
import { type BuyerInTheLoop, type BuyerName, buyers, type Realm } from './buyers.js'
import { createSecrets, type Secrets } from './secrets.js'
import {
  alder,
  alderAsBuyer,
  alderInTest,
  brightstack,
  brightstackOnNetwork,
  connectBrightstack,
  northwindAsBuyer,
} from './wiring.js'

/** The whole loop in one process: the buyer, the supplier and the mail server, each on a real port. */
export interface World {
  /** The buyer's procurement system, whichever it is. */
  readonly coupa: MockCoupa
  /** What stands between the two. Absent: nothing does. */
  readonly network?: BusinessNetwork
  readonly market: Marketplace
  readonly realm: Realm
  readonly mail: MailServer
  readonly mailbox: Mailbox
  /** What no document, page or line may show. */
  readonly secrets: Secrets
  close(): Promise<void>
}

export interface WorldOptions {
  /** Which procurement system the company has. Default Coupa. */
  readonly buyer?: BuyerName
  /** `test`: the company has a test account of the network. Default `production`. */
  readonly realm?: Realm
}

/** Starts everything on free ports, in memory, with fresh secrets, the company seeded and wired to the marketplace. */
export function startWorld({ buyer = 'coupa', realm = 'production' }: WorldOptions = {}): Promise<World> {
  const { system, isNetworked = false }: BuyerInTheLoop = buyers[buyer]
  return startParties(realm, by => (isNetworked ? startNetworked(by, realm) : startDirect(by, system)))
}

type Keep = <T extends { close(): Promise<void> }>(started: T) => T

interface Ground {
  readonly mail: { readonly host: string; readonly port: number }
  readonly mailbox: Mailbox
  readonly secrets: Secrets
  readonly keep: Keep
}

type Parties = Pick<World, 'coupa' | 'network' | 'market'>

async function startDirect(
  { mail, mailbox, secrets, keep }: Ground,
  system: ProcurementSystem,
): Promise<Parties> {
  const coupa = keep(await startMockBuyer({ port: 0, system: system.name, mail }))
  const market = keep(
    await startMarketplace({
      port: 0,
      buyers: [northwindAsBuyer(coupa.url, secrets, system)],
      credentials: [system.parties.supplier],
      mail,
      mailbox,
    }),
  )
  await connectBrightstack(coupa, market.url, secrets)
  return { coupa, market }
}

/** The company's documents and the marketplace's go through the network. */
async function startNetworked({ mail, mailbox, secrets, keep }: Ground, realm: Realm): Promise<Parties> {
  const account = realm === 'test' ? alderInTest : alder
  const ariba = keep(
    await startMockAriba({
      port: 0,
      networkPort: 0,
      mail,
      buyer: account.identity,
      buyerSecret: secrets.aribaBuyer,
    }),
  )
  const { buyer, network } = ariba
  const market = keep(
    await startMarketplace({
      port: 0,
      buyers: [alderAsBuyer({ url: ariba.url, transactionUrl: network.transactionUrl }, secrets, account)],
      credentials: [brightstack],
      mail,
      mailbox,
    }),
  )
  ariba.connect(brightstackOnNetwork(market.url, secrets))
  return { coupa: buyer, network, market }
}

async function startParties(realm: Realm, start: (by: Ground) => Promise<Parties>): Promise<World> {
  const secrets = createSecrets(randomBytes)
  const mailbox = memoryMailbox()
  const opened: { close(): Promise<void> }[] = []
  const keep: Keep = started => {
    opened.unshift(started)
    return started
  }
  const close = async () => {
    for (const started of opened) await started.close()
  }
  try {
    const mail = keep(await startMailServer({ port: 0, mailbox }))
    const parties = await start({ mail: { host: mail.host, port: mail.port }, mailbox, secrets, keep })
    return { ...parties, realm, mail, mailbox, secrets, close }
  } catch (error) {
    await close()
    throw error
  }
}
