import { approversOfRule } from '../company/approval-groups.js'
import { isShown } from '../company/noticeboard.js'
import { findPerson, fullName } from '../company/people.js'
import { offsetOf } from '../control/local-time.js'
import type { Forms } from '../forms.js'
import type { Group, Groups } from '../groups.js'
import type { Home } from '../home.js'
import { fillForm, findForm } from '../requisitions/fill-form.js'
import type { Ground } from './ground.js'
import type { Reading } from './reading.js'

/** What everybody reads, the forms that can be filled in, and the groups there are. */
export function noticeboard(ground: Ground, reading: () => Reading): Forms & Groups {
  return {
    form(login, id) {
      findPerson(reading().company, login)
      return findForm(reading().company, id)
    },
    fillForm: (login, filled) => ground.transaction(work => fillForm(work, login, filled)),
    groups: login => groups(reading(), login),
  }
}

/** For the home page of one person today. */
export function postedFor({ company, now }: Reading, login: string): Pick<Home, 'announcements' | 'forms'> {
  const { department } = findPerson(company, login)
  const today = new Date(now.getTime() + offsetOf(company.utcOffset)).toISOString().slice(0, 10)
  return {
    announcements: (company.announcements ?? [])
      .filter(announcement => isShown(announcement, { department, today }))
      .map(({ id, title, body }) => ({ id, title, body })),
    forms: (company.forms ?? [])
      .filter(({ active }) => active)
      .map(({ id, name, description }) => ({ id, name, description })),
  }
}

function groups({ company }: Reading, login: string): Group[] {
  findPerson(company, login)
  return (company.approvalGroups ?? [])
    .map(({ id, name, members }) => ({
      id,
      name,
      members: members.flatMap(member => {
        const person = company.people.find(candidate => candidate.login === member)
        return person === undefined
          ? []
          : [{ login: member, fullName: fullName(person), title: person.title }]
      }),
      isMember: members.includes(login),
      askedBy: company.approvalRules
        .filter(
          rule =>
            rule.active &&
            approversOfRule(rule).some(approver => 'group' in approver && approver.group === id),
        )
        .map(rule => rule.name),
    }))
    .toSorted((a, b) => Number(b.isMember) - Number(a.isMember) || a.name.localeCompare(b.name))
}
