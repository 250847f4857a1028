import type { Mail } from '../../../notifications/notification.js'
import type { ExportAnswer, Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { Moment } from '../../elements/moment.js'
import { StatusPill } from '../../elements/status-pill.js'
import { exportShortList, type ShortList, ShortListBody } from '../../lists/short-list.js'
import { paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listMails({ coupa, person, query }: Visit): Page {
  return setupPage({
    room: 'mails',
    title: 'E-mails',
    lead: 'Every e-mail this system has written, the latest first.',
    body: (
      <ShortListBody
        list={list}
        rows={coupa.mails(person.login)}
        query={query}
        render={mails => (
          <ul class="rows">
            {mails.map(mail => (
              <MailRow mail={mail} />
            ))}
          </ul>
        )}
      />
    ),
  })
}

export function exportMails({ coupa, person, query }: Visit): ExportAnswer {
  return exportShortList(list, coupa.mails(person.login), query)
}

const list: ShortList<Mail> = {
  path: paths.mails,
  caption: 'E-mails',
  unit: ['e-mail', 'e-mails'],
  columns: [],
  empty: <EmptyState icon="inbox" title="No e-mail was written yet" />,
  exported: [
    ['To', mail => mail.to],
    ['Subject', mail => mail.subject],
    ['Text', mail => mail.text],
    ['Written', mail => mail.createdAt.toISOString()],
    ['Status', mail => mail.status],
    ['Failure', mail => mail.failure ?? ''],
  ],
}

function MailRow({ mail }: { readonly mail: Mail }) {
  return (
    <li class="news">
      <div class="grow">
        <p class="title">{mail.subject}</p>
        <p class="soft small">
          To {mail.to} · <Moment at={mail.createdAt} />
        </p>
        <details>
          <summary class="small">
            Read<span class="unseen"> {mail.subject}</span>
          </summary>
          <p class="small keep-lines quote">{mail.text}</p>
        </details>
        {mail.failure !== undefined && <p class="literal small">{mail.failure}</p>}
      </div>
      <div class="end">
        <StatusPill status={mail.status} />
      </div>
    </li>
  )
}
