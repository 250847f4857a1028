import { join } from 'node:path'
import { CoupaError } from './errors.js'
import type { MockCoupaOptions } from './options.js'
import {
  defaultAribaNetworkPort,
  defaultAribaPort,
  type MockAriba,
  startMockAriba,
} from './start-mock-ariba.js'

/** A second mock beside the first, with what they share. */
export interface Beside extends Pick<MockCoupaOptions, 'host' | 'dataDir' | 'mail' | 'log'> {
  /** Port of the first: 0 gives the second free ones, too. */
  readonly port: number
  /** Origin of the marketplace. */
  readonly supplier?: string
  /** What the marketplace and the network know each other by. */
  readonly networkSecret?: string
}

const laptop = { supplier: 'http://localhost:4020', networkSecret: 'open-sesame-brightstack' }

/** Starts an Ariba beside another mock, its data in a folder of its own below the other's. */
export async function startAribaBeside({
  port,
  supplier = laptop.supplier,
  networkSecret = laptop.networkSecret,
  ...shared
}: Beside): Promise<MockAriba> {
  const cxmlUrl = `${new URL(supplier).origin}/punchloop/cxml`
  const options = {
    ...shared,
    ...(shared.dataDir === undefined ? {} : { dataDir: join(shared.dataDir, 'ariba') }),
    supplier: {
      punchoutUrl: cxmlUrl,
      orderUrl: cxmlUrl,
      sharedSecret: networkSecret,
      // The name under which a marketplace of the seed signs what it sends.
      credentials: [{ domain: 'NetworkID', identity: 'BRIGHTSTACK' }],
    },
  }
  const free = { port: 0, networkPort: 0 }
  if (port === 0) return startMockAriba({ ...options, ...free })
  try {
    return await startMockAriba({ ...options, port: defaultAribaPort, networkPort: defaultAribaNetworkPort })
  } catch (error) {
    if (!(error instanceof CoupaError) || error.code !== 'ERR_COUPA_PORT_BUSY') throw error
    shared.log?.(`${error.message.split(':')[0]}; the mock Ariba takes free ports instead.`)
    return startMockAriba({ ...options, ...free })
  }
}
