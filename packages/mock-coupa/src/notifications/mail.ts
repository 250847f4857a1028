import { createTransport } from 'nodemailer'
import type { Clock } from '../control/time.js'
import type { Work } from '../control/work.js'
import { readMail, settleMail } from './mail-records.js'
import type { Mail } from './notification.js'

/** Where mails go. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** Default `no-reply@<host of the mock>`. */
  readonly from?: string
}

export interface Postman {
  send(id: number, signal: AbortSignal): Promise<void>
  close(): void
}

/** Tried again after each of these waits, in milliseconds; then the mail has failed. */
const waits = [10_000, 60_000, 10 * 60_000, 60 * 60_000] as const

/** Sends what stands in the outbox. Without a server every mail is only recorded. */
export function createPostman(by: {
  readonly server: MailServer | undefined
  /** Of the procurement system: who mails come from. */
  readonly title: string
  readonly host: () => string
  readonly clock: Clock
  readonly transaction: <T>(change: (work: Work) => T) => T
}): Postman {
  const transport =
    by.server &&
    createTransport({
      host: by.server.host,
      port: by.server.port,
      secure: false,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    })
  return {
    async send(id, signal) {
      const mail = by.transaction(work => readMail(work.db, id))
      if (transport === undefined) {
        by.transaction(work => settleMail(work, id, { status: 'recorded' }))
        return
      }
      try {
        await transport.sendMail({
          from: by.server?.from ?? `${by.title} <no-reply@${by.host()}>`,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          // The same mail tried again has the same id: whoever got it twice can tell.
          messageId: `<mail-${id}.${mail.createdAt.getTime()}@${by.host()}>`,
          date: mail.createdAt,
        })
        by.transaction(work => settleMail(work, id, { status: 'sent' }))
      } catch (error) {
        if (signal.aborted) return
        const failure = error instanceof Error ? error.message : String(error)
        const wait = waits[mail.attempts]
        by.transaction(work =>
          settleMail(work, id, {
            status: wait === undefined ? 'failed' : 'pending',
            failure,
            ...(wait === undefined ? {} : { nextAttemptAt: new Date(by.clock().getTime() + wait) }),
          }),
        )
      }
    },
    close: () => transport?.close(),
  }
}

/** For pages: whoever may read the mails of others may neither decide nor acknowledge in their name. */
export function withoutLinks(mail: Mail): Mail {
  return { ...mail, text: mail.text.replace(/(\/(?:approvals\/mail|supplier\/acknowledge)\/)[\w-]+/g, '$1…') }
}
