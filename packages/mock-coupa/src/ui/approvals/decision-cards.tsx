import type { ApprovalsView } from '../../approvals.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import type { Attempt } from './attempt.js'

/** What whoever is asked can say now. `path` is the document's own, below which decisions are posted. */
export function DecisionCards(props: {
  readonly approvals: ApprovalsView
  readonly path: string
  readonly attempt?: Attempt | undefined
}) {
  const { may } = props.approvals
  return (
    <>
      {may.approve && <DecisionCard {...props} />}
      {may.goOn && <HoldCard path={props.path} />}
    </>
  )
}

/** One comment, three buttons: whichever is pressed takes the comment along. */
function DecisionCard({ path, attempt }: { readonly path: string; readonly attempt?: Attempt | undefined }) {
  return (
    <section class="card" aria-labelledby="decision">
      <div class="card-head">
        <h2 id="decision">Your approval is needed</h2>
      </div>
      <DecisionForm path={path} attempt={attempt} label="Comment" />
    </section>
  )
}

export function DecisionForm(props: {
  readonly path: string
  readonly label: string
  readonly attempt?: Attempt | undefined
}) {
  const { path, attempt, label } = props
  return (
    <form class="form" method="post" action={`${path}/approve`}>
      <Csrf />
      <TextField
        name="comment"
        label={label}
        lines={3}
        value={attempt?.values.comment ?? ''}
        problems={attempt?.problems ?? []}
        hint="To reject, say why: the requester is told."
      />
      <div class="actions decide">
        <button class="button button-main" type="submit">
          Approve
        </button>
        <button class="button button-bad" type="submit" formaction={`${path}/reject`}>
          Reject
        </button>
        <button class="button" type="submit" formaction={`${path}/hold`}>
          Hold
        </button>
      </div>
    </form>
  )
}

function HoldCard({ path }: { readonly path: string }) {
  return (
    <section class="card" aria-labelledby="on-hold">
      <div class="card-head">
        <h2 id="on-hold">Your approval is on hold</h2>
      </div>
      <HoldForm path={path} />
    </section>
  )
}

export function HoldForm({ path }: { readonly path: string }) {
  return (
    <form class="form" method="post" action={`${path}/go-on`}>
      <Csrf />
      <button class="button button-main button-wide" type="submit">
        Take off hold
      </button>
    </form>
  )
}
