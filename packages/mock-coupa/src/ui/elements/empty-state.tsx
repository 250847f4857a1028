import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.js'

/** What stands where there is nothing yet, and what to do about it. */
export function EmptyState(props: {
  readonly icon: IconName
  readonly title: string
  readonly children?: Child
}) {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <p class="empty-title">{props.title}</p>
      {props.children}
    </div>
  )
}
