import { problemOf, TextField } from '../../elements/field.js'
import { mostCustomFields, type PunchoutSiteForm } from './read-punchout-site.js'

/** Rows for new fields below those that are there: adding one needs no script. */
const emptyRows = 2

/** What the setup request says of its shopper beyond Coupa's own extrinsics. */
export function CustomFields(props: PunchoutSiteForm) {
  const fields = props.site.customFields ?? []
  const rows = Math.min(fields.length + emptyRows, mostCustomFields)
  const problem = problemOf(props.problems, 'customFields')
  return (
    <fieldset class="form-section">
      <legend class="legend">Custom fields</legend>
      <p class="soft small">
        Each is sent as an Extrinsic of its name. The custom field of the shopper that is named under Person’s
        field goes before the value, and a field without either is left out.
      </p>
      {problem !== undefined && <p class="problem">{problem}</p>}
      {Array.from({ length: rows }, (_, index) => (
        <div class="form-grid custom-field">
          <TextField
            name={`customFields[${index}].name`}
            label={`Name ${index + 1}`}
            value={fields[index]?.name ?? ''}
          />
          <TextField
            name={`customFields[${index}].value`}
            label={`Value ${index + 1}`}
            value={fields[index]?.value ?? ''}
          />
          <TextField
            name={`customFields[${index}].userField`}
            label={`Person’s field ${index + 1}`}
            value={fields[index]?.userField ?? ''}
          />
        </div>
      ))}
    </fieldset>
  )
}
