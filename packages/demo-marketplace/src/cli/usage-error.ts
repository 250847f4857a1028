/** A program was started in a way that cannot work; the message says what was found and what would do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 'ERR_USAGE'
}
