import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ManualTime,
  type MockCoupa,
  type MockCoupaOptions,
  manualTime,
  startMockCoupa,
} from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'

const minute = 60_000
const hour = 60 * minute

let supplier: FakeSupplier
let time: ManualTime
let coupa: MockCoupa

beforeEach(async () => {
  supplier = await startFakeSupplier()
  time = manualTime(new Date('2026-03-02T17:00:00Z'))
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

async function start(options: MockCoupaOptions = {}): Promise<void> {
  coupa = await startMockCoupa({
    port: 0,
    company: supplier.company(),
    clock: time.clock,
    timers: time.timers,
    ...options,
  })
}

/** A requisition of Emma's that Mark has approved: its order is on its way. */
async function order(): Promise<number> {
  const emma = coupa.person('emma')
  const trip = await emma.shop()
  const { number } = await emma.returnCart(supplier.cart(trip.buyerCookie, [{}]))
  await emma.submit(number)
  await coupa.person('mark').approve(number)
  return number
}

function transmission(requisition: number) {
  const [summary] = coupa.requisition(requisition).purchaseOrders
  return coupa.purchaseOrder(summary!.number).transmissions.at(-1)!
}

const attempts = (requisition: number, count: number) =>
  coupa.waitFor(() => transmission(requisition).attempts.length === count && transmission(requisition))

describe('an order that the supplier does not take', () => {
  it('is tried again five times an hour apart after 5XX, always under the same payloadID', async () => {
    await start()
    supplier.orderAnswers.push(...Array.from({ length: 6 }, () => ({ code: '500', text: 'Database down' })))
    const requisition = await order()
    for (let count = 1; count <= 5; count += 1) {
      const { nextAttemptAt } = await attempts(requisition, count)
      expect(nextAttemptAt?.getTime()).toBe(time.clock().getTime() + hour)
      time.advance(hour - 1)
      expect(transmission(requisition).attempts).toHaveLength(count)
      time.advance(1)
    }
    const last = await attempts(requisition, 6)
    expect(last.status).toBe('transmission_failure')
    expect(last.nextAttemptAt).toBeUndefined()
    expect(last.attempts[0]).toMatchObject({ status: 500, failure: 'PO failed: 500 Database down' })
    const failed = await coupa.waitForOrder({ requisition })
    expect(failed.transmissionStatus).toBe('transmission_failure')
    const payloadIDs = supplier.received
      .filter(({ kind }) => kind === 'OrderRequest')
      .map(({ payloadID }) => payloadID)
    expect(payloadIDs).toHaveLength(6)
    expect(new Set(payloadIDs).size).toBe(1)
    const [mail] = coupa.mails().filter(({ to }) => to.startsWith('ada'))
    expect(mail).toMatchObject({
      subject: `cXML Failure (Failed to send PO #${failed.number})`,
      text: expect.stringContaining(
        `When we tried to send purchase order #${failed.number} to Brightstack Inc we received the following error: PO failed: 500 Database down`,
      ),
    })
  })

  it('is taken when the supplier is up again', async () => {
    await start()
    supplier.orderAnswers.push({ httpStatus: 503, body: '<html>Maintenance</html>' })
    const requisition = await order()
    expect(await attempts(requisition, 1)).toMatchObject({
      attempts: [{ status: 503, failure: 'PO failed: 503 Service Unavailable' }],
    })
    time.advance(hour)
    expect((await coupa.waitForOrder({ requisition })).transmissionStatus).toBe('sent_via_cxml')
  })

  it('is never tried again after 4XX, until an administrator resends it as a new document', async () => {
    await start()
    supplier.orderAnswers.push({ code: '401', text: 'Who are you?' })
    const requisition = await order()
    const refused = await coupa.waitForOrder({ requisition })
    expect(refused.transmissionStatus).toBe('transmission_failure')
    expect(refused.transmissions[0]?.attempts[0]?.failure).toBe('PO failed: 401 Who are you?')
    time.advance(48 * hour)
    expect(() => coupa.application.resend('emma', refused.number)).toThrow(
      'Only an administrator may do this',
    )
    coupa.application.resend('ada', refused.number)
    const sent = await coupa.waitForOrder({ requisition })
    expect(sent.transmissionStatus).toBe('sent_via_cxml')
    const [first, second] = sent.transmissions
    expect(second?.payloadID).not.toBe(first?.payloadID)
  })

  it('is not tried again after an answer that is no cXML', async () => {
    await start()
    supplier.orderAnswers.push({ httpStatus: 200, body: 'ok' })
    const failed = await coupa.waitForOrder({ requisition: await order() })
    expect(failed.transmissions[0]?.attempts[0]?.failure).toBe('No status element in setup response:')
  })

  it('is given up after 60 seconds of silence and tried again four times five minutes apart', async () => {
    await start()
    supplier.orderAnswers.push('never', 'hang up', 'hang up', 'hang up', 'hang up')
    const requisition = await order()
    await new Promise<void>(resolve => {
      const look = () => (supplier.received.length === 2 ? resolve() : setImmediate(look))
      look()
    })
    time.advance(59_999)
    expect(transmission(requisition).attempts).toHaveLength(0)
    time.advance(1)
    expect(await attempts(requisition, 1)).toMatchObject({
      attempts: [{ failure: 'Connection to supplier timed out', durationMs: 60_000 }],
    })
    expect(coupa.mails()[0]?.subject).toBe('cXML Failure (Connection to supplier timed out)')
    for (let count = 2; count <= 5; count += 1) {
      time.advance(5 * minute)
      await attempts(requisition, count)
    }
    expect(transmission(requisition).status).toBe('transmission_failure')
  })
})

describe('a restart', () => {
  let dataDir: string

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'mock-coupa-'))
  })

  afterEach(() => rmSync(dataDir, { recursive: true }))

  it('resumes a transmission that is scheduled', async () => {
    await start({ dataDir })
    supplier.orderAnswers.push({ code: '500', text: 'Down' })
    const requisition = await order()
    const { payloadID } = await attempts(requisition, 1)
    await coupa.close()

    time.advance(30 * minute)
    await start({ dataDir })
    expect(transmission(requisition).attempts).toHaveLength(1)
    time.advance(30 * minute)
    const sent = await coupa.waitForOrder({ requisition })
    expect(sent).toMatchObject({ transmissionStatus: 'sent_via_cxml', transmissions: [{ payloadID }] })
    expect(sent.transmissions[0]?.attempts).toHaveLength(2)
  })

  it('repeats, under the same payloadID, a transmission whose answer it did not live to see', async () => {
    await start({ dataDir })
    supplier.orderAnswers.push('never')
    const requisition = await order()
    await new Promise<void>(resolve => {
      const look = () => (supplier.received.length === 2 ? resolve() : setImmediate(look))
      look()
    })
    await coupa.close()
    await start({ dataDir })
    expect((await coupa.waitForOrder({ requisition })).transmissionStatus).toBe('sent_via_cxml')
    const [, first, second] = supplier.received
    expect(second?.payloadID).toBe(first?.payloadID)
  })

  it('keeps a trip, a cart and an approval that are under way', async () => {
    await start({ dataDir })
    const { port } = new URL(coupa.url)
    const trip = await coupa.person('emma').shop()
    await coupa.close()
    await start({ dataDir, port: Number(port) })
    const { number } = await coupa.person('emma').returnCart(supplier.cart(trip.buyerCookie, [{}]), trip)
    await coupa.close()
    await start({ dataDir, port: Number(port) })
    await coupa.person('emma').submit(number)
    await coupa.close()
    await start({ dataDir, port: Number(port) })
    expect(await coupa.person('mark').toDo()).toHaveLength(1)
    await coupa.person('mark').approve(number)
    expect((await coupa.waitForOrder({ requisition: number })).transmissionStatus).toBe('sent_via_cxml')
  })

  it('keeps the configuration that was changed', async () => {
    await start({ dataDir })
    await coupa.company.update(company => company.uoms.push('BX'))
    await coupa.close()
    await start({ dataDir })
    expect(coupa.company.current.uoms).toContain('BX')
  })
})
