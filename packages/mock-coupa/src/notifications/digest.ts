import { activePerson } from '../company/people.js'
import { atLocalHour } from '../control/local-time.js'
import type { Work } from '../control/work.js'
import { dateOf, numberOf, textOf } from '../store/row.js'
import { insertMail } from './mail-records.js'

/** When the company does not say: at eight in the morning. */
const defaultDigestHour = 8

/**
 * Keeps a message for the person's next daily digest. The first of a day opens it, with the moment at which it is
 * due: a restart in between loses nothing, and somebody with no news gets no mail.
 */
export function addToDigest(
  work: Work,
  login: string,
  message: { readonly subject: string; readonly body: string },
): void {
  const open = work.db.get('SELECT id FROM digests WHERE login = $login AND due_at IS NOT NULL', { login })
  work.db.run(
    'INSERT INTO digest_entries (digest, subject, body, created_at) VALUES ($digest, $subject, $body, $now)',
    {
      digest: open === undefined ? openDigest(work, login) : numberOf(open, 'id'),
      subject: message.subject,
      body: message.body,
      now: work.now.toISOString(),
    },
  )
}

function openDigest(work: Work, login: string): number {
  const { utcOffset, digestHour = defaultDigestHour } = work.company
  const dueAt = atLocalHour(work.now, utcOffset, digestHour)
  return work.db.run('INSERT INTO digests (login, due_at, created_at) VALUES ($login, $dueAt, $now)', {
    login,
    dueAt: dueAt.toISOString(),
    now: work.now.toISOString(),
  }).lastId
}

/** Makes one mail of what has gathered. Who has left in the meantime gets none. */
export function mailDigest(work: Work, digest: number): void {
  const row = work.db.get('SELECT * FROM digests WHERE id = $digest AND due_at IS NOT NULL', { digest })
  if (row === undefined) return
  work.db.run('UPDATE digests SET due_at = NULL WHERE id = $digest', { digest })
  const person = activePerson(work.company, textOf(row, 'login'))
  if (person === undefined) return
  const entries = work.db.all('SELECT * FROM digest_entries WHERE digest = $digest ORDER BY id', { digest })
  const texts = entries.map(
    entry =>
      `${textOf(entry, 'subject')}\n${dateOf(entry, 'created_at').toISOString()}\n${textOf(entry, 'body')}`,
  )
  insertMail(work, {
    to: person.email,
    subject: `Your daily digest: ${entries.length} ${entries.length === 1 ? 'notification' : 'notifications'}`,
    text: [`Hello ${person.firstName},`, ...texts, `${work.company.name} · ${work.system.title}`].join(
      '\n\n',
    ),
  })
}
