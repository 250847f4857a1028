import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import type { ContractStatus } from './contract.js'
import { moveContract } from './contract-records.js'

/** Unverified: that a contract is published as soon as nobody is left who has to approve it. */
export function publish(
  work: Work,
  id: number,
  { from, by }: { readonly from: readonly ContractStatus[]; readonly by: string },
): void {
  moveContract(work, id, { from, to: 'published', doing: 'published' })
  work.db.run('UPDATE contracts SET published_date = $now, reject_reason = NULL WHERE id = $id', {
    id,
    now: work.now.toISOString(),
  })
  recordHistory(work, { on: { type: 'Contract', id }, by, text: 'Published' })
}
