import type { Child } from 'hono/jsx'

/** Something to know before reading on. Problems are announced at once. */
export function Notice(props: {
  readonly tone: 'good' | 'wait' | 'bad' | 'info'
  readonly children?: Child
}) {
  return (
    <div class={`notice notice-${props.tone}`} role={props.tone === 'bad' ? 'alert' : 'status'}>
      {props.children}
    </div>
  )
}
