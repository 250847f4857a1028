import type { Announcement } from '../../../company/noticeboard.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { type Column, Table } from '../../elements/table.js'
import { announcementPath, paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listAnnouncements({ coupa, person }: Visit): Page {
  const { announcements = [] } = coupa.configuration(person.login)
  return setupPage({
    room: 'announcements',
    title: 'Announcements',
    lead: 'What the home page tells people.',
    action: (
      <a class="button button-main" href={`${paths.announcements}/new`}>
        New announcement
      </a>
    ),
    body: (
      <div class="card card-flush">
        {announcements.length === 0 ? (
          <EmptyState icon="document" title="No announcements">
            <p>The home page shows them to everybody, or to the departments that they are for.</p>
          </EmptyState>
        ) : (
          <Table caption="Announcements" rows={announcements} columns={columns} />
        )}
      </div>
    ),
  })
}

const columns: readonly Column<Announcement>[] = [
  {
    heading: 'Announcement',
    kind: 'lead',
    cell: ({ id, title }) => <a href={announcementPath(id)}>{title}</a>,
  },
  { heading: 'Shown', cell: whenOf },
  {
    heading: 'For',
    cell: ({ departments = [] }) => (departments.length === 0 ? 'Everybody' : departments.join(', ')),
  },
]

function whenOf({ from, until }: Announcement): string {
  if (from === undefined) return until === undefined ? 'Always' : `Until ${until}`
  return until === undefined ? `From ${from}` : `${from} to ${until}`
}
