import { multiplyDecimals } from '@punchloop/sdk/cxml'
import { allocate, allocationProblems } from '../accounting/allocate.js'
import type { AllocationDraft } from '../accounting/allocation.js'
import { exchangeRateOf } from '../accounting/exchange.js'
import { findAccount, findAddress, findSupplier } from '../company/find.js'
import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Kept } from '../requisitions/requisition.js'
import type { NewPurchaseOrderLine, TransmissionMethodOverride } from './purchase-order.js'
import { insertPurchaseOrder } from './purchase-order-records.js'
import { type Actor, recordFirstRevision } from './revisions.js'

export interface ExternalLine {
  readonly description: string
  readonly quantity: string
  readonly unitPrice: string
  readonly uom: string
  readonly sourcePartNum?: string
  readonly suppAuxPartNum?: string
  /** Name of the account. Absent: the requester's own. */
  readonly account?: string
  /** In the place of `account`. */
  readonly allocations?: readonly AllocationDraft[]
  readonly more?: Kept
  readonly needByDate?: Date
}

/** Coupa's `ExternalOrderHeader`: an order that another system brings, without a requisition. */
export interface ExternalOrder {
  readonly number?: string
  readonly requester: string
  readonly supplier: number
  readonly shipTo?: string
  readonly shipToAttention?: string
  readonly paymentTerm?: string
  readonly shippingTerm?: string
  readonly currency?: string
  readonly transmissionMethodOverride?: TransmissionMethodOverride
  readonly transmissionEmails?: string
  readonly hidePrice?: boolean
  readonly more?: Kept
  readonly lines: readonly ExternalLine[]
}

/**
 * Writes a draft. Returns its id.
 * Unverified: that it is a draft, which `issue` sends on its way.
 */
export function createExternalOrder(work: Work, order: ExternalOrder, by: Actor): number {
  const { company } = work
  const requester = findPerson(company, order.requester)
  const supplier = findSupplier(company, order.supplier)
  assertExternal(work, order)
  const { lines, requester: _requester, shipTo, supplier: _supplier, ...rest } = order
  const currency = order.currency ?? company.currency
  const account = findAccount(company, requester.account)
  const rate = exchangeRateOf(company, currency)
  const id = insertPurchaseOrder(work, {
    ...rest,
    currency,
    ...(rate === undefined ? {} : { exchangeRate: rate }),
    hidePrice: order.hidePrice ?? false,
    requestedBy: { login: requester.login, fullName: fullName(requester), email: requester.email },
    supplier: { id: supplier.id, name: supplier.name },
    shipTo: findAddress(company, shipTo ?? requester.address),
    billTo: { ...findAddress(company, company.billTo), name: company.name },
    account,
    lines: lines.map((line, index): NewPurchaseOrderLine => {
      const { account: charged, allocations, sourcePartNum = '', ...fields } = line
      const total = multiplyDecimals(line.quantity, line.unitPrice)
      const shares = allocations ?? [{ account: charged ?? account.name, pct: '100' }]
      return {
        ...fields,
        sourcePartNum,
        lineNum: index + 1,
        lineType: 'OrderQuantityLine',
        descriptionLang: 'en',
        currency,
        total,
        allocations: allocate(total, shares).map(share => ({
          ...share,
          account: findAccount(company, share.account),
        })),
      }
    }),
    ...(by.login === undefined ? {} : { createdBy: by.login }),
  })
  recordFirstRevision(work, id, by, 'Created by the API')
  return id
}

function assertExternal(work: Work, order: ExternalOrder): void {
  const said: string[] = []
  if (order.lines.length === 0) said.push('It must have a line')
  for (const { allocations = [], quantity, unitPrice } of order.lines) {
    const problems = allocationProblems(multiplyDecimals(quantity, unitPrice), allocations, work.company)
    said.push(...problems.map(({ message }) => message))
  }
  if (order.number !== undefined) {
    const isTaken =
      work.db.get(
        'SELECT 1 FROM purchase_orders WHERE po_number = $number OR (po_number IS NULL AND CAST(number AS TEXT) = $number)',
        { number: order.number },
      ) !== undefined
    if (isTaken) said.push('Po number has already been taken')
  }
  if (said.length > 0) {
    throw new CoupaError('ERR_COUPA_INVALID', said.join('; '), {
      fields: said.map(message => ({ field: 'order', message })),
    })
  }
}
