import type { Announcement } from '../../../company/noticeboard.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import { type Page, type Redirect, redirect, type Visit } from '../../answer.js'
import { TextField } from '../../elements/field.js'
import { announcementPath, paths } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'

type Draft = Omit<Announcement, 'id'> & { readonly id?: number }

export function newAnnouncement(visit: Visit): Page {
  return form(visit, { title: '', body: '' })
}

export function editAnnouncement(visit: Visit): Page {
  const id = readNumber(visit.params.id, 'announcement')
  const { announcements = [] } = visit.coupa.configuration(visit.person.login)
  const announcement = announcements.find(candidate => candidate.id === id)
  if (announcement === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no announcement ${id}`)
  }
  return form(visit, announcement)
}

export function saveAnnouncement(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params, form: fields } = visit
  const [from, until] = [fields.optional('from'), fields.optional('until')]
  const departments = fields.list('departments')
  const announcement = {
    ...(params.id === undefined ? {} : { id: readNumber(params.id, 'announcement') }),
    title: fields.text('title'),
    body: fields.text('body'),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(departments.length === 0 ? {} : { departments }),
  }
  return saving({
    save: () => coupa.saveAnnouncement(visit.person.login, announcement),
    next: paths.announcements,
    again: problems => form(visit, announcement, problems),
  })
}

export async function removeAnnouncement({ coupa, person, params }: Visit): Promise<Redirect> {
  await coupa.removeAnnouncement(person.login, readNumber(params.id, 'announcement'))
  return redirect(paths.announcements, 'removed')
}

const days = [
  ['from', 'First day'],
  ['until', 'Last day'],
] as const

function form({ coupa, person }: Visit, announcement: Draft, problems: readonly FieldProblem[] = []): Page {
  const { departments } = coupa.configuration(person.login)
  const path = announcement.id === undefined ? undefined : announcementPath(announcement.id)
  return setupPage({
    room: 'announcements',
    title: path === undefined ? 'New announcement' : announcement.title || 'Announcement',
    crumbs: <a href={paths.announcements}>Announcements</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm
        action={path ?? paths.announcements}
        cancel={paths.announcements}
        problems={problems}
        remove={path && `${path}/remove`}
      >
        <div class="form-grid">
          <TextField
            name="title"
            label="Title"
            value={announcement.title}
            required
            wide
            problems={problems}
          />
          <TextField
            name="body"
            label="Text"
            lines={5}
            value={announcement.body}
            required
            wide
            problems={problems}
          />
          {days.map(([name, label]) => (
            <TextField
              name={name}
              label={label}
              type="date"
              value={announcement[name] ?? ''}
              problems={problems}
            />
          ))}
          <TextField
            name="departments"
            label="Departments"
            lines={3}
            value={(announcement.departments ?? []).join('\n')}
            hint={`One a line; empty: everybody reads it. There are ${departments.join(', ')}.`}
            wide
            problems={problems}
          />
        </div>
      </EditForm>
    ),
  })
}
