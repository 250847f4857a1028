import { purchaseOrderView } from './application/purchase-order-view.js'
import { requisitionView } from './application/requisition-view.js'
import type { CompanyFile } from './company/company-file.js'
import { findPerson } from './company/people.js'
import type { Coupa } from './coupa.js'
import type { Exchange } from './journal/exchange.js'
import { type ExchangeFilter, listExchanges } from './journal/journal.js'
import { type Running, run } from './mock-coupa.js'
import { listMails } from './notifications/mail-records.js'
import type { Mail } from './notifications/notification.js'
import { type MockCoupaOptions, resolveOptions } from './options.js'
import type { PurchaseOrderView } from './orders.js'
import { createPerson, type Person } from './person.js'
import type { TransmissionStatus } from './purchase-orders/purchase-order.js'
import { listPurchaseOrders, readPurchaseOrder } from './purchase-orders/purchase-order-records.js'
import type { RequisitionView } from './requests.js'
import { readRequisition } from './requisitions/requisition-records.js'
import type { ProcurementSystem } from './systems/system.js'

/** A mock in this process, for demos and tests. */
export interface MockCoupa {
  readonly url: string
  /** What people configure. */
  readonly company: CompanyFile
  /** Which procurement system it plays, and where it takes documents. */
  readonly system: ProcurementSystem
  /** The application as its pages see it: each call acts for the person whose login comes first. */
  readonly application: Coupa
  /** Somebody of the company, by login. */
  person(login: string): Person
  /** Any requisition, seen as its requester sees it. */
  requisition(number: number): RequisitionView
  purchaseOrder(number: string): PurchaseOrderView
  /**
   * Waits until the requisition is ordered and its orders have left the house, have failed to for good, or are held.
   * Resolves with the order to `supplier`, or with the first.
   */
  waitForOrder(
    wanted: { readonly requisition: number; readonly supplier?: string },
    options?: WaitOptions,
  ): Promise<PurchaseOrderView>
  /** Waits until the answer is something, looking again after every change. */
  waitFor<T>(look: () => T | undefined | false, options?: WaitOptions): Promise<T>
  /** Every document and its answer, in order, secrets redacted. */
  documents(filter?: ExchangeFilter): readonly Exchange[]
  /** Every mail that was written, newest first, whether it was sent or only recorded. */
  mails(): readonly Mail[]
  /** Finishes what is being answered and stops. What is scheduled is done after the next start. */
  close(): Promise<void>
}

export interface WaitOptions {
  /** Real milliseconds. Default 10,000. */
  readonly timeoutMs?: number
}

const defaultTimeout = 10_000

/**
 * Starts a Coupa of one company; {@link startMockBuyer} with the system `coupa`.
 *
 * @throws {CoupaError} `ERR_COUPA_PORT_BUSY`, or `ERR_COUPA_INVALID` for a configuration that cannot be taken.
 * @example
 * const coupa = await startMockCoupa({ port: 0 })
 * const trip = await coupa.person('emma').shop('Brightstack Marketplace')
 * await coupa.close()
 */
export function startMockCoupa(options: MockCoupaOptions = {}): Promise<MockCoupa> {
  return startMockBuyer(options)
}

/**
 * Starts the procurement system of one company: Coupa, JAGGAER, Oracle, … by `system`. Without a `company` of its own
 * the seeded one and its supplier are named as the system names them, and its site can do what the system can.
 *
 * @throws {CoupaError} As {@link startMockCoupa}.
 * @example
 * const jaggaer = await startMockBuyer({ port: 0, system: 'jaggaer' })
 */
export async function startMockBuyer(options: MockCoupaOptions = {}): Promise<MockCoupa> {
  const settings = resolveOptions(options)
  const running = await run(settings)
  const { coupa, company, db, changes } = running
  const { system } = running
  const reading = () => ({ db, company: company.current, now: settings.clock(), system })
  const waitFor: MockCoupa['waitFor'] = (look, { timeoutMs = defaultTimeout } = {}) =>
    changes.waitFor(look, { timeoutMs, found: () => 'what was looked for was not there' })
  return {
    url: running.url,
    company,
    system,
    application: coupa,
    person: login =>
      createPerson(
        { coupa, company, fetch: settings.fetch ?? globalThis.fetch },
        findPerson(company.current, login),
      ),
    requisition(number) {
      const { requestedBy } = readRequisition(db, number)
      return requisitionView(reading(), requestedBy.login, number)
    },
    purchaseOrder(number) {
      return purchaseOrderView(reading(), ownerOf(running, number), number)
    },
    waitFor,
    waitForOrder: ({ requisition, supplier }, { timeoutMs = defaultTimeout } = {}) =>
      changes.waitFor(() => settledOrder(running, requisition, supplier), {
        timeoutMs,
        found: () => describeRequisition(running, requisition),
      }),
    documents: filter => listExchanges(db, filter),
    mails: () => listMails(db),
    close: () => running.close(),
  }
}

function ownerOf({ db }: Running, number: string): string {
  const order = readPurchaseOrder(db, number)
  return order.requisition === undefined
    ? order.requestedBy.login
    : readRequisition(db, order.requisition).requestedBy.login
}

function settledOrder(
  { db, company, clock, system }: Running,
  requisition: number,
  supplier: string | undefined,
): PurchaseOrderView | undefined {
  const { status, requestedBy } = readRequisition(db, requisition)
  const orders = listPurchaseOrders(db, { requisition }).toReversed()
  const isSettled = orders.every(
    order => order.status !== 'issued' || !underWay.has(order.transmissionStatus),
  )
  const order = supplier === undefined ? orders[0] : orders.find(candidate => candidate.supplier === supplier)
  if (status !== 'ordered' || !isSettled || order === undefined) return undefined
  return purchaseOrderView(
    { db, company: company.current, now: clock(), system },
    requestedBy.login,
    order.number,
  )
}

const underWay: ReadonlySet<TransmissionStatus> = new Set([
  'created',
  'scheduled_for_cxml',
  'scheduled_for_xml',
  'scheduled_for_email',
])

/** What a test that waited in vain wants to know. */
function describeRequisition({ db, company, clock, system }: Running, number: number): string {
  const { status, requestedBy } = readRequisition(db, number)
  const reading = { db, company: company.current, now: clock(), system }
  const view = requisitionView(reading, requestedBy.login, number)
  const waiting = view.chain.find(approval => approval.status === 'pending_approval')
  const orders = view.purchaseOrders.map(order => {
    const { transmissions } = purchaseOrderView(reading, requestedBy.login, order.number)
    const failure = transmissions.at(-1)?.attempts.at(-1)?.failure
    return `order ${order.number} is ${order.transmissionStatus}${failure === undefined ? '' : ` (${failure})`}`
  })
  const details = [...(waiting ? [`it waits for ${waiting.approver.login}`] : []), ...orders].join(', ')
  return `requisition ${number} is ${status}${details && `; ${details}`}`
}
