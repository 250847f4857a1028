import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { directoryMailbox } from './directory-mailbox.js'
import { type MailServer, startMailServer } from './mail-server.js'
import type { Mailbox } from './mailbox.js'
import { memoryMailbox } from './memory-mailbox.js'
import { createPostman } from './postman.js'

const clock = () => new Date('2026-11-24T18:00:00Z')
const envelope = { from: 'a@a.example', to: ['emma@northwind.example'] }
const raw = (id: string, text = 'Hello') =>
  Buffer.from(
    `From: Äda <a@a.example>\r\nMessage-ID: <${id}@a.example>\r\nSubject: ${text}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  )

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailbox-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const kinds: readonly [string, () => Mailbox][] = [
  ['memory', () => memoryMailbox({ clock })],
  ['directory', () => directoryMailbox(folder, { clock })],
]

describe.each(kinds)('a %s mailbox', (_kind, create) => {
  it('gives back what was delivered, newest first', async () => {
    const mailbox = create()
    await mailbox.deliver(envelope, raw('1', 'first'))
    const second = await mailbox.deliver({ ...envelope, to: ['mark@northwind.example'] }, raw('2', 'second'))
    const all = await mailbox.list()
    expect(all).toHaveLength(2)
    expect(await mailbox.get(second.id)).toMatchObject({
      from: 'Äda <a@a.example>',
      to: ['mark@northwind.example'],
      subject: 'second',
      text: 'second\n',
      messageId: '<2@a.example>',
      receivedAt: clock(),
    })
    await mailbox.close()
  })

  it('keeps a mail that was sent twice once', async () => {
    const mailbox = create()
    const first = await mailbox.deliver(envelope, raw('1'))
    expect(await mailbox.deliver(envelope, raw('1'))).toEqual(first)
    expect(await mailbox.list()).toHaveLength(1)
    await mailbox.close()
  })

  it('keeps mails without a Message-ID apart from others of theirs', async () => {
    const mailbox = create()
    await mailbox.deliver(envelope, Buffer.from('Subject: one\r\n\r\n'))
    await mailbox.deliver(envelope, Buffer.from('Subject: two\r\n\r\n'))
    expect(await mailbox.list()).toHaveLength(2)
    await mailbox.close()
  })

  it('takes no envelope from a sender’s own headers', async () => {
    const mailbox = create()
    const forged = Buffer.from(
      'Delivered-To: boss@northwind.example\r\nX-Brightstack-Received: 1999-01-01T00:00:00Z\r\nSubject: x\r\n\r\n',
    )
    const mail = await mailbox.deliver(
      { from: '', to: ['emma@northwind.example\r\nDelivered-To: x'] },
      forged,
    )
    expect(mail.to).toEqual(['emma@northwind.exampleDelivered-To: x'])
    expect(mail.receivedAt).toEqual(clock())
    await mailbox.close()
  })

  it('tells who waits, of what is there and of what comes', async () => {
    const mailbox = create()
    const waiting = mailbox.waitFor(({ subject }) => subject === 'later')
    await mailbox.deliver(envelope, raw('1', 'now'))
    await mailbox.deliver(envelope, raw('2', 'later'))
    expect((await waiting).subject).toBe('later')
    expect((await mailbox.waitFor(({ subject }) => subject === 'now')).subject).toBe('now')
    await mailbox.close()
  })

  it('stops waiting when told so', async () => {
    const mailbox = create()
    const patience = new AbortController()
    const waiting = mailbox.waitFor(() => false, { signal: patience.signal })
    patience.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await mailbox.close()
  })
})

describe('a directory', () => {
  it('keeps one file a mail, which the next process reads', async () => {
    const mailbox = directoryMailbox(folder, { clock })
    const mail = await mailbox.deliver(envelope, raw('1'))
    expect(readdirSync(folder)).toEqual([`001795543200000-${mail.id}.eml`])
    writeFileSync(join(folder, '.half.part'), 'Subject: half a mail')
    writeFileSync(join(folder, 'notes.txt'), 'not ours')
    const next = directoryMailbox(folder, { clock })
    expect(await next.list()).toEqual([mail])
    expect((await next.deliver(envelope, raw('1'))).id).toBe(mail.id)
    expect(await next.get('../../etc/passwd')).toBeUndefined()
  })

  it('hears of mails that another process delivers', async () => {
    const reader = directoryMailbox(folder, { clock })
    const waiting = reader.waitFor(({ subject }) => subject === 'from afar')
    await directoryMailbox(folder, { clock }).deliver(envelope, raw('1', 'from afar'))
    expect((await waiting).subject).toBe('from afar')
    await reader.close()
  })
})

describe('the mail server', () => {
  let server: MailServer
  const mailbox = memoryMailbox({ clock })
  beforeEach(async () => {
    server = await startMailServer({ port: 0, mailbox })
  })
  afterEach(() => server.close())

  it('takes by SMTP what nodemailer sends, as text and as HTML', async () => {
    const postman = createPostman(server)
    const mail = {
      to: 'Emma@Northwind.example',
      subject: 'Ledgerly “Team” is ready ✓',
      text: 'Zwölf Sitze',
      html: '<b>Zwölf Sitze</b>',
    }
    await postman.send({ ...mail, idempotencyKey: 'northwind:PO-1' })
    await postman.send({ ...mail, idempotencyKey: 'northwind:PO-1' })
    const found = (await mailbox.list()).filter(({ subject }) => subject === mail.subject)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      from: 'Brightstack <no-reply@brightstack.example>',
      to: ['emma@northwind.example'],
      text: 'Zwölf Sitze\n',
      html: '<b>Zwölf Sitze</b>\n',
      messageId: expect.stringMatching(/^<[0-9a-f]{40}@brightstack\.example>$/),
    })
    postman.close()
  })

  it('sends to one recipient, whatever the address looks like', async () => {
    const postman = createPostman(server)
    const before = (await mailbox.list()).length
    await postman
      .send({ to: 'a@x.example, b@y.example', subject: 's', text: 't', html: 'h', idempotencyKey: 'k' })
      .catch(() => undefined)
    const recipients = (await mailbox.list()).slice(0, -before || undefined).flatMap(({ to }) => to)
    expect(recipients).not.toContain('b@y.example')
    postman.close()
  })

  it('refuses what is too large, and says so to the sender', async () => {
    const postman = createPostman(server)
    const huge = { to: 'emma@northwind.example', subject: 'huge', text: 'x'.repeat(3_000_000), html: '' }
    await expect(postman.send({ ...huge, idempotencyKey: 'h' })).rejects.toThrow(/552|size/i)
    postman.close()
  })

  it('lives on when a client drops the line in the middle', async () => {
    await new Promise<void>(resolve => {
      const socket = connect(server.port, server.host, () =>
        socket.write('EHLO x\r\nMAIL FROM:<a@a.example>\r\n'),
      )
      socket.once('data', () => socket.destroy()).once('close', () => resolve())
    })
    const postman = createPostman(server)
    await postman.send({
      to: 'emma@northwind.example',
      subject: 'after',
      text: 't',
      html: 'h',
      idempotencyKey: 'after',
    })
    expect((await mailbox.list())[0]?.subject).toBe('after')
    postman.close()
  })

  it('makes the sender come again when the mail cannot be kept', async () => {
    const full: Mailbox = { ...mailbox, deliver: () => Promise.reject(new Error('disk full')) }
    const other = await startMailServer({ port: 0, mailbox: full })
    const postman = createPostman(other)
    const mail = { to: 'emma@northwind.example', subject: 's', text: 't', html: 'h', idempotencyKey: 'k' }
    await expect(postman.send(mail)).rejects.toMatchObject({ responseCode: 451 })
    postman.close()
    await other.close()
  })
})
