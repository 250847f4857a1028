import { Csrf } from '../elements/csrf.js'

/** How many, and into the cart. */
export function QuantityForm(props: {
  readonly action: string
  readonly name: string
  /** What says which product it is. */
  readonly fields: Readonly<Record<string, string>>
}) {
  return (
    <form method="post" action={props.action}>
      <Csrf />
      {Object.entries(props.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input
        class="quantity"
        type="number"
        name="quantity"
        value="1"
        min="1"
        step="1"
        required
        aria-label={`Quantity of ${props.name}`}
      />
      <button class="button button-main" type="submit">
        Add to cart
        <span class="unseen">: {props.name}</span>
      </button>
    </form>
  )
}
