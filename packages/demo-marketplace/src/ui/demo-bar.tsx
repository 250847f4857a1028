import type { Account } from '../accounts/account.js'
import type { Visitor } from '../accounts/visitor.js'

/** Who one is, and one click to be somebody else. In a punchout session that is the buyer's to say. */
export function DemoBar({ visitor, path }: { readonly visitor: Visitor; readonly path: string }) {
  const { account, trip } = visitor
  return (
    <section class="demo-bar" aria-label="Who is shopping">
      <div class="wrap demo-row">
        <p class="persona" data-persona={account?.email}>
          <span class="tag">Demo</span>
          {account ? (
            <span>
              {trip ? 'Shopping as ' : 'Signed in as '}
              <strong>{account.name}</strong>
              {account.company && <span class="quiet">, {account.company}</span>}
            </span>
          ) : (
            <span>{trip ? 'Shopping without a name' : 'Not signed in'}</span>
          )}
        </p>
        {trip ? (
          <p class="quiet">Signed in by {trip.buyerName}’s procurement system</p>
        ) : (
          <Switches visitor={visitor} path={path} />
        )}
      </div>
    </section>
  )
}

function Switches({ visitor, path }: { readonly visitor: Visitor; readonly path: string }) {
  const others = visitor.personas.filter(({ email }) => email !== visitor.account?.email)
  return (
    <div class="switches">
      <form method="post" action="/switch">
        <input type="hidden" name="csrf" value={visitor.csrfToken} />
        <input type="hidden" name="next" value={path} />
        <span class="quiet">Switch to</span>
        {others.map(persona => (
          <button type="submit" name="email" value={persona.email} title={personaTitle(persona)}>
            {persona.name}
          </button>
        ))}
      </form>
      <a href="/sign-in">{visitor.account ? 'Somebody else' : 'Sign in'}</a>
    </div>
  )
}

function personaTitle({ email, company }: Account): string {
  return company === undefined ? email : `${email}, ${company}`
}
