import type { Company } from '../company/company.js'
import type { Work } from '../control/work.js'

/** `@[User:2]` as the API writes it, and `@mark` as people type it. A mail address mentions nobody. */
const mention = /(?<![\w.@])@(?:\[User:(\d{1,15})\]|([A-Za-z0-9][A-Za-z0-9._-]{0,59}))/g

/** Logins of the active people whom a text mentions, each once. Whoever is unknown is text. */
export function mentionsOf(work: Work, text: string): string[] {
  const found = new Set<string>()
  for (const [, id, login] of text.matchAll(mention)) {
    const person =
      id === undefined ? personNamed(work.company, login ?? '') : work.company.people[Number(id) - 1]
    if (person?.active) found.add(person.login)
  }
  return [...found]
}

/** A full stop after a name ends the sentence, though logins may hold one. */
function personNamed({ people }: Readonly<Company>, name: string) {
  const bare = name.replace(/[._-]+$/, '')
  return people.find(({ login }) => login === name) ?? people.find(({ login }) => login === bare)
}
