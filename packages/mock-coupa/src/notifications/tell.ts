import type { User } from '../company/company.js'
import type { Work } from '../control/work.js'
import { addToDigest } from './digest.js'
import { insertMail } from './mail-records.js'
import type { NotificationKind } from './notification.js'
import { insertNotification } from './notification-records.js'
import { channelsOf } from './preferences.js'

/** What somebody hears, by the channels that each has chosen. */
export interface Message {
  readonly kind: NotificationKind
  readonly subject: string
  readonly body: string
  readonly requisition?: number
  readonly purchaseOrder?: number
  readonly invoice?: number
  readonly contract?: number
  /** What only this person's own mail says, below the body: never a digest, since it may hold a secret. */
  readonly forMail?: (person: User) => string
}

export function tell(work: Work, people: readonly User[], { forMail, ...message }: Message): void {
  for (const person of people) {
    const { online, email } = channelsOf(work.db, person.login, message.kind)
    if (online) insertNotification(work, { login: person.login, ...message })
    if (email === 'immediate') {
      const more = forMail === undefined ? '' : `\n\n${forMail(person)}`
      insertMail(work, {
        to: person.email,
        subject: message.subject,
        text: `Hello ${person.firstName},\n\n${message.body}${more}\n\n${work.company.name} · ${work.system.title}`,
      })
    }
    if (email === 'daily_digest') addToDigest(work, person.login, message)
  }
}

/** Active people only: who has left hears nothing. */
export function peopleWith(work: Work, logins: readonly string[]): User[] {
  return work.company.people.filter(person => person.active && logins.includes(person.login))
}
