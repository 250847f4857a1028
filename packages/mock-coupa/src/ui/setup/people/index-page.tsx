import type { Company, User } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import type { ExportAnswer, Page, Visit } from '../../answer.js'
import { Avatar } from '../../elements/avatar.js'
import { formatAmount } from '../../elements/money.js'
import type { Column } from '../../elements/table.js'
import { exportShortList, type ShortList, ShortListBody } from '../../lists/short-list.js'
import { paths, personPath } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listPeople({ coupa, person, query }: Visit): Page {
  const company = coupa.configuration(person.login)
  return setupPage({
    room: 'people',
    title: 'People',
    lead: 'Who can sign in, who reports to whom, and up to what total they may approve.',
    action: (
      <a class="button button-main" href={`${paths.people}/new`}>
        Add a person
      </a>
    ),
    body: <ShortListBody list={listOf(company)} rows={company.people} query={query} />,
  })
}

export function exportPeople({ coupa, person, query }: Visit): ExportAnswer {
  const company = coupa.configuration(person.login)
  return exportShortList(listOf(company), company.people, query)
}

function listOf(company: Company): ShortList<User> {
  return {
    path: paths.people,
    caption: 'People',
    unit: ['person', 'people'],
    columns: columns(company),
    empty: null,
    exported: [
      ['Login', ({ login }) => login],
      ['First name', ({ firstName }) => firstName],
      ['Last name', ({ lastName }) => lastName],
      ['E-mail', ({ email }) => email],
      ['Title', ({ title }) => title],
      ['Department', ({ department }) => department],
      ['Manager', ({ manager }) => manager ?? ''],
      ['Approval limit', ({ approvalLimit }) => approvalLimit ?? ''],
      ['Administrator', ({ administrator }) => String(administrator)],
      ['Active', ({ active }) => String(active)],
    ],
  }
}

function columns({ people, currency }: Company): Column<User>[] {
  const nameOf = (login: string | undefined) => {
    const person = people.find(candidate => candidate.login === login)
    return person === undefined ? '–' : fullName(person)
  }
  return [
    { heading: 'Name', kind: 'lead', cell: person => <PersonName person={person} /> },
    { heading: 'Department', cell: person => person.department || '–' },
    { heading: 'Manager', cell: person => nameOf(person.manager) },
    {
      heading: 'Approves up to',
      kind: 'number',
      cell: ({ approvalLimit }) =>
        approvalLimit === undefined ? '–' : `${formatAmount(approvalLimit)} ${currency}`,
    },
    { heading: 'Role', cell: person => <Role person={person} /> },
  ]
}

function PersonName({ person }: { readonly person: User }) {
  return (
    <span class="person-name">
      <Avatar person={person} size="m" />
      <span class="break">
        <a href={personPath(person.login)}>{fullName(person)}</a>
        <br />
        <span class="soft small">{person.title}</span>
      </span>
    </span>
  )
}

function Role({ person }: { readonly person: User }) {
  if (!person.active) return <span class="badge">Inactive</span>
  if (person.administrator) return <span class="badge badge-info">Administrator</span>
  return <>User</>
}
