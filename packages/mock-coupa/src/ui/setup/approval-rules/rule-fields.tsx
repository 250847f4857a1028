import { approvalDocumentTypes } from '../../../company/approval-rule.js'
import type { Company } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import type { FieldProblem } from '../../../errors.js'
import { CheckField, SelectField, TextField } from '../../elements/field.js'
import { documentTypeWords } from './document-types.js'
import type { RuleDraft } from './read-rule.js'

interface RuleFieldsProps {
  readonly draft: RuleDraft
  readonly company: Company
  readonly problems: readonly FieldProblem[]
}

/** Every field of an approval chain, in the order in which one thinks of it: what, when, who, how. */
export function RuleFields(props: RuleFieldsProps) {
  return (
    <div class="form-grid">
      <What {...props} />
      <When {...props} />
      <Who {...props} />
      <How {...props} />
      <CheckField name="active" label="Active" isChecked={props.draft.rule.active} wide />
    </div>
  )
}

function What({ draft: { rule }, problems }: RuleFieldsProps) {
  return (
    <>
      <TextField name="name" label="Name" value={rule.name} required problems={problems} />
      <SelectField
        name="documentType"
        label="Document type"
        required
        value={rule.documentType ?? 'requisition'}
        choices={approvalDocumentTypes.map(type => [type, documentTypeWords[type]] as const)}
      />
      <SelectField
        name="kind"
        label="Kind"
        required
        value={rule.kind}
        choices={[
          ['approval_chain', 'Named approvers'],
          ['management_hierarchy', 'Management hierarchy'],
          ['warning', 'Warning: says something to whoever submits'],
          ['blocking', 'Blocking: keeps it from being submitted'],
        ]}
        problems={problems}
      />
      <TextField
        name="priority"
        label="Priority"
        value={Number.isNaN(rule.priority) ? '' : String(rule.priority)}
        required
        hint="1 to 49 before the management hierarchy, 50 for it, 51 to 99 after it."
        problems={problems}
      />
      <TextField
        name="message"
        label="Message"
        value={rule.message ?? ''}
        hint="What a warning or blocking chain says."
        problems={problems}
        wide
      />
    </>
  )
}

function When({ draft: { rule, texts }, company, problems }: RuleFieldsProps) {
  return (
    <>
      <TextField
        name="minTotal"
        label={`From a total of (${company.currency})`}
        value={rule.minTotal ?? ''}
        problems={problems}
      />
      <TextField
        name="maxTotal"
        label={`Below a total of (${company.currency})`}
        value={rule.maxTotal ?? ''}
        problems={problems}
      />
      <TextField
        name="conditions"
        label="Conditions"
        lines={3}
        value={texts.conditions}
        hint="One a line; all must hold. For instance: department is Finance; supplier is not Acme; commodity in Software, Cloud services; account is IT; custom field Region is EU"
        problems={problems}
        wide
      />
    </>
  )
}

function Who({ draft: { rule, texts }, company, problems }: RuleFieldsProps) {
  const logins = company.people.filter(({ active }) => active).map(one => `${one.login} (${fullName(one)})`)
  const groups = (company.approvalGroups ?? []).map(({ name }) => `group ${name}`)
  return (
    <>
      <TextField
        name="approvers"
        label="Approvers"
        lines={3}
        value={texts.approvers}
        hint={`One a line, asked in this order: ${[...logins, ...groups].join(', ')}. With an amount up to which one is asked: fiona up to 5000. So many of a group: group Buyers: 2, or all.`}
        problems={problems}
        wide
      />
      <TextField
        name="watchers"
        label="Watchers"
        lines={2}
        value={(rule.watchers ?? []).join('\n')}
        hint="Logins, one a line. They are told, and decide nothing."
        problems={problems}
        wide
      />
    </>
  )
}

function How({ draft: { rule }, problems }: RuleFieldsProps) {
  return (
    <>
      <TextField
        name="parallelGroup"
        label="Parallel group"
        value={rule.parallelGroup ?? ''}
        hint="Approvers of chains with the same parallel group are asked at the same time."
        problems={problems}
      />
      <TextField
        name="parallelRequired"
        label="Approvals needed of the parallel group"
        value={numberText(rule.parallelRequired)}
        hint="Empty: all."
        problems={problems}
      />
      <TextField
        name="escalateAfterHours"
        label="Escalate to the manager after hours"
        value={numberText(rule.escalateAfterHours)}
        problems={problems}
      />
      <CheckField
        name="skipIfApproved"
        label="Skip an approver who has approved earlier in the chain"
        isChecked={rule.skipIfApproved ?? true}
        wide
      />
      <CheckField
        name="skipIfRequester"
        label="Skip an approver who is the requester"
        isChecked={rule.skipIfRequester ?? true}
        wide
      />
    </>
  )
}

function numberText(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value)
}
