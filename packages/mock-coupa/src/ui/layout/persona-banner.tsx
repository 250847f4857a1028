import type { User } from '../../company/company.js'
import { fullName } from '../../company/people.js'
import { Avatar } from '../elements/avatar.js'
import { Csrf } from '../elements/csrf.js'
import { paths } from '../paths.js'
import type { Frame } from './frame.js'

/** Who is signed in, and everybody else one click away: a demo has to change sides often. */
export function PersonaBanner({
  frame,
  returnTo,
}: {
  readonly frame: Frame
  readonly returnTo: string | undefined
}) {
  const others = frame.people.filter(person => person.active && person.login !== frame.person.login)
  return (
    <section class="strip" aria-label="Who is signed in">
      <div class="strip-row">
        <p class="strip-who" data-testid="signed-in" data-login={frame.person.login}>
          <Avatar person={frame.person} />
          <span>
            <span class="soft">Signed in as </span>
            <strong>{fullName(frame.person)}</strong>
            <span class="soft title"> · {frame.person.title}</span>
          </span>
        </p>
        <div class="strip-switch">
          <span class="soft">Switch to</span>
          {others.map(person => (
            <PersonaButton person={person} returnTo={returnTo} />
          ))}
        </div>
      </div>
    </section>
  )
}

function PersonaButton({
  person,
  returnTo,
}: {
  readonly person: User
  readonly returnTo: string | undefined
}) {
  return (
    <form method="post" action={paths.session}>
      <Csrf />
      <input type="hidden" name="login" value={person.login} />
      {returnTo !== undefined && <input type="hidden" name="return" value={returnTo} />}
      <button class="persona" type="submit" title={person.title}>
        <Avatar person={person} />
        <span>
          <span class="unseen">Switch to </span>
          {fullName(person)}
        </span>
      </button>
    </form>
  )
}
