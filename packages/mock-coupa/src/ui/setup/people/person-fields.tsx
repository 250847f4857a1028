import type { Company, User } from '../../../company/company.js'
import { fullName } from '../../../company/people.js'
import type { FieldProblem } from '../../../errors.js'
import { CheckField, SelectField, TextField } from '../../elements/field.js'

export function PersonFields(props: {
  readonly person: User
  readonly company: Company
  readonly isNew: boolean
  readonly problems: readonly FieldProblem[]
}) {
  const { person, company, problems, isNew } = props
  const managers = company.people.filter(({ login, active }) => active && login !== person.login)
  return (
    <div class="form-grid">
      <TextField name="firstName" label="First name" value={person.firstName} required problems={problems} />
      <TextField name="lastName" label="Last name" value={person.lastName} required problems={problems} />
      <TextField
        name="login"
        label="Login"
        value={person.login}
        required
        readOnly={!isNew}
        hint={isNew ? 'Sent to suppliers as UniqueName and User.' : 'Cannot be changed.'}
        problems={problems}
      />
      <TextField name="email" label="E-mail" type="email" value={person.email} required problems={problems} />
      <TextField name="title" label="Title" value={person.title} problems={problems} />
      <SelectField
        name="department"
        label="Department"
        value={person.department}
        choices={[['', 'None'], ...company.departments.map(name => [name, name] as const)]}
        problems={problems}
      />
      <SelectField
        name="manager"
        label="Manager"
        value={person.manager ?? ''}
        choices={[['', 'None'], ...managers.map(manager => [manager.login, fullName(manager)] as const)]}
        hint="Asked first by the management hierarchy."
        problems={problems}
      />
      <TextField
        name="approvalLimit"
        label={`Approval limit in ${company.currency}`}
        value={person.approvalLimit ?? ''}
        hint="The largest total this person may approve finally."
        problems={problems}
      />
      <TextField
        name="selfApprovalLimit"
        label={`Self-approval limit in ${company.currency}`}
        value={person.selfApprovalLimit ?? ''}
        hint="Own requests up to this total need nobody else."
        problems={problems}
      />
      {limitsOfDocuments.map(([name, label]) => (
        <TextField
          name={name}
          label={`${label} in ${company.currency}`}
          value={person[name] ?? ''}
          problems={problems}
        />
      ))}
      <SelectField
        name="address"
        label="Ship to"
        required
        value={person.address}
        choices={company.addresses.map(
          address => [address.code, `${address.code} · ${address.name}`] as const,
        )}
        problems={problems}
      />
      <SelectField
        name="account"
        label="Account"
        required
        value={person.account}
        choices={company.accounts.map(({ name }) => [name, name] as const)}
        problems={problems}
      />
      <fieldset class="wide">
        <legend class="legend">Access</legend>
        <CheckField name="active" label="Active" isChecked={person.active} hint="May sign in." />
        <CheckField
          name="administrator"
          label="Administrator"
          isChecked={person.administrator}
          hint="Sees Setup, everybody’s requests and all traces."
        />
      </fieldset>
    </div>
  )
}

/** Those of requisitions stand by themselves, with what they mean. */
export const limitsOfDocuments = [
  ['invoiceApprovalLimit', 'Invoice approval limit'],
  ['invoiceSelfApprovalLimit', 'Invoice self-approval limit'],
  ['contractApprovalLimit', 'Contract approval limit'],
  ['contractSelfApprovalLimit', 'Contract self-approval limit'],
] as const
