import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createVisitor } from '../support/visitor.js'

let coupa: MockCoupa
let number: number
let line: number

beforeEach(async () => {
  coupa = await startMockCoupa({ port: 0 })
  const cart = coupa.application.addFreeForm('emma', { description: 'A plant', quantity: '2', unitPrice: '' })
  number = cart.number
  line = cart.lines[0]?.id ?? 0
  await coupa.person('emma').submit(number)
})
afterEach(() => coupa.close())

async function signedIn(login: string) {
  const visitor = createVisitor(coupa.url)
  await visitor.post('/session', { login })
  return visitor
}

describe('a request in own words without a supplier', () => {
  it('waits for a buyer, who is told and completes it on its page', async () => {
    expect(coupa.requisition(number).status).toBe('pending_buyer_action')
    const [news] = await coupa.person('ada').notifications()
    expect(news?.kind).toBe('buyer_action_needed')
    const ada = await signedIn('ada')
    const { html } = await ada.get(`/requisitions/${number}`)
    expect(html).toContain('Pending Buyer Action')
    expect(html).toContain('is found when a buyer has completed it')
    const path = `/requisitions/${number}/complete`
    const refused = await ada.post(path, { [`supplier-${line}`]: '', [`price-${line}`]: '12.5' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('line 1 has no supplier')
    expect(refused.html).toContain('value="12.5"')
    const done = await ada.post(path, { [`supplier-${line}`]: '2', [`price-${line}`]: '12.5' })
    expect(done).toMatchObject({ status: 303, location: `/requisitions/${number}?notice=completed` })
    expect(coupa.requisition(number)).toMatchObject({
      status: 'pending_approval',
      total: '25',
      lines: [{ supplier: { name: 'Harbour Office Supply' }, unitPrice: '12.5' }],
    })
  })

  it('is completed by buyers alone', async () => {
    const emma = await signedIn('emma')
    expect((await emma.get(`/requisitions/${number}`)).html).not.toContain(`/${number}/complete`)
    expect((await emma.post(`/requisitions/${number}/complete`, {})).status).toBe(403)
    const lines = [{ id: line, supplier: 2, unitPrice: '1' }]
    expect(() => coupa.application.complete('mark', { requisition: number, lines })).toThrow('administrator')
  })
})
