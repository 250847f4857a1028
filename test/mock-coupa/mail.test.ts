import { memoryMailbox, startMailServer } from '@punchloop/demo-marketplace/mailbox'
import { type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, describe, expect, it } from 'vitest'

const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const started of open.splice(0)) await started.close()
})

function keep<T extends { close(): Promise<void> }>(started: T): T {
  open.unshift(started)
  return started
}

async function submitSomething(coupa: MockCoupa): Promise<number> {
  const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
  await coupa.person('emma').submit(number)
  return number
}

describe('a mail', () => {
  it('reaches the approver over SMTP', async () => {
    const mailbox = memoryMailbox()
    const server = keep(await startMailServer({ port: 0, mailbox }))
    const coupa = keep(await startMockCoupa({ port: 0, mail: { host: server.host, port: server.port } }))
    const number = await submitSomething(coupa)
    const mail = await mailbox.waitFor(({ to }) => to.includes('mark.osei@northwind.example'))
    expect(mail.subject).toBe(`Requisition ${number} needs your approval`)
    expect(mail.text).toContain('1899.00 USD')
    await coupa.waitFor(() => coupa.mails().every(({ status }) => status === 'sent'))
  })

  it('waits for a mail server that is down and is sent when it is up', async () => {
    const time = manualTime(new Date('2026-03-02T09:00:00Z'))
    const mailbox = memoryMailbox()
    const down = await startMailServer({ port: 0, mailbox })
    const { host, port } = down
    await down.close()
    const coupa = keep(
      await startMockCoupa({ port: 0, mail: { host, port }, clock: time.clock, timers: time.timers }),
    )
    await submitSomething(coupa)
    const [failed] = await coupa.waitFor(() => coupa.mails()[0]?.attempts === 1 && coupa.mails())
    expect(failed).toMatchObject({ status: 'pending', failure: expect.stringContaining('ECONNREFUSED') })
    keep(await startMailServer({ port, mailbox }))
    time.advance(60_000)
    await coupa.waitFor(() => coupa.mails()[0]?.status === 'sent')
    expect(await mailbox.list()).toHaveLength(1)
  })

  it('is only recorded where there is no mail server', async () => {
    const coupa = keep(await startMockCoupa({ port: 0 }))
    await submitSomething(coupa)
    await coupa.waitFor(() => coupa.mails()[0]?.status === 'recorded')
    expect(coupa.application.mails('ada')).toHaveLength(1)
    expect(() => coupa.application.mails('emma')).toThrow('Only an administrator may do this')
  })
})
