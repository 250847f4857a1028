/**
 * Somebody has read the body of a request before Punchloop could, and its bytes are lost: what a parser leaves behind is
 * not what was sent. A mistake of the program, not of the sender; nobody outside is told.
 */
export class BodyReadError extends TypeError {
  override readonly name = 'BodyReadError'
  readonly code = 'ERR_BODY_ALREADY_READ'

  constructor() {
    super(
      'The request body was read before it reached Punchloop, and not as bytes. ' +
        'Mount Punchloop before the body parser, or let the parser keep the bytes as rawBody.',
    )
  }
}
