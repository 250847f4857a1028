import type { User } from '../company/company.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { memberOf, numberOf, type Row, textOf } from '../store/row.js'
import type { NotificationKind } from './notification.js'
import {
  type Channels,
  emailChannels,
  isNotificationKind,
  type NotificationGroup,
  notificationKindsFor,
  notificationTypes,
} from './notification-types.js'

/** How one person hears of one type. */
export interface NotificationPreference extends Channels {
  readonly kind: NotificationKind
  readonly name: string
  readonly group: NotificationGroup
}

/** What a person has chosen for a type, or its defaults. */
export function channelsOf(db: Database, login: string, kind: NotificationKind): Channels {
  const row = db.get(
    'SELECT online, email FROM notification_preferences WHERE login = $login AND kind = $kind',
    { login, kind },
  )
  return row === undefined ? notificationTypes[kind].defaults : channels(row)
}

/** Every type that this person can hear of, in the order of the settings. */
export function preferencesOf(db: Database, person: User): NotificationPreference[] {
  const rows = db.all('SELECT * FROM notification_preferences WHERE login = $login', { login: person.login })
  const chosen = new Map(rows.map(row => [textOf(row, 'kind'), channels(row)]))
  return notificationKindsFor(person).map(kind => {
    const { name, group, defaults } = notificationTypes[kind]
    return { kind, name, group, ...(chosen.get(kind) ?? defaults) }
  })
}

/** `ERR_COUPA_INVALID` names the types that there are not for this person. */
export function savePreferences(
  work: Work,
  person: User,
  preferences: readonly (Channels & { readonly kind: string })[],
): void {
  const kinds = notificationKindsFor(person)
  for (const { kind, online, email } of preferences) {
    if (!isNotificationKind(kind) || !kinds.includes(kind)) {
      const message = `must be one of ${kinds.join(', ')}; found "${kind.slice(0, 60)}"`
      throw new CoupaError('ERR_COUPA_INVALID', `The type of a notification ${message}`, {
        fields: [{ field: 'kind', message }],
      })
    }
    work.db.run(
      `INSERT INTO notification_preferences (login, kind, online, email, created_at, updated_at)
       VALUES ($login, $kind, $online, $email, $now, $now)
       ON CONFLICT (login, kind) DO UPDATE SET online = $online, email = $email, updated_at = $now`,
      { login: person.login, kind, online: online ? 1 : 0, email, now: work.now.toISOString() },
    )
  }
}

function channels(row: Row): Channels {
  return { online: numberOf(row, 'online') === 1, email: memberOf(row, 'email', emailChannels) }
}
