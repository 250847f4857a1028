import type { Child } from 'hono/jsx'
import { CoupaError, type FieldProblem } from '../../errors.js'
import { type Page, type Redirect, redirect } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { FormButtons } from '../elements/form-buttons.js'
import { Notice } from '../elements/notice.js'

/** A form of the administration: fields, what is wrong with them, Save, and Remove below. */
export function EditForm(props: {
  readonly action: string
  readonly cancel: string
  readonly problems: readonly FieldProblem[]
  /** Absent: nothing to remove yet. */
  readonly remove?: string | undefined
  /** One of the fields is a file. */
  readonly withFile?: boolean
  readonly children?: Child
}) {
  return (
    <div class="stack">
      {props.problems.length > 0 && <Problems problems={props.problems} />}
      <form
        class="card form"
        method="post"
        action={props.action}
        enctype={props.withFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
        novalidate
      >
        <Csrf />
        {props.children}
        <FormButtons submit="Save" cancel={props.cancel} />
      </form>
      {props.remove !== undefined && (
        <form class="actions" method="post" action={props.remove}>
          <Csrf />
          <button class="button button-bad" type="submit">
            Remove
          </button>
        </form>
      )}
    </div>
  )
}

/** Those of this thing stand beside its fields; those of others that refer to it (`people[2].manager`) only here. */
function Problems({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const elsewhere = problems.filter(({ field }) => field.includes('['))
  return (
    <Notice tone="bad">
      <strong>Nothing was saved.</strong>
      {elsewhere.length < problems.length && <span>Please mend the fields that are marked below.</span>}
      {elsewhere.length > 0 && (
        <ul class="advice">
          {elsewhere.map(({ field, message }) => (
            <li>
              {field}: {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

/** Saves and goes on, or shows the form again with what is wrong. */
export async function saving(by: {
  readonly save: () => Promise<unknown>
  readonly next: string
  readonly again: (problems: readonly FieldProblem[]) => Page
}): Promise<Page | Redirect> {
  try {
    await by.save()
    return redirect(by.next, 'saved')
  } catch (error) {
    if (error instanceof CoupaError && error.fields.length > 0) return by.again(error.fields)
    throw error
  }
}
