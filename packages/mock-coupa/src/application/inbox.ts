import { assertAdministrator, findPerson } from '../company/people.js'
import type { Inbox } from '../inbox.js'
import { withoutLinks } from '../notifications/mail.js'
import { listMails } from '../notifications/mail-records.js'
import {
  listNotifications,
  markRead,
  pageOfNotifications,
  readNotification,
} from '../notifications/notification-records.js'
import { preferencesOf, savePreferences } from '../notifications/preferences.js'
import type { Ground } from './ground.js'
import type { Reading } from './reading.js'

/** What a person is told, and how they want to be told. */
export function inbox(ground: Ground, reading: () => Reading): Inbox {
  const person = (login: string) => findPerson(reading().company, login)
  return {
    notifications: login => listNotifications(ground.db, person(login).login),
    inbox: (login, query = {}) => pageOfNotifications(ground.db, person(login).login, query),
    notification: (login, id) => readNotification(ground.db, person(login).login, id),
    markRead: (login, id) => ground.transaction(work => markRead(work, login, id)),
    notificationPreferences: login => preferencesOf(ground.db, person(login)),
    saveNotificationPreferences(login, preferences) {
      ground.transaction(work => savePreferences(work, findPerson(work.company, login), preferences))
      return preferencesOf(ground.db, person(login))
    },
    mails(login) {
      assertAdministrator(reading().company, login)
      return listMails(ground.db).map(withoutLinks)
    },
  }
}
