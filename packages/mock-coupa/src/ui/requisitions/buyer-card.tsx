import type { RequisitionView } from '../../requests.js'
import type { RequisitionLine } from '../../requisitions/requisition.js'
import type { Attempt } from '../approvals/attempt.js'
import { Csrf } from '../elements/csrf.js'
import { SelectField, TextField } from '../elements/field.js'
import { requisitionPath } from '../paths.js'

/** What a buyer gives the lines of a requisition in Pending Buyer Action. */
export function BuyerCard(props: {
  readonly requisition: RequisitionView
  readonly attempt: Attempt | undefined
}) {
  const { requisition, attempt } = props
  return (
    <section class="card" aria-labelledby="buyer">
      <div class="card-head">
        <h2 id="buyer">Pending Buyer Action</h2>
      </div>
      <form class="form" method="post" action={`${requisitionPath(requisition.number)}/complete`}>
        <Csrf />
        {attempt?.problems.map(({ message }) => (
          <p class="problem" role="alert">
            {message}
          </p>
        ))}
        {requisition.lines.map(line => (
          <LineFields line={line} suppliers={requisition.supplierChoices} attempt={attempt} />
        ))}
        <button class="button button-main button-wide" type="submit">
          Submit for Approval
        </button>
      </form>
    </section>
  )
}

function LineFields(props: {
  readonly line: RequisitionLine
  readonly suppliers: RequisitionView['supplierChoices']
  readonly attempt: Attempt | undefined
}) {
  const { line, suppliers, attempt } = props
  const said = (name: string) => attempt?.values[`${name}-${line.id}`]
  return (
    <fieldset class="form-section">
      <legend class="break">
        {line.lineNum}. {line.description}
      </legend>
      <SelectField
        name={`supplier-${line.id}`}
        label="Supplier"
        required
        value={said('supplier') ?? String(line.supplier?.id ?? '')}
        choices={[['', 'Choose a supplier'], ...suppliers.map(({ id, name }) => [String(id), name] as const)]}
      />
      <TextField
        name={`price-${line.id}`}
        label={`Unit price (${line.currency})`}
        required
        value={said('price') ?? line.unitPrice}
      />
    </fieldset>
  )
}
