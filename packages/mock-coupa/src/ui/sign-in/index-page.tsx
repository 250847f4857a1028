import type { User } from '../../company/company.js'
import { fullName } from '../../company/people.js'
import { Avatar } from '../elements/avatar.js'
import { type Face, FaceContext } from '../face.js'
import { renderDocument } from '../layout/document.js'
import { Wordmark } from '../layout/site-header.js'
import { paths } from '../paths.js'

/** No passwords: whoever can reach the mock may be anybody there. */
export function signInPage(by: {
  readonly companyName: string
  readonly face: Face
  readonly people: readonly User[]
  readonly returnTo: string
  readonly csrfToken: string
  readonly nonce: string
}): string {
  const people = by.people.filter(person => person.active)
  return renderDocument({
    title: 'Sign in',
    nonce: by.nonce,
    face: by.face.name,
    children: (
      <FaceContext.Provider value={by.face}>
        <main id="content" tabindex={-1}>
          <div class="door">
            <div>
              <p>
                <Wordmark companyName="" />
              </p>
              <h1>Sign in to {by.companyName}</h1>
              <p class="soft">
                Choose who you are. You can switch to anybody else at the top of every page, at any time.
              </p>
            </div>
            <ul class="people">
              {people.map(person => (
                <li>
                  <PersonCard person={person} returnTo={by.returnTo} csrfToken={by.csrfToken} />
                </li>
              ))}
            </ul>
            <p class="soft small">
              A mock of a procurement system, for demonstrations and tests. There are no passwords here.
            </p>
          </div>
        </main>
      </FaceContext.Provider>
    ),
  })
}

function PersonCard(props: { readonly person: User; readonly returnTo: string; readonly csrfToken: string }) {
  const { person } = props
  return (
    <form method="post" action={paths.session}>
      <input type="hidden" name="csrf" value={props.csrfToken} />
      <input type="hidden" name="login" value={person.login} />
      <input type="hidden" name="return" value={props.returnTo} />
      <button class="card person-card" type="submit">
        <Avatar person={person} size="l" />
        <span>
          <span class="name">
            <span class="unseen">Sign in as </span>
            {fullName(person)}
          </span>
          <span class="soft">{person.title}</span>
          {person.administrator && (
            <>
              {' '}
              <span class="badge badge-info">Administrator</span>
            </>
          )}
        </span>
      </button>
    </form>
  )
}
