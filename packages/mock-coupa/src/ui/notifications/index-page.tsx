import type { Notification } from '../../notifications/notification.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { PageHead } from '../elements/page-head.js'
import { versionOf } from '../home/index-page.js'
import { orderPath, paths, requisitionPath } from '../paths.js'
import { readNumber } from '../read-number.js'

export function listNotifications({ coupa, person }: Visit): Page {
  const notifications = coupa.notifications(person.login)
  const home = coupa.home(person.login)
  return page({
    title: 'Notifications',
    section: 'notifications',
    live: { path: '/version', version: versionOf(home), isAwaiting: true },
    body: (
      <>
        <PageHead title="Notifications">
          {home.unreadNotifications > 0 && (
            <form class="actions" method="post" action={paths.notificationsRead}>
              <Csrf />
              <button class="button button-small" type="submit">
                Mark all as read
              </button>
            </form>
          )}
        </PageHead>
        <div class="card card-flush">
          {notifications.length === 0 ? (
            <EmptyState icon="bell" title="Nothing to report">
              <p>You hear here, and by e-mail, what becomes of your requests and what waits for you.</p>
            </EmptyState>
          ) : (
            <ul class="rows">
              {notifications.map(notification => (
                <NotificationRow notification={notification} />
              ))}
            </ul>
          )}
        </div>
      </>
    ),
  })
}

/** One, or all that are there. Reading one leads to what it is about. */
export function markRead({ coupa, person, form }: Visit): Redirect {
  const id = form.optional('id')
  if (id === undefined) {
    coupa.markRead(person.login, 'all')
    return redirect(paths.notifications)
  }
  const number = readNumber(id, 'notification')
  coupa.markRead(person.login, number)
  const notification = coupa.notifications(person.login).find(candidate => candidate.id === number)
  return redirect((notification && subjectPath(notification)) ?? paths.notifications)
}

function subjectPath({ kind, purchaseOrder, requisition }: Notification): string | undefined {
  const isAboutOrder = kind.startsWith('order_') || kind === 'cxml_failure'
  if (isAboutOrder && purchaseOrder !== undefined) return orderPath(purchaseOrder)
  return requisition === undefined ? undefined : requisitionPath(requisition)
}

function NotificationRow({ notification }: { readonly notification: Notification }) {
  const isUnread = notification.readAt === undefined
  return (
    <li class={isUnread ? 'unread' : ''} data-notification={notification.kind}>
      <span class={isUnread ? 'dot' : 'dot dot-read'} aria-hidden="true" />
      <div class="grow">
        {isUnread ? (
          <UnreadSubject notification={notification} />
        ) : (
          <ReadSubject notification={notification} />
        )}
        <p class="small keep-lines">{notification.body}</p>
        <p class="soft small">
          <Moment at={notification.createdAt} />
        </p>
      </div>
    </li>
  )
}

/** Reads it and leads to what it is about, in one. */
function UnreadSubject({ notification }: { readonly notification: Notification }) {
  return (
    <form method="post" action={paths.notificationsRead}>
      <Csrf />
      <input type="hidden" name="id" value={String(notification.id)} />
      <button class="button button-link" type="submit">
        <span class="unseen">Unread: </span>
        {notification.subject}
      </button>
    </form>
  )
}

function ReadSubject({ notification }: { readonly notification: Notification }) {
  const path = subjectPath(notification)
  return (
    <p class="title">
      {path === undefined ? notification.subject : <a href={path}>{notification.subject}</a>}
    </p>
  )
}
