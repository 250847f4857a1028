import type { Company } from '../company/company.js'
import { activePerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import { textOf } from '../store/row.js'

/** `@[User:2]` as the API writes it, and `@mark` as people type it. A mail address mentions nobody. */
const mention = /(?<![\w.@])@(?:\[User:(\d{1,15})\]|([A-Za-z0-9][A-Za-z0-9._-]{0,59}))/g

/** Logins of the active people whom a text mentions, each once. Whoever is unknown is text. */
export function mentionsOf(work: Work, text: string): string[] {
  const found = new Set<string>()
  for (const [, id, name] of text.matchAll(mention)) {
    const login = id === undefined ? loginNamed(work.company, name ?? '') : loginOf(work.db, Number(id))
    const person = login === undefined ? undefined : activePerson(work.company, login)
    if (person !== undefined) found.add(person.login)
  }
  return [...found]
}

function loginOf(db: Database, id: number): string | undefined {
  const row = db.get('SELECT login FROM users WHERE id = $id', { id })
  return row && textOf(row, 'login')
}

/** A full stop after a name ends the sentence, though logins may hold one. */
function loginNamed({ people }: Readonly<Company>, name: string): string | undefined {
  const bare = name.replace(/[._-]+$/, '')
  return [name, bare].find(candidate => people.some(({ login }) => login === candidate))
}
