import type { ApprovalGroup } from '../../../company/approval-rule.js'
import type { Company } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import type { Page, Visit } from '../../answer.js'
import { EmptyState } from '../../elements/empty-state.js'
import { type Column, Table } from '../../elements/table.js'
import { approvalGroupPath, paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

export function listApprovalGroups({ coupa, person }: Visit): Page {
  const company = coupa.configuration(person.login)
  const groups = company.approvalGroups ?? []
  return setupPage({
    room: 'approval-groups',
    title: 'Approval Groups',
    lead: 'People of whom any may approve, or so many as a chain asks for.',
    action: (
      <a class="button button-main" href={`${paths.approvalGroups}/new`}>
        New approval group
      </a>
    ),
    body: (
      <div class="card card-flush">
        {groups.length === 0 ? (
          <EmptyState icon="inbox" title="No approval groups yet">
            <p>A chain can name a group instead of a person.</p>
          </EmptyState>
        ) : (
          <Table caption="Approval groups" rows={groups} columns={columns(company)} />
        )}
      </div>
    ),
  })
}

function columns({ people }: Company): Column<ApprovalGroup>[] {
  const nameOf = (login: string) => {
    const one = people.find(person => person.login === login)
    return one === undefined ? login : fullName(one)
  }
  return [
    { heading: 'Group', kind: 'lead', cell: ({ id, name }) => <a href={approvalGroupPath(id)}>{name}</a> },
    { heading: 'Members', cell: ({ members }) => members.map(nameOf).join(', ') },
  ]
}
