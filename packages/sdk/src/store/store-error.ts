/** What became of a transaction is not known. Whoever waits for an answer must ask again: nothing happens twice. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code = 'ERR_STORE_OUTCOME'
}
