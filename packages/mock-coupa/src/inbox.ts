import type { Mail, Notification, NotificationKind } from './notifications/notification.js'
import type { Channels } from './notifications/notification-types.js'
import type { NotificationPreference } from './notifications/preferences.js'
import type { ListPage } from './store/list-page.js'

/** What a person is told, and how. */
export interface Inbox {
  /** Newest first. */
  notifications(login: string): readonly Notification[]
  /** Newest first, a page of them. */
  inbox(login: string, query?: InboxQuery): ListPage<Notification>
  notification(login: string, id: number): Notification
  /** One, or all of this person's. */
  markRead(login: string, id: number | 'all'): void
  /** How this person hears of each type that they can hear of. */
  notificationPreferences(login: string): readonly NotificationPreference[]
  /** Types that are left out stay as they are. */
  saveNotificationPreferences(
    login: string,
    preferences: readonly (Channels & { readonly kind: string })[],
  ): readonly NotificationPreference[]
  /** Every mail the mock has written, newest first. Administrators only. */
  mails(login: string): readonly Mail[]
}

export interface InboxQuery {
  readonly unread?: boolean
  readonly kind?: NotificationKind
  /** From 1. */
  readonly page?: number
}
