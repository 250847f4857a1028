import { northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { brightstackAsSupplier, connectBrightstack } from '../wiring.js'
import { runProgram } from './protocol.js'
import type { CoupaSettings } from './settings.js'

runProgram<CoupaSettings>(async ({ host, port, dataDir, marketplaceUrl, mail, secrets, clockAhead = 0 }) => {
  const coupa = await startMockCoupa({
    host,
    port,
    dataDir,
    // Only the first start takes it; later ones find what people have configured since.
    company: northwindInstruments(brightstackAsSupplier(marketplaceUrl, secrets)),
    mail,
    clock: () => new Date(Date.now() + clockAhead),
    log: line => console.log(line),
  })
  await connectBrightstack(coupa, marketplaceUrl, secrets)
  return coupa
})
