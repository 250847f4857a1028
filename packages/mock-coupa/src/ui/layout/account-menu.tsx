import { fullName } from '../../company/people.js'
import type { Section } from '../answer.js'
import { Avatar } from '../elements/avatar.js'
import { Csrf } from '../elements/csrf.js'
import { paths } from '../paths.js'
import type { Frame } from './frame.js'

/** Coupa's account menu in Coupa's order. A disclosure: it opens without scripts, and lists links, not commands. */
export function AccountMenu(props: { readonly frame: Frame; readonly section: Section | undefined }) {
  const { person, counts } = props.frame
  const entries: readonly { readonly section: Section; readonly href: string; readonly label: string }[] = [
    { section: 'activity', href: paths.activity, label: 'Activity' },
    { section: 'groups', href: paths.groups, label: 'Groups' },
    { section: 'settings', href: paths.settings, label: 'Settings' },
    { section: 'notifications', href: paths.notifications, label: 'Inbox' },
  ]
  return (
    <details class="account" data-menu>
      <summary class="tool">
        <Avatar person={person} />
        <span class="unseen">Account of {fullName(person)}</span>
        <span class="account-name" aria-hidden="true">
          {person.firstName}
        </span>
      </summary>
      <div class="account-menu">
        <ul>
          {entries.map(({ section, href, label }) => (
            <li>
              <a href={href} {...(section === props.section ? { 'aria-current': 'page' } : {})}>
                {label}
                {section === 'notifications' && counts.unreadNotifications > 0 && (
                  <span class="count">
                    {counts.unreadNotifications}
                    <span class="unseen"> unread</span>
                  </span>
                )}
              </a>
            </li>
          ))}
          <li>
            <form method="post" action={paths.endSession}>
              <Csrf />
              <button type="submit">Sign Out</button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  )
}
