import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MockCoupa, manualTime, northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readText, signIn } from '../support/visitor.js'

let dataDir: string
let coupa: MockCoupa
/** One in the morning in Oakland. */
let time: ReturnType<typeof manualTime>

const hour = 60 * 60 * 1000

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mock-coupa-'))
  time = manualTime(new Date('2026-03-02T09:00:00Z'))
  coupa = await start()
})

afterEach(async () => {
  await coupa.close()
  rmSync(dataDir, { recursive: true })
})

function start(digestHour?: number): Promise<MockCoupa> {
  const company = { ...northwindInstruments(), ...(digestHour === undefined ? {} : { digestHour }) }
  return startMockCoupa({ port: 0, dataDir, company, clock: time.clock, timers: time.timers })
}

async function submitted(): Promise<number> {
  const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
  await coupa.person('emma').submit(number)
  return number
}

function choose(login: string, kind: string, online: boolean, email: 'none' | 'immediate' | 'daily_digest') {
  coupa.application.saveNotificationPreferences(login, [{ kind, online, email }])
}

const mailsToMark = () => coupa.mails().filter(({ to }) => to === 'mark.osei@northwind.example')

describe('a type of notification', () => {
  it('has the words of Coupa, and a default for whoever has not chosen', () => {
    const emmas = coupa.application.notificationPreferences('emma')
    const adas = coupa.application.notificationPreferences('ada')
    expect(emmas[0]).toEqual({
      kind: 'approval_needed',
      name: 'My approval is needed',
      group: 'Approvals',
      online: true,
      email: 'immediate',
    })
    expect(adas.map(({ name }) => name)).toContain('A punchout has a cXML error')
    expect(emmas.map(({ name }) => name)).not.toContain('A punchout has a cXML error')
  })

  it('comes by the channels that each person has chosen', async () => {
    choose('mark', 'approval_needed', true, 'none')
    await submitted()
    expect(await coupa.person('mark').notifications()).toHaveLength(1)
    expect(mailsToMark()).toHaveLength(0)
    choose('mark', 'approval_needed', false, 'immediate')
    await submitted()
    expect(await coupa.person('mark').notifications()).toHaveLength(1)
    expect(mailsToMark()).toHaveLength(1)
  })

  it('that only administrators hear of is not for others to choose', () => {
    expect(() => choose('emma', 'cxml_failure', true, 'none')).toThrow('must be one of approval_needed')
    expect(() => choose('ada', 'carrier_pigeon', true, 'none')).toThrow('found "carrier_pigeon"')
    choose('ada', 'cxml_failure', false, 'none')
    expect(coupa.application.notificationPreferences('ada').at(-1)).toMatchObject({ online: false })
  })
})

describe('a daily digest', () => {
  it('gathers a day’s news into one mail at the company’s own hour', async () => {
    choose('mark', 'approval_needed', true, 'daily_digest')
    const first = await submitted()
    time.advance(hour)
    const second = await submitted()
    time.advance(6 * hour - 1)
    await Promise.resolve()
    expect(mailsToMark()).toHaveLength(0)
    time.advance(1)
    const [mail] = await coupa.waitFor(() => mailsToMark().length > 0 && mailsToMark())
    expect(mail?.subject).toBe('Your daily digest: 2 notifications')
    expect(mail?.text).toContain(`Requisition ${first} needs your approval`)
    expect(mail?.text).toContain(`Requisition ${second} needs your approval`)
    time.advance(48 * hour)
    await Promise.resolve()
    expect(mailsToMark()).toHaveLength(1)
  })

  it('comes after the company was away at that hour', async () => {
    choose('mark', 'approval_needed', true, 'daily_digest')
    await submitted()
    await coupa.close()
    time.advance(30 * hour)
    coupa = await start()
    await coupa.waitFor(() => mailsToMark().length === 1)
  })

  it('does not come to somebody who has left', async () => {
    choose('mark', 'approval_needed', true, 'daily_digest')
    await submitted()
    await coupa.company.update(company => {
      for (const person of company.people) if (person.login === 'mark') person.active = false
      company.people = company.people.map(({ manager, ...person }) =>
        manager === 'mark' || manager === undefined ? person : { ...person, manager },
      )
    })
    time.advance(24 * hour)
    await new Promise(resolve => setImmediate(resolve))
    expect(mailsToMark()).toHaveLength(0)
  })

  it.each([
    [17, '2026-03-03T01:00:00.000Z'],
    [0, '2026-03-02T08:00:00.000Z'],
  ])('comes at the hour that is configured (%i)', async (digestHour, at) => {
    await coupa.company.update(company => {
      company.digestHour = digestHour
    })
    choose('mark', 'approval_needed', true, 'daily_digest')
    await submitted()
    const due = Date.parse(at) > time.clock().getTime() ? Date.parse(at) : Date.parse(at) + 24 * hour
    time.advance(due - time.clock().getTime())
    const [mail] = await coupa.waitFor(() => mailsToMark().length > 0 && mailsToMark())
    expect(mail?.createdAt.toISOString()).toBe(new Date(due).toISOString())
  })
})

describe('the inbox', () => {
  it('is read in pages, by type and by what is unread', async () => {
    for (let count = 0; count < 26; count += 1) await submitted()
    const { inbox, markRead } = coupa.application
    expect(inbox('mark')).toMatchObject({ total: 26, page: 1, pageCount: 2 })
    expect(inbox('mark').rows).toHaveLength(25)
    expect(inbox('mark', { page: 2 }).rows).toHaveLength(1)
    expect(inbox('mark', { page: 99 }).page).toBe(2)
    markRead('mark', inbox('mark').rows[0]?.id ?? 0)
    expect(inbox('mark', { unread: true }).total).toBe(25)
    expect(inbox('mark', { kind: 'order_issued' }).total).toBe(0)
    expect(inbox('mark', { kind: 'approval_needed' }).total).toBe(26)
  })
})

describe('the pages', () => {
  it('of the settings keep what is chosen', async () => {
    const mark = await signIn(coupa.url, 'mark')
    const { html } = await mark.get('/settings/notifications')
    expect(readText(html)).toContain('My approval is needed')
    expect(html).not.toContain('cxml_failure')
    const answer = await mark.post('/settings/notifications', {
      'approval_needed.email': 'daily_digest',
      'order_issued.online': 'on',
    })
    expect(answer).toMatchObject({ status: 303, location: '/settings/notifications?notice=saved' })
    const kept = new Map(coupa.application.notificationPreferences('mark').map(one => [one.kind, one]))
    expect(kept.get('approval_needed')).toMatchObject({ online: false, email: 'daily_digest' })
    expect(kept.get('order_issued')).toMatchObject({ online: true, email: 'none' })
  })

  it('of the inbox filter, page on, and mark one as read where it stands', async () => {
    for (let count = 0; count < 26; count += 1) await submitted()
    const mark = await signIn(coupa.url, 'mark')
    const rows = (html: string) => html.match(/<li[^>]* data-notification=/g)?.length ?? 0
    const first = await mark.get('/notifications?type=approval_needed&unread=on')
    expect(rows(first.html)).toBe(25)
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first.html) ?? []
    expect(next).toBe('/notifications?unread=on&amp;type=approval_needed&amp;page=2')
    expect(rows((await mark.get(next.replaceAll('&amp;', '&'))).html)).toBe(1)
    expect(rows((await mark.get('/notifications?type=order_issued')).html)).toBe(0)
    const id = String(coupa.application.inbox('mark').rows[0]?.id)
    const answer = await mark.post('/notifications/read', { id, stay: 'on' })
    expect(answer.location).toBe('/notifications?notice=read')
    expect(coupa.application.inbox('mark', { unread: true }).total).toBe(25)
  })
})
