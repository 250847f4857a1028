import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InvoiceLetter, sendInvoice } from '../support/invoicing.js'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { restClient } from '../support/rest-client.js'
import { createVisitor } from '../support/visitor.js'

let world: Ordering

beforeEach(async () => {
  world = await startOrdering()
})
afterEach(() => world.close())

/** Sends an invoice. Its id. */
async function invoiced(letter: InvoiceLetter): Promise<number> {
  expect(await sendInvoice(world.coupa.url, letter)).toMatchObject({ code: '200' })
  return world.coupa.application.invoiceList('ada').rows[0]?.id ?? 0
}

const invoice = (id: number) => world.coupa.application.invoice('ada', id)
const statusOf = (id: number) => invoice(id).status
const invoicedOn = (number: string) => world.coupa.purchaseOrder(number).lines[0]?.invoiced

const company = (
  change: (company: Parameters<Parameters<typeof world.coupa.company.update>[0]>[0]) => void,
) => world.coupa.company.update(change)
const matching = (level: '2-way' | '3-way' | '3-way-direct' | 'none') =>
  company(({ suppliers: [brightstack] }) => {
    brightstack!.invoiceMatchingLevel = level
  })

describe('an invoice and the order', () => {
  it('waits for what is to arrive, and is approved when all of it has', async () => {
    const { number } = await world.order([{ quantity: '12' }])
    const id = await invoiced({ order: number, lines: [{ quantity: '12' }] })
    expect(statusOf(id)).toBe('pending_receipt')
    await world.coupa.person('emma').receive(number, { 1: '11' })
    expect(statusOf(id)).toBe('pending_receipt')
    await world.coupa.person('emma').receive(number, { 1: '1' })
    expect(invoice(id)).toMatchObject({ status: 'approved', failedTolerances: [] })
    expect(invoice(id).history.at(-1)).toMatchObject({ by: 'Coupa', text: 'Matched: approved' })
  })

  it('is approved at once under 2-way, under none even above the order', async () => {
    const { number } = await world.order([{ quantity: '2' }])
    await matching('2-way')
    expect(statusOf(await invoiced({ order: number, lines: [{ quantity: '2' }] }))).toBe('approved')
    expect(statusOf(await invoiced({ order: number, lines: [{ quantity: '1' }] }))).toBe('ap_hold')
    await matching('none')
    expect(statusOf(await invoiced({ order: number, lines: [{ unitPrice: '999' }] }))).toBe('approved')
  })

  it('is held above the price or the quantity, and says by how much', async () => {
    const { number } = await world.order([{ quantity: '2' }])
    const id = await invoiced({ order: number, lines: [{ quantity: '3', unitPrice: '49.91' }] })
    expect(invoice(id)).toMatchObject({
      status: 'ap_hold',
      failedTolerances: [
        { code: 'price', lineNum: 1, found: '49.91', allowed: '49.9' },
        { code: 'quantity_ordered', lineNum: 1, found: '3', allowed: '2' },
      ],
    })
  })

  it('is tolerated to the last decimal, and not beyond', async () => {
    await matching('2-way')
    await company(changed => {
      changed.invoiceTolerances = { pricePercent: '2.5', quantityPercent: '10' }
    })
    const first = await world.order([{ quantity: '10', unitPrice: '0.30' }])
    const at = await invoiced({ order: first.number, lines: [{ quantity: '11', unitPrice: '0.3075' }] })
    expect(statusOf(at)).toBe('approved')
    const second = await world.order([{ quantity: '10', unitPrice: '0.30' }])
    const above = await invoiced({
      order: second.number,
      lines: [{ quantity: '11.0001', unitPrice: '0.30750001' }],
    })
    expect(invoice(above).failedTolerances).toMatchObject([{ code: 'price' }, { code: 'quantity_ordered' }])
  })

  it('is checked again when tolerances have changed', async () => {
    await matching('2-way')
    const { number } = await world.order()
    const id = await invoiced({ order: number, lines: [{ unitPrice: '50.00' }] })
    expect(statusOf(id)).toBe('ap_hold')
    await company(changed => {
      changed.invoiceTolerances = { pricePercent: '1' }
    })
    world.coupa.application.actOnInvoice('ada', { invoice: id, action: 'revalidate_tolerances' })
    expect(invoice(id)).toMatchObject({ status: 'approved', failedTolerances: [] })
  })

  it('is approved by people where no order stands behind it', async () => {
    const id = await invoiced({ contract: await contract() })
    expect(statusOf(id)).toBe('pending_approval')
    await expect(world.coupa.person('emma').approveInvoice(id)).rejects.toThrow()
    await world.coupa.person('ada').approveInvoice(id)
    expect(statusOf(id)).toBe('approved')
  })

  async function contract() {
    const api = await restClient(world.coupa)
    const [supplier] = world.coupa.company.current.suppliers
    await api.json('POST', 'contracts', { name: 'Frame', number: 'C-9', supplier: { id: supplier?.id } })
    return 'C-9'
  }
})

describe('several invoices of one line', () => {
  it('share what was received, the first before the second', async () => {
    const { number } = await world.order([{ quantity: '10' }])
    const first = await invoiced({ order: number, lines: [{ quantity: '5' }] })
    const second = await invoiced({ order: number, lines: [{ quantity: '5' }] })
    await world.coupa.person('emma').receive(number, { 1: '5' })
    expect([statusOf(first), statusOf(second)]).toEqual(['approved', 'pending_receipt'])
    await world.coupa.person('emma').receive(number, { 1: '5' })
    expect(statusOf(second)).toBe('approved')
  })

  it('hold up only the one that is too many', async () => {
    const { number } = await world.order([{ quantity: '10' }])
    const first = await invoiced({ order: number, lines: [{ quantity: '10' }] })
    const second = await invoiced({ order: number, lines: [{ quantity: '1' }] })
    expect(statusOf(second)).toBe('ap_hold')
    await world.coupa.person('emma').receive(number)
    expect([statusOf(first), statusOf(second)]).toEqual(['approved', 'ap_hold'])
  })

  it('never pass together what was received, whoever was approved out of turn', async () => {
    const { number } = await world.order([{ quantity: '10' }])
    const first = await invoiced({ order: number, lines: [{ quantity: '5' }] })
    const second = await invoiced({ order: number, lines: [{ quantity: '5' }] })
    world.coupa.application.actOnInvoice('ada', { invoice: second, action: 'bypass_approvals' })
    await world.coupa.person('emma').receive(number, { 1: '5' })
    expect(statusOf(first)).toBe('pending_receipt')
  })
})

describe('what is taken back', () => {
  it('counts no more on the order once it is voided, abandoned or rejected', async () => {
    const { number } = await world.order([{ quantity: '10' }])
    const act = (id: number, action: 'void' | 'abandon' | 'bypass_approvals') =>
      world.coupa.application.actOnInvoice('ada', { invoice: id, action })
    const voided = await invoiced({ order: number, lines: [{ quantity: '4' }] })
    const abandoned = await invoiced({ order: number, lines: [{ quantity: '3' }] })
    expect(invoicedOn(number)).toBe('7')
    act(voided, 'bypass_approvals')
    act(voided, 'void')
    act(abandoned, 'abandon')
    expect(invoicedOn(number)).toBe('0')
    expect([statusOf(voided), statusOf(abandoned)]).toEqual(['voided', 'abandoned'])
  })

  it('is credited below 0, for the invoice that it names, and not twice', async () => {
    await matching('2-way')
    const { number } = await world.order([{ quantity: '10' }])
    await invoiced({ order: number, invoiceID: 'INV-A', lines: [{ quantity: '4', tax: '2.00' }] })
    const credit: InvoiceLetter = {
      order: number,
      purpose: 'lineLevelCreditMemo',
      original: 'INV-A',
      lines: [{ quantity: '-3', tax: '-1.50' }],
    }
    const id = await invoiced(credit)
    expect(invoice(id)).toMatchObject({
      documentType: 'Credit Note',
      originalInvoiceNumber: 'INV-A',
      status: 'approved',
      netTotal: '-149.7',
      grossTotal: '-151.2',
    })
    expect(invoicedOn(number)).toBe('1')
    expect(await sendInvoice(world.coupa.url, credit)).toMatchObject({
      httpStatus: 417,
      text: `Line 1 of order ${number} cannot be credited further: 1 is invoiced`,
    })
    expect(await sendInvoice(world.coupa.url, { order: number, lines: [{ quantity: '9' }] })).toMatchObject({
      code: '200',
    })
    expect(invoicedOn(number)).toBe('10')
  })

  it('is taken back by the supplier itself as long as nobody has approved it', async () => {
    const { number } = await world.order()
    const id = await invoiced({ order: number, invoiceID: 'INV-A' })
    const back = { order: number, invoiceID: 'INV-A', operation: 'delete' } as const
    expect(await sendInvoice(world.coupa.url, back)).toMatchObject({ httpStatus: 200 })
    expect(statusOf(id)).toBe('abandoned')
    expect(await sendInvoice(world.coupa.url, back)).toMatchObject({
      httpStatus: 417,
      text: 'Could not find invoice INV-A',
    })
  })

  it('can be disputed with a reason, out of which it is matched again', async () => {
    const { number } = await world.order()
    const id = await invoiced({ order: number })
    const act = (action: 'dispute' | 'withdraw_dispute', reason?: string) =>
      world.coupa.application.actOnInvoice('ada', { invoice: id, action, ...(reason ? { reason } : {}) })
    expect(() => act('dispute')).toThrow("Reason can't be blank")
    expect(act('dispute', 'Never ordered')).toMatchObject({
      status: 'disputed',
      disputeReason: 'Never ordered',
    })
    await world.coupa.person('emma').receive(number)
    expect(statusOf(id)).toBe('disputed')
    expect(act('withdraw_dispute').status).toBe('approved')
  })

  it('is paid only when it is approved, with day and notes', async () => {
    const { number } = await world.order()
    const id = await invoiced({ order: number })
    const pay = (paid: boolean) =>
      world.coupa.application.payInvoice('ada', { invoice: id, paid, notes: 'Run 7' })
    expect(() => pay(true)).toThrow('would have to be approved')
    world.coupa.application.actOnInvoice('ada', { invoice: id, action: 'bypass_approvals' })
    expect(pay(true)).toMatchObject({ paid: true, paymentNotes: 'Run 7', paymentDate: world.time.clock() })
    expect(pay(false).paid).toBe(false)
  })
})

describe('the total that the supplier writes', () => {
  const off = (id: number) => invoice(id).failedTolerances.filter(({ code }) => code === 'total')

  it('holds the invoice where it is off by more than rounding, and says what it should be', async () => {
    await matching('2-way')
    const { number } = await world.order([{ quantity: '10' }])
    const exact = await invoiced({ order: number, lines: [{ quantity: '0.3333' }], gross: '16.63' })
    expect(off(exact)).toEqual([])
    const wrong = await invoiced({ order: number, gross: '49.92' })
    expect(invoice(wrong)).toMatchObject({ status: 'ap_hold', supplierTotal: '49.92' })
    expect(off(wrong)).toEqual([{ code: 'total', found: '49.92', allowed: '49.9' }])
    const ada = createVisitor(world.coupa.url)
    await ada.post('/session', { login: 'ada' })
    expect((await ada.get(`/invoices/${wrong}`)).html).toContain(
      'The supplier’s total is 49.92; lines, charges and taxes come to 49.9',
    )
  })

  it('may be off by what the company tolerates', async () => {
    await matching('2-way')
    await company(changed => {
      changed.invoiceTolerances = { totalAmount: '0.10' }
    })
    const { number } = await world.order([{ quantity: '10' }])
    expect(off(await invoiced({ order: number, gross: '50.00' }))).toEqual([])
    expect(off(await invoiced({ order: number, gross: '49.79' }))).toHaveLength(1)
  })

  it('is not off where only some of its taxes stand in the lines', async () => {
    const { number } = await world.order([{ quantity: '10' }])
    const id = await invoiced({ order: number, lines: [{ tax: '4.00' }, {}], tax: '1.50' })
    expect(invoice(id)).toMatchObject({ taxAmount: '5.5', grossTotal: '105.3', failedTolerances: [] })
  })

  it('is tolerated by amounts only', async () => {
    await expect(
      company(changed => {
        changed.invoiceTolerances = { pricePercent: 'much', totalAmount: '-1' }
      }),
    ).rejects.toMatchObject({
      code: 'ERR_COUPA_INVALID',
      fields: [{ field: 'invoiceTolerances.pricePercent' }, { field: 'invoiceTolerances.totalAmount' }],
    })
  })
})

it('is told, decided on and paid by people as a test moves them', async () => {
  const { number } = await world.order()
  const id = await invoiced({ order: number })
  const ada = world.coupa.person('ada')
  await expect(world.coupa.person('emma').actOnInvoice(id, 'bypass_approvals')).rejects.toMatchObject({
    code: 'ERR_COUPA_FORBIDDEN',
  })
  expect(await ada.actOnInvoice(id, 'bypass_approvals')).toMatchObject({ status: 'approved' })
  expect(await ada.payInvoice(id, 'Run 7')).toMatchObject({ paid: true, paymentNotes: 'Run 7' })
  expect(await world.coupa.person('emma').invoices()).toMatchObject([{ id }])
  expect(await world.coupa.person('mark').invoices()).toEqual([])
})
