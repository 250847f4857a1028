import type { Buyer } from '../buyers/buyer.js'
import type { Job, Work } from '../delivery/job.js'
import { profileOf } from '../partners/profiles.js'

const documents: readonly Work['kind'][] = [
  'confirm order',
  'send ship notice',
  'send invoice',
  'send status update',
]

/** How often a document is sent to a buyer that wants it in another rhythm than others. */
export function retriesOf(buyers: readonly Buyer[], { work }: Job): readonly number[] | undefined {
  if (!documents.includes(work.kind)) return undefined
  const buyer = buyers.find(({ id }) => id === work.buyerId)
  return buyer && profileOf(buyer).retries
}
