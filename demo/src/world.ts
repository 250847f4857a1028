import { randomBytes } from 'node:crypto'
import { type Marketplace, startMarketplace } from '@punchloop/demo-marketplace'
import {
  type Mailbox,
  type MailServer,
  memoryMailbox,
  startMailServer,
} from '@punchloop/demo-marketplace/mailbox'
import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { createSecrets, type Secrets } from './secrets.js'
import { brightstack, connectBrightstack, northwindAsBuyer } from './wiring.js'

/** The whole loop in one process: the buyer, the supplier and the mail server, each on a real port. */
export interface World {
  readonly coupa: MockCoupa
  readonly market: Marketplace
  readonly mail: MailServer
  readonly mailbox: Mailbox
  /** What no document, page or line may show. */
  readonly secrets: Secrets
  close(): Promise<void>
}

/** Starts everything on free ports, in memory, with fresh secrets, the company seeded and wired to the marketplace. */
export async function startWorld(): Promise<World> {
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
    const coupa = keep(await startMockCoupa({ port: 0, mail: { host: mail.host, port: mail.port } }))
    const market = keep(
      await startMarketplace({
        port: 0,
        buyers: [northwindAsBuyer(coupa.url, secrets)],
        credentials: [brightstack],
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
