/** The session's state does not allow what was asked: it was returned, cancelled, expired, or is not known. */
export class SessionError extends Error {
  override readonly name = 'SessionError'
  readonly code = 'ERR_PUNCHOUT_SESSION'
  /** cXML's "precondition failed"; as an HTTP status it means the same. */
  readonly status = 412
}
