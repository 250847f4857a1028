import type { Supplier } from '../../../company/supplier.js'
import type { FieldProblem } from '../../../errors.js'
import { CheckField, SecretField, SelectField, TextField } from '../../elements/field.js'
import { TlsFields } from '../tls-fields.js'
import { CxmlFields, type CxmlWords } from './cxml-fields.js'
import { OrderingFields } from './ordering-fields.js'

export type SupplierDraft = Omit<Supplier, 'id'> & { readonly id?: number }

interface PartProps {
  readonly supplier: SupplierDraft
  readonly problems: readonly FieldProblem[]
}

export function SupplierFields({ supplier, problems }: PartProps) {
  return (
    <>
      <div class="form-grid">
        <TextField name="name" label="Name" value={supplier.name} required problems={problems} />
        <OrderingFields supplier={supplier} problems={problems} />
        <CheckField name="active" label="Active" isChecked={supplier.active} wide />
      </div>
      <OrderFields supplier={supplier} problems={problems} />
      <InboundFields supplier={supplier} problems={problems} />
      <InvoiceFields supplier={supplier} problems={problems} />
    </>
  )
}

const words: CxmlWords = {
  domain: 'Our domain',
  identity: 'Our identity',
  secret: 'Shared secret for orders',
}

function OrderFields({ supplier, problems }: PartProps) {
  const { cxml } = supplier
  return (
    <fieldset class="form-section">
      <legend class="legend">Purchase orders by cXML</legend>
      <div class="form-grid">
        <CxmlFields
          cxml={cxml}
          words={words}
          hasSecret={supplier.id !== undefined && cxml !== undefined}
          problems={problems}
        />
        <TextField
          name="cxml.httpUsername"
          label="HTTP user name"
          value={cxml?.httpUsername ?? ''}
          problems={problems}
        />
        <SecretField
          name="cxml.httpPassword"
          label="HTTP password"
          isSet={supplier.id !== undefined && cxml?.httpPassword !== undefined}
          problems={problems}
        />
        <TlsFields settings={supplier} problems={problems} />
      </div>
    </fieldset>
  )
}

function InboundFields({ supplier, problems }: PartProps) {
  const { inbound } = supplier
  return (
    <fieldset class="form-section">
      <legend class="legend">What the supplier authenticates with here</legend>
      <div class="form-grid">
        <TextField
          name="inbound.domain"
          label="Inbound domain"
          value={inbound?.domain ?? ''}
          problems={problems}
        />
        <TextField
          name="inbound.identity"
          label="Inbound identity"
          value={inbound?.identity ?? ''}
          problems={problems}
        />
        <SecretField
          name="inbound.secret"
          label="Inbound secret"
          isSet={supplier.id !== undefined && inbound !== undefined}
          problems={problems}
        />
      </div>
    </fieldset>
  )
}

function InvoiceFields({ supplier }: PartProps) {
  return (
    <fieldset class="form-section">
      <legend class="legend">Invoices</legend>
      <SelectField
        name="sendInvoicesToApprovals"
        label="Send invoices to approvals"
        value={supplier.sendInvoicesToApprovals?.toString() ?? ''}
        choices={[
          ['', 'As the company does'],
          ['true', 'All of them'],
          ['false', 'Only those that no order stands behind'],
        ]}
        required
        hint="Whether people approve also what order and receipts agree with."
      />
      <CheckField
        name="holdInvoicesForApReview"
        label="Hold invoices for AP review"
        isChecked={supplier.holdInvoicesForApReview ?? false}
        hint="They wait in AP hold until accounts payable has submitted them."
      />
    </fieldset>
  )
}
