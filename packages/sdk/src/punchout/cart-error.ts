/** The shop handed over a cart that cannot be returned. Nothing was stored or sent. */
export class CartError extends Error {
  override readonly name = 'CartError'
  readonly code = 'ERR_PUNCHOUT_CART'
  /** Where in the cart: `lines[0].unitPrice`. */
  readonly field: string

  constructor(field: string, problem: string) {
    super(`Cart ${field} ${problem}`)
    this.field = field
  }
}
