/** Surface `@punchloop/sdk/store-contract`: what a store of one's own is made of, and proved by. */
export type { Job, NewJob } from './delivery/job.js'
export { type StorePromise, storeContract } from './store/contract/store-contract.js'
export type {
  AttachmentQuery,
  JobCounts,
  JobOutcome,
  JobQuery,
  Message,
  OpenBuyToken,
  OrderKey,
  OrderQuery,
  Outdated,
  ReferenceQuery,
  RequestQuery,
  Scope,
  SentDocumentQuery,
  StartPage,
  Store,
  StoreReader,
  StoreTransaction,
} from './store/store.js'
