import { randomBytes } from 'node:crypto'
import { type Marketplace, startMarketplace } from '@punchloop/demo-marketplace'
import {
  type Mailbox,
  type MailServer,
  memoryMailbox,
  startMailServer,
} from '@punchloop/demo-marketplace/mailbox'
import { type MockCoupa, startMockBuyer } from '@punchloop/mock-coupa'
import { type BuyerName, buyers } from './buyers.js'
import { createSecrets, type Secrets } from './secrets.js'
import { connectBrightstack, northwindAsBuyer } from './wiring.js'

/** The whole loop in one process: the buyer, the supplier and the mail server, each on a real port. */
export interface World {
  /** The buyer's procurement system, whichever it is. */
  readonly coupa: MockCoupa
  readonly market: Marketplace
  readonly mail: MailServer
  readonly mailbox: Mailbox
  /** What no document, page or line may show. */
  readonly secrets: Secrets
  close(): Promise<void>
}

export interface WorldOptions {
  /** Which procurement system the company has. Default Coupa. */
  readonly buyer?: BuyerName
}

/** Starts everything on free ports, in memory, with fresh secrets, the company seeded and wired to the marketplace. */
export async function startWorld({ buyer = 'coupa' }: WorldOptions = {}): Promise<World> {
  const { system } = buyers[buyer]
  const secrets = createSecrets(randomBytes)
  const mailbox = memoryMailbox()
  const opened: { close(): Promise<void> }[] = []
  const keep = <T extends { close(): Promise<void> }>(started: T) => {
    opened.unshift(started)
    return started
  }
  const close = async () => {
    for (const started of opened) await started.close()
  }
  try {
    const mail = keep(await startMailServer({ port: 0, mailbox }))
    const coupa = keep(
      await startMockBuyer({
        port: 0,
        system: system.name,
        mail: { host: mail.host, port: mail.port },
      }),
    )
    const market = keep(
      await startMarketplace({
        port: 0,
        buyers: [northwindAsBuyer(coupa.url, secrets, system)],
        credentials: [system.parties.supplier],
        mail: { host: mail.host, port: mail.port },
        mailbox,
      }),
    )
    await connectBrightstack(coupa, market.url, secrets)
    return { coupa, market, mail, mailbox, secrets, close }
  } catch (error) {
    await close()
    throw error
  }
}
