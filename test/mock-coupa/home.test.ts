import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { readText, signIn, type Visitor } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let emma: Visitor
let ada: Visitor

beforeAll(async () => {
  supplier = await startFakeSupplier()
  const company = supplier.company()
  company.approvalGroups = [{ id: 1, name: 'Security board', members: ['fiona', 'mark'] }]
  company.approvalRules.push({
    id: 9,
    name: 'Security from 100',
    kind: 'approval_chain',
    priority: 70,
    minTotal: '100',
    approvers: [{ group: 1 }],
    active: true,
  })
  // Five in the evening of 1 March where the company is.
  coupa = await startMockCoupa({ port: 0, company, clock: () => new Date('2026-03-02T01:00:00Z') })
  emma = await signIn(coupa.url, 'emma')
  ada = await signIn(coupa.url, 'ada')
})

afterAll(async () => {
  await coupa.close()
  await supplier.close()
})

describe('the home page', () => {
  it('has Coupa’s account menu in Coupa’s order, with Sign Out, and five of Recent Activity', async () => {
    for (let made = 0; made < 6; made += 1) {
      const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
      await coupa.person('emma').submit(number)
    }
    const { html } = await emma.get('/')
    const menu = /<details class="account"[\s\S]*?<\/details>/.exec(html)?.[0] ?? ''
    expect(readText(menu)).toMatch(/Activity Groups Settings Inbox .*Sign Out/)
    const recent = /<section[^>]*aria-labelledby="recent"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    expect(recent.match(/data-requisition/g)).toHaveLength(5)
    expect(recent).toContain('href="/activity"')
  })

  it('tells what is announced to a department on a day of the company’s clock', async () => {
    const announce = (fields: Record<string, string>) => ada.post('/setup/announcements', fields)
    const body = 'Line one\nLine two'
    await announce({ title: 'Today', body, from: '2026-03-01', until: '2026-03-01' })
    await announce({ title: 'Tomorrow', body, from: '2026-03-02' })
    await announce({ title: 'Over', body, until: '2026-02-28' })
    await announce({ title: 'For finance', body, departments: 'Finance' })
    const { announcements } = coupa.application.home('emma')
    expect(announcements.map(({ title }) => title)).toEqual(['How to buy here', 'Today'])
    expect(coupa.application.home('fiona').announcements.at(-1)?.title).toBe('For finance')
    expect(readText((await emma.get('/')).html)).toContain('Line two')
    const [first] = announcements
    expect((await ada.post(`/setup/announcements/${first?.id}/remove`)).status).toBe(303)
    expect(coupa.application.home('emma').announcements).toHaveLength(1)
  })

  it('says what is wrong with an announcement, and keeps what was typed', async () => {
    const { status, html } = await ada.post('/setup/announcements', {
      title: 'Backwards',
      body: '',
      from: '2026-03-02',
      until: '2026-03-01',
    })
    expect(status).toBe(422)
    expect(html).toContain('value="Backwards"')
    expect(readText(html)).toMatch(/must not be empty.*must not be before the first day/)
    const noDay = await ada.post('/setup/announcements', { title: 'Soon', body: 'x', from: '2026-02-31' })
    expect([noDay.status, readText(noDay.html).includes('must be a day')]).toEqual([422, true])
  })
})

describe('a form', () => {
  it('is made in Setup, found on the home page, and its answers stand on the line and in the API', async () => {
    const made = {
      name: 'Contractor’s laptop',
      description: 'For people who stay a while.',
      active: 'on',
      supplier: '2',
      unitPrice: '900',
      'fields.0.name': 'Who is it for',
      'fields.0.kind': 'text',
      'fields.0.required': 'on',
      'fields.1.name': 'Size',
      'fields.1.kind': 'choice',
      'fields.1.choices': '14, 16',
    }
    expect((await ada.post('/setup/forms', { ...made, 'fields.1.choices': '' })).status).toBe(422)
    expect((await ada.post('/setup/forms', made)).status).toBe(303)
    const { forms } = coupa.application.home('emma')
    const id = forms.find(({ name }) => name === made.name)?.id ?? 0
    expect((await emma.get('/')).html).toContain(`href="/forms/${id}"`)
    const refused = await emma.post(`/forms/${id}`, { quantity: 'two', 'answers[1]': '15' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('value="two"')
    expect(readText(refused.html)).toMatch(
      /must be answered.*must be one of 14, 16.*must be a number above 0/,
    )
    const sent = await emma.post(`/forms/${id}`, {
      quantity: '2',
      'answers[0]': 'Kim',
      'answers[1]': '16',
    })
    expect(sent).toMatchObject({ status: 303, location: '/cart?notice=item-added' })
    expect(coupa.application.cart('emma')?.lines).toMatchObject([
      {
        description: made.name,
        quantity: '2',
        total: '1800',
        supplier: { id: 2 },
        customFields: { 'Who is it for': 'Kim', Size: '16' },
      },
    ])
    expect(readText((await emma.get('/cart')).html)).toContain('Who is it for Kim Size 16')
  })

  it('has as many questions as somebody writes, in their order and without rows that stand empty', async () => {
    const questions = Array.from({ length: 45 }, (_, row) => [
      [`fields.${row}.name`, row === 1 ? '' : `Question ${row}`],
      [`fields.${row}.kind`, 'text'],
    ])
    await ada.post('/setup/forms', { name: 'Long', ...Object.fromEntries(questions.flat()) })
    const { fields } = coupa.company.current.forms?.at(-1) ?? {}
    expect(fields).toHaveLength(44)
    expect([fields?.[0]?.name, fields?.[1]?.name, fields?.at(-1)?.name]).toEqual([
      'Question 0',
      'Question 2',
      'Question 44',
    ])
  })

  it('that is not active is not there', async () => {
    const { forms = [] } = coupa.company.current
    const [form] = forms
    if (form === undefined) throw new Error('the seeded company has a form')
    await coupa.application.saveForm('ada', { ...form, active: false })
    expect((await emma.get(`/forms/${form.id}`)).status).toBe(404)
  })
})

it('Groups shows who decides together, and for which chains', async () => {
  const mark = await signIn(coupa.url, 'mark')
  const text = readText((await mark.get('/groups')).html)
  expect(text).toMatch(
    /Security board You are a member Fiona Lund .* Mark Osei .* Asked by Security from 100/,
  )
  expect(readText((await emma.get('/groups')).html)).not.toContain('You are a member')
})
