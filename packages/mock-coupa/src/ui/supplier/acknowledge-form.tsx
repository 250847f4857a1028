import { Csrf } from '../elements/csrf.js'
import { supplierOrderPath } from './paths.js'

export function AcknowledgeForm({ number }: { readonly number: string }) {
  return (
    <form method="post" action={`${supplierOrderPath(number)}/acknowledge`}>
      <Csrf />
      <button class="button button-small" type="submit">
        Acknowledge<span class="unseen"> order {number}</span>
      </button>
    </form>
  )
}
