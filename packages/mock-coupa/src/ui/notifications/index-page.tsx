import type { User } from '../../company/company.js'
import type { InboxQuery } from '../../inbox.js'
import type { Notification } from '../../notifications/notification.js'
import {
  isNotificationKind,
  notificationKindsFor,
  notificationTypes,
} from '../../notifications/notification-types.js'
import { type ExportAnswer, type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { EmptyState } from '../elements/empty-state.js'
import { ExportLink } from '../elements/export-link.js'
import { CheckField, SelectField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { PageHead } from '../elements/page-head.js'
import { versionOf } from '../home/index-page.js'
import { csvLines } from '../lists/csv.js'
import { everyPage } from '../lists/every-page.js'
import { Paging } from '../lists/paging.js'
import { contractPath, invoicePath, orderPath, paths, requisitionPath } from '../paths.js'
import { readNumber } from '../read-number.js'

/** What somebody was told, newest first; by type, and what is unread alone where that is wanted. */
export function showInbox({ coupa, person, query }: Visit): Page {
  const wanted = readInboxQuery(query)
  const list = coupa.inbox(person.login, wanted)
  const home = coupa.home(person.login)
  return page({
    title: 'Inbox',
    section: 'notifications',
    live: { path: '/version', version: versionOf(home), isAwaiting: true },
    body: (
      <>
        <PageHead title="Inbox">
          <span class="actions">
            {home.unreadNotifications > 0 && (
              <form method="post" action={paths.notificationsRead}>
                <Csrf />
                <button class="button button-small" type="submit">
                  Mark all as read
                </button>
              </form>
            )}
            <a class="button button-small" href={paths.settings}>
              Settings
            </a>
          </span>
        </PageHead>
        <InboxFilter person={person} query={wanted} />
        <div class="card card-flush">
          {list.rows.length === 0 ? (
            <EmptyState icon="bell" title="Nothing to report">
              <p>You hear here, and by e-mail, what becomes of your requests and what waits for you.</p>
            </EmptyState>
          ) : (
            <ul class="rows">
              {list.rows.map(notification => (
                <NotificationRow notification={notification} />
              ))}
            </ul>
          )}
          <Paging
            list={list}
            pathOf={number => pathOf(wanted, number)}
            unit={['notification', 'notifications']}
          >
            {list.total > 0 && <ExportLink href={pathOf(wanted, undefined, '.csv')} />}
          </Paging>
        </div>
      </>
    ),
  })
}

export function exportInbox({ coupa, person, query }: Visit): ExportAnswer {
  const wanted = readInboxQuery(query)
  return {
    kind: 'export',
    fileName: 'inbox.csv',
    lines: csvLines(
      exported,
      everyPage(page => coupa.inbox(person.login, { ...wanted, page })),
    ),
  }
}

const exported: readonly (readonly [string, (notification: Notification) => string])[] = [
  ['Type', ({ kind }) => notificationTypes[kind].name],
  ['Subject', ({ subject }) => subject],
  ['Text', ({ body }) => body],
  ['At', ({ createdAt }) => createdAt.toISOString()],
  ['Read at', ({ readAt }) => readAt?.toISOString() ?? ''],
]

function readInboxQuery(query: URLSearchParams): InboxQuery {
  const kind = query.get('type') ?? ''
  return {
    unread: query.get('unread') === 'on',
    ...(isNotificationKind(kind) ? { kind } : {}),
    page: Number(query.get('page') ?? 1),
  }
}

function pathOf({ unread, kind }: InboxQuery, number: number | undefined, format = ''): string {
  const query = new URLSearchParams({
    ...(unread ? { unread: 'on' } : {}),
    ...(kind === undefined ? {} : { type: kind }),
    ...(number === undefined ? {} : { page: String(number) }),
  })
  return `${paths.notifications}${format}?${query}`
}

/** One: read, and on to what it is about; or, with `stay`, read and no more. Without a number all that are there. */
export function markRead({ coupa, person, form }: Visit): Redirect {
  const id = form.optional('id')
  if (id === undefined) {
    coupa.markRead(person.login, 'all')
    return redirect(paths.notifications)
  }
  const number = readNumber(id, 'notification')
  coupa.markRead(person.login, number)
  if (form.isChecked('stay')) return redirect(paths.notifications, 'read')
  return redirect(subjectPath(coupa.notification(person.login, number)) ?? paths.notifications)
}

function subjectPath({ purchaseOrder, requisition, invoice, contract }: Notification): string | undefined {
  if (purchaseOrder !== undefined) return orderPath(purchaseOrder)
  if (invoice !== undefined) return invoicePath(invoice)
  if (contract !== undefined) return contractPath(contract)
  return requisition === undefined ? undefined : requisitionPath(requisition)
}

function InboxFilter({ person, query }: { readonly person: User; readonly query: InboxQuery }) {
  return (
    <form class="card filters" method="get" action={paths.notifications}>
      <SelectField
        name="type"
        label="Type"
        value={query.kind ?? ''}
        choices={[
          ['', 'Every type'],
          ...notificationKindsFor(person).map(kind => [kind, notificationTypes[kind].name] as const),
        ]}
        required
      />
      <CheckField name="unread" label="Unread only" isChecked={query.unread ?? false} />
      <div class="actions">
        <button class="button" type="submit">
          Filter
        </button>
      </div>
    </form>
  )
}

function NotificationRow({ notification }: { readonly notification: Notification }) {
  const isUnread = notification.readAt === undefined
  return (
    <li class={isUnread ? 'news unread' : 'news'} data-notification={notification.kind}>
      <span class={isUnread ? 'dot' : 'dot dot-read'} aria-hidden="true" />
      <div class="grow">
        {isUnread ? (
          <UnreadSubject notification={notification} />
        ) : (
          <ReadSubject notification={notification} />
        )}
        <p class="small keep-lines">{notification.body}</p>
        <p class="soft small">
          {notificationTypes[notification.kind].name} · <Moment at={notification.createdAt} />
        </p>
      </div>
      {isUnread && <MarkRead notification={notification} />}
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

/** Reads it where it stands. */
function MarkRead({ notification }: { readonly notification: Notification }) {
  return (
    <form method="post" action={paths.notificationsRead}>
      <Csrf />
      <input type="hidden" name="id" value={String(notification.id)} />
      <input type="hidden" name="stay" value="on" />
      <button class="button button-small" type="submit">
        Mark as read<span class="unseen">: {notification.subject}</span>
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
