import { startMockAriba } from '@punchloop/mock-coupa'
import { alder, brightstackOnNetwork } from '../wiring.js'
import { runProgram } from './protocol.js'
import type { AribaSettings } from './settings.js'

runProgram<AribaSettings>(
  ({ host, port, networkPort, dataDir, marketplaceUrl, mail, secrets, clockAhead = 0 }) =>
    startMockAriba({
      host,
      port,
      networkPort,
      dataDir,
      mail,
      buyer: alder.identity,
      buyerSecret: secrets.aribaBuyer,
      supplier: brightstackOnNetwork(marketplaceUrl, secrets),
      clock: () => new Date(Date.now() + clockAhead),
      log: line => console.log(line),
    }),
)
