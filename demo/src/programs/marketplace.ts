import { startMarketplace } from '@punchloop/demo-marketplace'
import { directoryMailbox } from '@punchloop/demo-marketplace/mailbox'
import { alderAsBuyer, brightstack, northwindAsBuyer } from '../wiring.js'
import { runProgram } from './protocol.js'
import type { MarketplaceSettings } from './settings.js'

runProgram<MarketplaceSettings>(
  ({ host, port, dataDir, mailboxDir, coupaUrl, ariba, mail, secrets, clockAhead = 0 }) =>
    startMarketplace({
      host,
      port,
      dataDir,
      buyers: [
        northwindAsBuyer(coupaUrl, secrets),
        ...(ariba === undefined ? [] : [alderAsBuyer(ariba, secrets)]),
      ],
      credentials: [brightstack],
      mail,
      clock: () => new Date(Date.now() + clockAhead),
      mailbox: directoryMailbox(mailboxDir),
      log: ({ level, event, ...fields }) => console.log(`${level} ${event} ${JSON.stringify(fields)}`),
    }),
)
