/** An attempt that did not work. `transient`: the same may work later. The message is kept and shown: no secrets. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly code = 'ERR_DELIVERY'
  readonly transient: boolean

  constructor(message: string, options: { readonly transient: boolean; readonly cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.transient = options.transient
  }
}
