import { createArrivals } from './arrivals.js'
import type { Mail, Mailbox } from './mailbox.js'
import { readMail, stampMail } from './read-mail.js'

export interface MailboxOptions {
  readonly clock?: () => Date
}

/** A mailbox that forgets everything with its process. For tests. */
export function memoryMailbox(options: MailboxOptions = {}): Mailbox {
  const clock = options.clock ?? (() => new Date())
  const mails = new Map<string, Mail>()
  const arrivals = createArrivals()
  const list = async () => [...mails.values()].reverse()
  return {
    async deliver(envelope, raw) {
      const mail = await readMail(stampMail(envelope, raw, clock()))
      const known = mails.get(mail.id)
      if (known !== undefined) return known
      mails.set(mail.id, mail)
      arrivals.tell(mail)
      return mail
    },
    list,
    get: async id => mails.get(id),
    waitFor: (predicate, { signal } = {}) =>
      arrivals.waitFor(predicate, { list, ...(signal ? { signal } : {}) }),
    close: async () => undefined,
  }
}
