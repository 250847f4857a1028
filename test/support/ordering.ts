import {
  type Company,
  type ManualTime,
  type MockCoupa,
  type MockCoupaOptions,
  manualTime,
  type PurchaseOrderView,
  startMockCoupa,
} from '@punchloop/mock-coupa'
import { type FakeLine, type FakeSupplier, startFakeSupplier } from './fake-supplier.js'

/** A Coupa that orders from a supplier of the test's own, at a time that stands still: Monday, 09:00 at the company. */
export interface Ordering {
  readonly coupa: MockCoupa
  readonly supplier: FakeSupplier
  readonly time: ManualTime
  /** What Emma has bought and Mark approved, once it has left the house or is held. */
  order(lines?: readonly FakeLine[]): Promise<PurchaseOrderView>
  close(): Promise<void>
}

export async function startOrdering(
  change: (settings: { company: Company; brightstack: Company['suppliers'][number] }) => void = () => {},
  options: Pick<MockCoupaOptions, 'system'> = {},
): Promise<Ordering> {
  const supplier = await startFakeSupplier()
  const time = manualTime(new Date('2026-03-02T17:00:00Z'))
  const company = supplier.company()
  change({ company, brightstack: company.suppliers[0]! })
  const coupa = await startMockCoupa({ port: 0, company, clock: time.clock, timers: time.timers, ...options })
  return {
    coupa,
    supplier,
    time,
    async order(lines = [{}]) {
      const emma = coupa.person('emma')
      const trip = await emma.shop()
      const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, lines))
      await emma.submit(number)
      await coupa.person('mark').approve(number)
      return coupa.waitForOrder({ requisition: number })
    },
    async close() {
      await coupa.close()
      await supplier.close()
    },
  }
}
