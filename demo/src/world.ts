import { randomBytes } from 'node:crypto'
import { type Marketplace, startMarketplace } from '@punchloop/demo-marketplace'
import {
  type Mailbox,
  type MailServer,
  memoryMailbox,
  startMailServer,
} from '@punchloop/demo-marketplace/mailbox'
import { type BusinessNetwork, type MockCoupa, startMockAriba, startMockCoupa } from '@punchloop/mock-coupa'
import { createSecrets, type Secrets } from './secrets.js'
import {
  alder,
  alderAsBuyer,
  brightstack,
  brightstackOnNetwork,
  connectBrightstack,
  northwindAsBuyer,
} from './wiring.js'

/** The whole loop in one process: the buyer, the supplier and the mail server, each on a real port. */
export interface World {
  readonly coupa: MockCoupa
  /** What stands between the two. Absent: nothing does. */
  readonly network?: BusinessNetwork
  readonly market: Marketplace
  readonly mail: MailServer
  readonly mailbox: Mailbox
  /** What no document, page or line may show. */
  readonly secrets: Secrets
  close(): Promise<void>
}

type Keep = <T extends { close(): Promise<void> }>(started: T) => T

/** Starts everything on free ports, in memory, with fresh secrets, the company seeded and wired to the marketplace. */
export function startWorld(): Promise<World> {
  return startParties(async ({ mail, mailbox, secrets, keep }) => {
    const coupa = keep(await startMockCoupa({ port: 0, mail }))
    const market = keep(
      await startMarketplace({
        port: 0,
        buyers: [northwindAsBuyer(coupa.url, secrets)],
        credentials: [brightstack],
        mail,
        mailbox,
      }),
    )
    await connectBrightstack(coupa, market.url, secrets)
    return { coupa, market }
  })
}

/** The same with SAP Ariba: the company's documents and the marketplace's go through the network. */
export function startAribaWorld(): Promise<World> {
  return startParties(async ({ mail, mailbox, secrets, keep }) => {
    const ariba = keep(
      await startMockAriba({
        port: 0,
        networkPort: 0,
        mail,
        buyer: alder.identity,
        buyerSecret: secrets.aribaBuyer,
      }),
    )
    const { buyer, network } = ariba
    const market = keep(
      await startMarketplace({
        port: 0,
        buyers: [alderAsBuyer({ url: ariba.url, transactionUrl: network.transactionUrl }, secrets)],
        credentials: [brightstack],
        mail,
        mailbox,
      }),
    )
    ariba.connect(brightstackOnNetwork(market.url, secrets))
    return { coupa: buyer, network, market }
  })
}

async function startParties(
  start: (by: {
    readonly mail: { readonly host: string; readonly port: number }
    readonly mailbox: Mailbox
    readonly secrets: Secrets
    readonly keep: Keep
  }) => Promise<Pick<World, 'coupa' | 'network' | 'market'>>,
): Promise<World> {
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
    return { ...parties, mail, mailbox, secrets, close }
  } catch (error) {
    await close()
    throw error
  }
}
