import type { EmailChannel } from '../../notifications/notification-types.js'
import { notificationGroups } from '../../notifications/notification-types.js'
import type { NotificationPreference } from '../../notifications/preferences.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { PageHead } from '../elements/page-head.js'
import { type Column, Table } from '../elements/table.js'
import { paths } from '../paths.js'

/** Each type of notification and the channels that it comes by. */
export function showNotificationSettings({ coupa, person }: Visit): Page {
  const preferences = coupa.notificationPreferences(person.login)
  return page({
    title: 'Settings',
    section: 'settings',
    body: (
      <>
        <PageHead title="Settings" lead="Choose how you hear of each kind of news.">
          <span class="actions">
            <a class="button button-small" href={paths.delegation}>
              Delegation
            </a>
          </span>
        </PageHead>
        <form class="stack" method="post" action={paths.settings}>
          <Csrf />
          {notificationGroups.map(group => (
            <GroupCard group={group} preferences={preferences.filter(one => one.group === group)} />
          ))}
          <div class="actions">
            <button class="button button-main" type="submit">
              Save
            </button>
            <a class="button" href={paths.notifications}>
              Cancel
            </a>
          </div>
        </form>
      </>
    ),
  })
}

export function saveNotificationSettings({ coupa, person, form }: Visit): Redirect {
  coupa.saveNotificationPreferences(
    person.login,
    coupa.notificationPreferences(person.login).map(({ kind }) => ({
      kind,
      online: form.isChecked(`${kind}.online`),
      email: readChannel(form.text(`${kind}.email`)),
    })),
  )
  return redirect(paths.settings, 'saved')
}

function readChannel(text: string): EmailChannel {
  return choices.find(([channel]) => channel === text)?.[0] ?? 'none'
}

function GroupCard(props: {
  readonly group: string
  readonly preferences: readonly NotificationPreference[]
}) {
  if (props.preferences.length === 0) return null
  return (
    <Card title={props.group} id={`group-${props.group.toLowerCase()}`} flush>
      <Table
        caption={`Notifications about ${props.group.toLowerCase()}`}
        rows={props.preferences}
        columns={columns}
        attributes={({ kind }) => ({ 'data-notification-type': kind })}
      />
    </Card>
  )
}

const choices: readonly (readonly [EmailChannel, string])[] = [
  ['none', 'No e-mail'],
  ['immediate', 'Immediately'],
  ['daily_digest', 'Daily digest'],
]

const columns: readonly Column<NotificationPreference>[] = [
  { heading: 'Notify me when', kind: 'lead', cell: ({ name }) => name },
  {
    heading: 'Online',
    cell: ({ kind, name, online }) => (
      <span class="check">
        <input
          type="checkbox"
          name={`${kind}.online`}
          value="on"
          checked={online}
          aria-label={`${name}: online`}
        />
      </span>
    ),
  },
  {
    heading: 'E-mail',
    cell: ({ kind, name, email }) => (
      <select name={`${kind}.email`} aria-label={`${name}: e-mail`}>
        {choices.map(([channel, label]) => (
          <option value={channel} selected={channel === email}>
            {label}
          </option>
        ))}
      </select>
    ),
  },
]
