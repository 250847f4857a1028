import type { Group } from '../../groups.js'
import { type Page, page, type Visit } from '../answer.js'
import { Card } from '../elements/card.js'
import { EmptyState } from '../elements/empty-state.js'
import { PageHead } from '../elements/page-head.js'
import { paths } from '../paths.js'

/** Coupa's Groups, behind the account menu: with whom one decides, and who else decides together. */
export function listGroups({ coupa, person }: Visit): Page {
  const groups = coupa.groups(person.login)
  return page({
    title: 'Groups',
    section: 'groups',
    body: (
      <>
        <PageHead
          title="Groups"
          lead="People who decide together. Any member may, or so many as a chain asks for."
        >
          {person.administrator && (
            <span class="actions">
              <a class="button button-small" href={paths.approvalGroups}>
                Set up groups
              </a>
            </span>
          )}
        </PageHead>
        {groups.length === 0 ? (
          <div class="card">
            <EmptyState icon="inbox" title="There are no groups">
              <p>
                An administrator makes them under Setup, so that an approval chain can ask several people at
                once.
              </p>
            </EmptyState>
          </div>
        ) : (
          <div class="pair">
            {groups.map(group => (
              <GroupCard group={group} />
            ))}
          </div>
        )}
      </>
    ),
  })
}

function GroupCard({ group }: { readonly group: Group }) {
  return (
    <Card
      title={group.name}
      id={`group-${group.id}`}
      flush
      aside={group.isMember ? <span class="badge badge-info">You are a member</span> : undefined}
    >
      <ul class="rows">
        {group.members.map(({ fullName, title }) => (
          <li>
            <span class="grow">
              {fullName}
              {title !== '' && <span class="soft small"> · {title}</span>}
            </span>
          </li>
        ))}
        <li>
          <span class="grow soft small">
            {group.askedBy.length === 0
              ? 'No approval chain asks this group.'
              : `Asked by ${group.askedBy.join(', ')}.`}
          </span>
        </li>
      </ul>
    </Card>
  )
}
