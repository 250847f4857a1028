import type { SetupOperation } from '../cxml/messages/punchout-setup-request.js'
import { CxmlError } from '../errors.js'

/** What a buyer can ask for with lines that it holds already. */
export type ReopeningOperation = Exclude<SetupOperation, 'create'>

export const reopeningOperations: readonly ReopeningOperation[] = ['edit', 'inspect', 'source']

/** The highest operation that a returned cart supports later (`operationAllowed`): what the shop does and the buyer offers. */
export function operationAllowed(
  operations: readonly ReopeningOperation[] = [],
  offered: 'create' | 'inspect' | 'edit' = 'edit',
): 'create' | 'inspect' | 'edit' {
  if (operations.includes('edit') && offered === 'edit') return 'edit'
  return operations.includes('inspect') && offered !== 'create' ? 'inspect' : 'create'
}

/** Refuses what the shop has said it does not do. A shop that has said nothing is asked for everything. */
export function assertOffered(
  operation: SetupOperation,
  operations: readonly ReopeningOperation[] | undefined,
): void {
  if (operation === 'create' || operations === undefined || operations.includes(operation)) return
  const offered = ['create', ...operations].join(', ')
  throw new CxmlError(
    // Returned carts have said what they allow; of `source` they can say nothing.
    operation === 'source' ? 'ERR_CXML_UNSUPPORTED' : 'ERR_CXML_PRECONDITION',
    `PunchOutSetupRequest operation "${operation}" is not supported; this supplier takes ${offered}`,
    { path: '/cXML/Request/PunchOutSetupRequest/@operation' },
  )
}
