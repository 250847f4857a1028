import { type FormField, type FormFieldKind, formFieldKinds } from '../../../company/request-form.js'
import type { FieldProblem } from '../../../errors.js'
import { CheckField, problemOf, SelectField, TextField } from '../../elements/field.js'

const kindNames: Readonly<Record<FormFieldKind, string>> = {
  text: 'One line',
  long_text: 'Several lines',
  number: 'A number',
  date: 'A day',
  choice: 'One of several',
}

/** Rows for new questions below those that are there: adding one needs no script. */
const emptyRows = 3

export function QuestionFields(props: {
  readonly fields: readonly FormField[]
  readonly problems: readonly FieldProblem[]
}) {
  const { fields, problems } = props
  const problem = problemOf(problems, 'fields')
  return (
    <fieldset class="form-section">
      <legend class="legend">Questions</legend>
      <p class="soft small">In this order. A row without a name is left out.</p>
      {problem !== undefined && <p class="problem">{problem}</p>}
      {Array.from({ length: fields.length + emptyRows }, (_, index) => (
        <div class="form-grid question">
          <TextField
            name={`fields.${index}.name`}
            label={`Question ${index + 1}`}
            value={fields[index]?.name ?? ''}
            problems={problems}
          />
          <SelectField
            name={`fields.${index}.kind`}
            label={`Answer ${index + 1}`}
            required
            value={fields[index]?.kind ?? 'text'}
            choices={formFieldKinds.map(kind => [kind, kindNames[kind]] as const)}
            problems={problems}
          />
          <TextField
            name={`fields.${index}.choices`}
            label={`Choices ${index + 1}`}
            value={(fields[index]?.choices ?? []).join(', ')}
            hint="Separated by commas."
            problems={problems}
          />
          <CheckField
            name={`fields.${index}.required`}
            label={`Question ${index + 1} must be answered`}
            isChecked={fields[index]?.required ?? false}
          />
        </div>
      ))}
    </fieldset>
  )
}
