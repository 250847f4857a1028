import { createHash } from 'node:crypto'
import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import { textOf } from '../store/row.js'

/** The Status that a supplier's document is answered with. */
export interface Answer {
  readonly code: string
  readonly text: string
  /** Which order it was about, where that could be made out. */
  readonly purchaseOrder?: number
}

/** A document that authenticated, as it came. */
export interface ReceivedDocument<D> {
  readonly document: D
  readonly body: Uint8Array
}

/**
 * A document that was taken gets the first answer again when it comes again; another one under its payloadID is refused.
 * What was refused leaves nothing behind, so that it can be mended and sent again.
 */
export function answerOnce(
  work: Work,
  supplier: Supplier,
  message: ReceivedDocument<{ readonly payloadID: string }>,
  decide: () => Answer,
): Answer {
  const { payloadID } = message.document
  const digest = createHash('sha256').update(message.body).digest('base64url')
  const earlier = work.db.get(
    'SELECT * FROM received_documents WHERE supplier_id = $supplier AND payload_id = $payloadID',
    { supplier: supplier.id, payloadID },
  )
  if (earlier !== undefined) {
    return textOf(earlier, 'digest') === digest
      ? { code: textOf(earlier, 'status'), text: textOf(earlier, 'text') }
      : { code: '409', text: `payloadID ${payloadID} was used for another document before` }
  }
  const answer = decide()
  if (!answer.code.startsWith('2')) return answer
  work.db.run(
    `INSERT INTO received_documents VALUES ($supplier, $payloadID, $digest, $status, $text, $now)`,
    {
      supplier: supplier.id,
      payloadID,
      digest,
      status: answer.code,
      text: answer.text,
      now: work.now.toISOString(),
    },
  )
  return answer
}
