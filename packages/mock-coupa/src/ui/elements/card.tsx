import type { Child } from 'hono/jsx'

/** A section with its heading. */
export function Card(props: {
  readonly title: string
  readonly id: string
  readonly aside?: Child
  /** The content reaches the edges: tables and lists. */
  readonly flush?: boolean
  readonly children?: Child
}) {
  return (
    <section class={props.flush ? 'card card-flush' : 'card'} aria-labelledby={props.id}>
      <div class="card-head">
        <h2 id={props.id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}
