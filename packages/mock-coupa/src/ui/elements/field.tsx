import type { Child } from 'hono/jsx'
import type { FieldProblem } from '../../errors.js'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly problems?: readonly FieldProblem[]
  readonly required?: boolean
  readonly wide?: boolean
}

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly type?: 'text' | 'email' | 'url' | 'password' | 'number' | 'date'
  readonly lines?: number
  readonly readOnly?: boolean
}

/** An id without what a CSS selector or an `aria-describedby` list would trip over. */
const idOf = (name: string) => `field-${name.replaceAll(/[^\w-]/g, '-')}`

export function problemOf(problems: readonly FieldProblem[] | undefined, name: string): string | undefined {
  return problems?.find(({ field }) => field === name || field.startsWith(`${name}[`))?.message
}

/** What ties an input to its hint and to what is wrong with it. */
function wiring(field: FieldProps) {
  const id = idOf(field.name)
  const problem = problemOf(field.problems, field.name)
  const described = [
    field.hint === undefined ? '' : `${id}-hint`,
    problem === undefined ? '' : `${id}-problem`,
  ]
    .join(' ')
    .trim()
  return {
    id,
    name: field.name,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem === undefined ? {} : { 'aria-invalid': 'true' }),
    ...(field.required ? { required: true } : {}),
  }
}

function Field({ field, children }: { readonly field: FieldProps; readonly children?: Child }) {
  const id = idOf(field.name)
  const problem = problemOf(field.problems, field.name)
  return (
    <div class={field.wide ? 'field wide' : 'field'}>
      <label for={id}>
        {field.label}
        {!field.required && <span class="optional"> (optional)</span>}
      </label>
      {children}
      {field.hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {field.hint}
        </span>
      )}
      {problem !== undefined && (
        <span class="problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}

export function TextField(props: TextFieldProps) {
  return (
    <Field field={props}>
      {props.lines === undefined ? (
        <input
          type={props.type ?? 'text'}
          value={props.value}
          readonly={props.readOnly ?? false}
          {...wiring(props)}
        />
      ) : (
        <textarea rows={props.lines} {...wiring(props)}>
          {props.value}
        </textarea>
      )}
    </Field>
  )
}

/** Only in a form of `multipart/form-data`. */
export function FileField(props: FieldProps) {
  return (
    <Field field={props}>
      <input type="file" {...wiring(props)} />
    </Field>
  )
}

/** Write-only: what is stored never comes back to the browser, and leaving it empty keeps it. */
export function SecretField(props: FieldProps & { readonly isSet: boolean }) {
  const field = {
    ...props,
    required: (props.required ?? false) && !props.isSet,
    hint: props.isSet ? 'Set. Leave empty to keep it.' : (props.hint ?? 'Not set yet.'),
  }
  return (
    <Field field={field}>
      <input type="password" autocomplete="off" value="" {...wiring(field)} />
    </Field>
  )
}

export function SelectField(
  props: FieldProps & {
    readonly value: string
    readonly choices: readonly (readonly [value: string, label: string])[]
  },
) {
  return (
    <Field field={props}>
      <select {...wiring(props)}>
        {props.choices.map(([value, label]) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function CheckField(props: FieldProps & { readonly isChecked: boolean }) {
  const id = idOf(props.name)
  const problem = problemOf(props.problems, props.name)
  return (
    <div class={props.wide ? 'field wide' : 'field'}>
      <div class="check">
        <input type="checkbox" value="on" checked={props.isChecked} {...wiring(props)} />
        <div>
          <label for={id}>{props.label}</label>
          {props.hint !== undefined && (
            <div class="hint" id={`${id}-hint`}>
              {props.hint}
            </div>
          )}
          {problem !== undefined && (
            <span class="problem" id={`${id}-problem`}>
              {problem}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}
