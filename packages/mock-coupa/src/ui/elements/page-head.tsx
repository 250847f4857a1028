import type { Child } from 'hono/jsx'

/** The heading of a page, with its status and what can be done. */
export function PageHead(props: {
  readonly title: string
  readonly lead?: string
  readonly crumbs?: Child
  readonly children?: Child
}) {
  return (
    <>
      {props.crumbs !== undefined && <p class="crumbs">{props.crumbs}</p>}
      <div class="page-head">
        <h1>{props.title}</h1>
        {props.children}
        {props.lead !== undefined && <p class="lead">{props.lead}</p>}
      </div>
    </>
  )
}
