import { CoupaError } from '../errors.js'
import { listDocuments, requeueDocument } from './document-records.js'
import type { NetworkGround } from './ground.js'

/** By hand: what has failed is sent once more, under its own payloadID. */
export function resend({ db, clock }: NetworkGround, id: number): void {
  const document = listDocuments(db).find(candidate => candidate.id === id)
  if (document === undefined) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `The network has no document ${id}`)
  }
  if (document.status !== 'failed') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `${document.kind} ${document.payloadID} cannot be sent again: it is ${document.status}`,
    )
  }
  requeueDocument(db, clock(), id)
}
