import { type MockCoupaOptions, northwindInstruments } from '@punchloop/mock-coupa'

export const apiSecret = 'of-the-bench'

/** The seeded company on any free port, with no limit to what a client may ask. */
export const settings: MockCoupaOptions = {
  port: 0,
  company: northwindInstruments({ apiSecret }),
  apiRateLimit: { perSecond: 1e9, burst: 1e9 },
}
