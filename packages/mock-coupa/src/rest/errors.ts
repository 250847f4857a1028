/**
 * Refused by the API. `about` is the object's name in Coupa's error format: `{"errors":{"requisition_header":["…"]}}`.
 * Documented: Error Handling of the Core API.
 */
export class RestError extends Error {
  override readonly name = 'RestError'
  readonly status: number
  readonly about: string
  readonly messages: readonly string[]

  constructor(
    status: number,
    about: string,
    messages: readonly string[],
    options?: { readonly cause: unknown },
  ) {
    super(messages.join('; '), options)
    this.status = status
    this.about = about
    this.messages = messages
  }
}
