import type { User } from '../../company/company.js'

const tones = 6

/** Initials in a colour of the person's own. */
export function Avatar({
  person,
  size,
}: {
  readonly person: Pick<User, 'login' | 'firstName' | 'lastName'>
  readonly size?: 'm' | 'l'
}) {
  const tone = [...person.login].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % tones
  const initials = `${[...person.firstName][0] ?? ''}${[...person.lastName][0] ?? ''}`.toUpperCase()
  return (
    <span class={`avatar tone-${tone}${size === undefined ? '' : ` avatar-${size}`}`} aria-hidden="true">
      {initials}
    </span>
  )
}
