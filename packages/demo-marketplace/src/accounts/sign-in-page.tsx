import { Layout } from '../ui/layout.js'
import type { Account } from './account.js'
import type { Visitor } from './visitor.js'

interface SignInPageProps {
  readonly visitor: Visitor
  /** Where to go afterwards. */
  readonly next: string
  readonly problem?: string
}

export function SignInPage({ visitor, next, problem }: SignInPageProps) {
  const { account, csrfToken, personas, trip } = visitor
  return (
    <Layout visitor={visitor} title="Sign in" path="/sign-in">
      <div class="sign-in stack">
        <div>
          <h1>Who are you today?</h1>
          <p class="lead">
            This is a demonstration: there are no passwords, and whoever knows an e-mail address is that
            person. Never put real data here.
          </p>
        </div>
        {trip && (
          <section class="notice">
            <p>
              {trip.buyerName}’s procurement system has signed you in for this shopping trip. To sign in as
              somebody else, leave the trip first.
            </p>
            <form method="post" action="/trip/leave">
              <input type="hidden" name="csrf" value={csrfToken} />
              <button type="submit" class="button small">
                Leave the trip
              </button>
            </form>
          </section>
        )}
        {!trip && (
          <>
            <ul class="people">
              {personas.map(persona => (
                <li>
                  <PersonaCard persona={persona} csrfToken={csrfToken} next={next} />
                </li>
              ))}
            </ul>
            <form method="post" action="/sign-in" class="inline-form panel">
              <input type="hidden" name="csrf" value={csrfToken} />
              <input type="hidden" name="next" value={next} />
              <label class="field">
                Or type any e-mail address
                <input
                  type="email"
                  name="email"
                  autocomplete="email"
                  required
                  maxlength={254}
                  placeholder="you@company.example"
                />
              </label>
              <button type="submit" class="button primary">
                Sign in
              </button>
              {problem && (
                <p class="error" role="alert">
                  {problem}
                </p>
              )}
            </form>
            {account && (
              <form method="post" action="/sign-out">
                <input type="hidden" name="csrf" value={csrfToken} />
                <button type="submit" class="button">
                  Sign {account.name} out
                </button>
              </form>
            )}
          </>
        )}
      </div>
    </Layout>
  )
}

interface PersonaCardProps {
  readonly persona: Account
  readonly csrfToken: string
  readonly next: string
}

function PersonaCard({ persona, csrfToken, next }: PersonaCardProps) {
  const initials = persona.name
    .split(/\s+/)
    .map(word => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase()
  return (
    <form method="post" action="/sign-in">
      <input type="hidden" name="csrf" value={csrfToken} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="email" value={persona.email} />
      <button type="submit" class="person panel" data-email={persona.email}>
        <span class="avatar" aria-hidden="true">
          {initials}
        </span>
        <span>
          <b>{persona.name}</b>
          {persona.company && <span>{persona.company}</span>}
          {persona.email !== persona.name && <span>{persona.email}</span>}
        </span>
      </button>
    </form>
  )
}
