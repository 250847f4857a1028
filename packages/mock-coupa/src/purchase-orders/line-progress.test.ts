import { beforeEach, describe, expect, it } from 'vitest'
import { northwindInstruments } from '../company/seed.js'
import type { Work } from '../control/work.js'
import { type Database, openDatabase } from '../store/database.js'
import { systems } from '../systems/systems.js'
import { actOnOrder } from './act.js'
import { createExternalOrder } from './external-order.js'
import { recordInvoiced, recordReceived } from './line-progress.js'
import { readPurchaseOrder } from './purchase-order-records.js'

const by = { name: 'Ada', login: 'ada' }

let db: Database
let work: Work
let id: number

beforeEach(() => {
  db = openDatabase(':memory:')
  work = {
    db,
    company: northwindInstruments(),
    now: new Date('2026-03-02T17:00:00Z'),
    system: systems.coupa,
    randomBytes: length => new Uint8Array(length),
    emit: () => undefined,
  }
  const line = { description: 'Cable', quantity: '2', unitPrice: '9.95', uom: 'EA' }
  id = createExternalOrder(work, { requester: 'emma', supplier: 2, lines: [line, line] }, by)
})

const order = () => readPurchaseOrder(db, id)
const lineId = (index: number) => order().lines[index]?.id ?? 0
const statuses = () => order().lines.map(({ status }) => status)

describe('what arrives and is invoiced', () => {
  it('is refused before the order is issued', () => {
    expect(() => recordReceived(work, lineId(0), '1')).toThrow(`Purchase order ${id} is draft`)
  })

  it('leads a line from created to received, and the order to soft closed; and back', () => {
    actOnOrder(work, id, { action: 'issue', by })
    recordReceived(work, lineId(0), '0.5')
    expect(statuses()).toEqual(['partially_received', 'created'])
    recordReceived(work, lineId(0), '1.5')
    recordReceived(work, lineId(1), '3')
    expect(statuses()).toEqual(['received', 'received'])
    recordInvoiced(work, new Map([[lineId(0), '2']]))
    expect(order().status).toBe('issued')
    recordInvoiced(work, new Map([[lineId(1), '2']]))
    expect(order().status).toBe('soft_closed')
    recordReceived(work, lineId(0), '-1')
    expect(order()).toMatchObject({ status: 'issued', lines: [{ received: '1' }, {}] })
    expect(() => recordReceived(work, lineId(0), '-2')).toThrow('Line 1 cannot have -1 received')
  })

  it('is invoiced of several lines in one step, and taken back of an order that is closed', () => {
    actOnOrder(work, id, { action: 'issue', by })
    recordReceived(work, lineId(0), '2')
    recordReceived(work, lineId(1), '2')
    const before = order().internalRevision
    const both = (quantity: string) => new Map([0, 1].map(index => [lineId(index), quantity]))
    recordInvoiced(work, both('2'))
    expect(order()).toMatchObject({
      status: 'soft_closed',
      internalRevision: before + 1,
      lines: [{ invoiced: '2' }, { invoiced: '2' }],
    })
    actOnOrder(work, id, { action: 'close', by })
    expect(() => recordInvoiced(work, both('1'))).toThrow(`Purchase order ${id} is closed`)
    recordInvoiced(work, both('-1'))
    expect(order()).toMatchObject({ status: 'closed', lines: [{ invoiced: '1' }, { invoiced: '1' }] })
  })

  it('keeps an order from being cancelled, until it is taken back', () => {
    actOnOrder(work, id, { action: 'issue', by })
    recordReceived(work, lineId(1), '1')
    expect(() => actOnOrder(work, id, { action: 'cancel', by })).toThrow(
      '1 of line 2 are received and 0 invoiced; it can be closed',
    )
    recordReceived(work, lineId(1), '-1')
    actOnOrder(work, id, { action: 'cancel', by })
    expect(statuses()).toEqual(['cancelled', 'cancelled'])
  })
})
