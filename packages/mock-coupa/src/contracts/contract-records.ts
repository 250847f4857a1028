import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentDate, presentText, type Row, textOf } from '../store/row.js'
import { type Contract, type ContractStatus, contractStatuses } from './contract.js'

const selectContracts = `SELECT c.*, s.name AS supplier_name, json_extract(c.more, '$."contract-owner"') AS contract_owner,
    json_extract(c.more, '$.department') AS department, json_extract(c.more, '$.description') AS description
  FROM contracts c JOIN suppliers s ON s.id = c.supplier`

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function readContract(db: Database, id: number): Contract {
  const row = db.get(`${selectContracts} WHERE c.id = $id`, { id })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no contract ${id}`)
  return contractOf(row)
}

/** `ERR_COUPA_CONFLICT` unless the contract is in one of these statuses. */
export function moveContract(
  work: Work,
  id: number,
  move: { readonly from: readonly ContractStatus[]; readonly to: ContractStatus; readonly doing: string },
): void {
  const { name, status } = readContract(work.db, id)
  if (!move.from.includes(status)) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Contract ${name} cannot be ${move.doing}: it is ${status}, and would have to be ${move.from.join(' or ')}`,
    )
  }
  work.db.run('UPDATE contracts SET status = $to, updated_at = $now WHERE id = $id', {
    id,
    to: move.to,
    now: work.now.toISOString(),
  })
}

function contractOf(row: Row): Contract {
  return {
    id: numberOf(row, 'id'),
    number: textOf(row, 'number'),
    name: textOf(row, 'name'),
    status: memberOf(row, 'status', contractStatuses),
    supplier: { id: numberOf(row, 'supplier'), name: textOf(row, 'supplier_name') },
    version: numberOf(row, 'version'),
    customFields: JSON.parse(textOf(row, 'custom_fields')) as Record<string, unknown>,
    createdAt: dateOf(row, 'created_at'),
    ...presentText(row, {
      currency: 'currency',
      description: 'description',
      department: 'department',
      minimumValue: 'minimum_value',
      maximumValue: 'maximum_value',
      contractOwner: 'contract_owner',
      submitter: 'submitter',
      createdBy: 'created_by',
      rejectReason: 'reject_reason',
      lockedBy: 'locked_by',
    }),
    ...presentDate(row, {
      startDate: 'start_date',
      endDate: 'end_date',
      publishedDate: 'published_date',
    }),
  }
}
