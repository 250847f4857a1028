import { afterEach, describe, expect, it } from 'vitest'
import { type ApprovalWorld, person, startApprovals } from '../support/approvals.js'
import { createVisitor, readText, signIn } from '../support/visitor.js'

let world: ApprovalWorld

afterEach(() => world.coupa.close())

/** Paths of the links in the latest mail to somebody. */
function linksTo(address: string) {
  const mail = world.coupa.mails().find(({ to }) => to === address)
  const link = (word: string) => new RegExp(`${word}: (\\S+)`).exec(mail?.text ?? '')?.[1] ?? ''
  const path = (word: string) => new URL(link(word)).pathname
  return { view: path('View'), approve: path('Approve'), reject: path('Reject') }
}

async function start() {
  world = await startApprovals(company => company.people.push(person('gil')))
  return world.submit()
}

const toMark = () => linksTo('mark.osei@northwind.example')
const status = (number: number) => world.coupa.requisition(number).status

describe('the links of an approval mail', () => {
  it('approve for somebody who is not signed in, on a page, and once', async () => {
    const number = await start()
    const nobody = createVisitor(world.coupa.url)
    const { approve, view } = toMark()
    expect(view).toBe(`/requisitions/${number}`)
    const page = await nobody.get(approve)
    expect(page.status).toBe(200)
    expect(readText(page.html)).toContain(`Requisition ${number}`)
    const done = await nobody.postRaw(approve, { comment: 'From the train' })
    expect(done.status).toBe(200)
    expect(readText(done.html)).toContain('You approved')
    expect(status(number)).toBe('ordered')
    expect(world.coupa.requisition(number).chain).toMatchObject([
      { status: 'approved', decidedBy: { login: 'mark' }, comment: 'From the train' },
    ])
    for (const again of [await nobody.get(approve), await nobody.postRaw(approve, {})]) {
      expect(again.status).toBe(410)
      expect(readText(again.html)).toContain('has been used already')
    }
  })

  it('reject with a comment; without one the link is as good as before', async () => {
    const number = await start()
    const nobody = createVisitor(world.coupa.url)
    const { reject } = toMark()
    const refused = await nobody.postRaw(reject, { comment: ' ' })
    expect(refused.status).toBe(422)
    expect(readText(refused.html)).toContain('say why')
    expect((await nobody.postRaw(reject, { comment: 'Too dear' })).status).toBe(200)
    expect(world.coupa.requisition(number)).toMatchObject({ status: 'draft', rejectReason: 'Too dear' })
  })

  it('are harmless to whatever opens every link', async () => {
    const number = await start()
    const scanner = createVisitor(world.coupa.url)
    const { approve, reject } = toMark()
    for (const path of [approve, reject, approve, reject]) expect((await scanner.get(path)).status).toBe(200)
    await fetch(new URL(approve, world.coupa.url), { method: 'HEAD' })
    expect(status(number)).toBe('pending_approval')
    expect((await scanner.postRaw(approve, {})).status).toBe(200)
    expect(status(number)).toBe('ordered')
  })

  it('end with their time, with the approval, and are nobody else’s', async () => {
    const number = await start()
    const nobody = createVisitor(world.coupa.url)
    const { approve } = toMark()
    expect((await nobody.get(approve.replace(/mail\/..../, 'mail/AAAA'))).status).toBe(404)
    await world.coupa.person('emma').withdraw(number)
    expect((await nobody.postRaw(approve, {})).status).toBe(410)
    const second = await world.submit()
    world.time.advance(14 * 86_400_000)
    const late = await nobody.postRaw(toMark().approve, {})
    expect([late.status, status(second)]).toEqual([410, 'pending_approval'])
  })

  it('are a delegate’s own, and count for the delegator', async () => {
    await start()
    world.coupa.application.delegate('mark', {
      delegate: 'gil',
      startDate: new Date('2026-03-01T00:00:00Z'),
      endDate: new Date('2026-03-09T00:00:00Z'),
      reason: 'Holiday',
    })
    const number = await world.submit()
    await createVisitor(world.coupa.url).postRaw(linksTo('gil@northwind.example').approve, {})
    expect(world.coupa.requisition(number).chain[0]).toMatchObject({
      approver: { login: 'mark' },
      decidedBy: { login: 'gil' },
    })
  })

  it('are not shown to administrators', async () => {
    await start()
    const token = /mail\/([\w-]+)/.exec(toMark().approve)?.[1] ?? 'none'
    const ada = await signIn(world.coupa.url, 'ada')
    expect((await ada.get('/setup/mails')).html).not.toContain(token)
    expect(world.coupa.mails().some(({ text }) => text.includes(token))).toBe(true)
  })
})
