import { systems } from '@punchloop/mock-coupa'
import { parseCxml } from '@punchloop/sdk/cxml'
import { afterEach, describe, expect, it } from 'vitest'
import { validateByDtd } from '../support/dtd.js'
import { sendInvoice } from '../support/invoicing.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { cxmlMaterial } from '../support/root.js'

let world: Ordering
afterEach(() => world.close())

/** The latest invoice; `act` does something to it as an administrator. */
const latest = () => world.coupa.application.invoiceList('ada').rows[0]?.id ?? 0
const told = () => world.coupa.documents({ kind: 'StatusUpdateRequest' })

/** Waits until the supplier was told so often, and says what. */
async function statuses(count: number) {
  const exchanges = await world.coupa.waitFor(() => told().length >= count && told())
  return exchanges.map(({ request }) => {
    const document = parseCxml(request.raw)
    if (document.kind !== 'StatusUpdateRequest') throw new Error(`a ${document.kind}`)
    const { invoiceStatus } = document.request.statusUpdateRequest
    const comments = invoiceStatus?.comments.map(({ value }) => value) ?? []
    return [invoiceStatus?.type, invoiceStatus?.invoiceIDInfo?.invoiceID, ...comments]
  })
}

async function startInvoiced(system = systems.ariba) {
  world = await startOrdering(undefined, { system })
  const { number, lines } = await world.order()
  await sendInvoice(world.coupa.url, { order: number, invoiceID: 'INV-1' })
  return { number, lines }
}

describe('a buyer on SAP Ariba', () => {
  it('tells the supplier how far its invoice is, each step once, in valid documents', async () => {
    await startInvoiced()
    const { application } = world.coupa
    expect(await statuses(1)).toEqual([['processing', 'INV-1']])
    const id = latest()
    application.actOnInvoice('ada', { invoice: id, action: 'dispute', reason: 'Too dear' })
    application.actOnInvoice('ada', { invoice: id, action: 'withdraw_dispute' })
    application.actOnInvoice('ada', { invoice: id, action: 'bypass_approvals' })
    application.payInvoice('ada', { invoice: id, paid: true, notes: 'By transfer' })
    application.payInvoice('ada', { invoice: id, paid: true, notes: 'By transfer' })
    expect(await statuses(5)).toEqual([
      ['processing', 'INV-1'],
      ['rejected', 'INV-1', 'Too dear'],
      ['processing', 'INV-1'],
      ['reconciled', 'INV-1'],
      ['paid', 'INV-1', 'By transfer'],
    ])
    const material = cxmlMaterial()
    const bodies = told().map(({ request }) => request.raw)
    if (material !== undefined)
      expect(bodies.flatMap(body => validateByDtd(material, body).problems)).toEqual([])
    expect(new Set(bodies.map(body => parseCxml(body).payloadID)).size).toBe(5)
  })
})

describe('a buyer on Coupa', () => {
  it('tells nothing of invoices by cXML: no source says that it does', async () => {
    await startInvoiced(systems.coupa)
    world.coupa.application.actOnInvoice('ada', { invoice: latest(), action: 'bypass_approvals' })
    expect(world.coupa.application.invoice('ada', latest()).status).toBe('approved')
    expect(told()).toEqual([])
  })
})
