import type { ToDo } from './approvals.js'
import type { User } from './company/company.js'
import type { CompanyFile } from './company/company-file.js'
import type { ContractView } from './contracts.js'
import type { ApprovableType } from './control/approvable-key.js'
import type { Coupa } from './coupa.js'
import { CoupaError } from './errors.js'
import type { InvoiceView } from './invoices.js'
import type { Invoice } from './invoicing/invoice.js'
import type { InvoiceAction } from './invoicing/transitions.js'
import type { Notification } from './notifications/notification.js'
import type { ChangeOrderView } from './order-changes.js'
import type { PurchaseOrderView } from './orders.js'
import type { OrderAction } from './purchase-orders/act.js'
import { openOf } from './receiving/open.js'
import type { Arrival } from './receiving/receive.js'
import type { RequisitionView } from './requests.js'
import type { RequisitionSummary } from './requisitions/requisition.js'
import type { ShipNoticeView } from './ship-notices.js'
import type { IndexResult, OpenBuyResult, SearchResults } from './shopping/search-results.js'
import type { ReopeningOperation, ShoppingTrip } from './shopping/shopping-trip.js'

/** Somebody of the company, as a contract test moves them. What a browser would carry goes over real HTTP. */
export interface Person {
  readonly login: string
  /** Clicks a tile under Shop Online. The name of the site may be left out while there is only one. */
  shop(siteName?: string): Promise<ShoppingTrip>
  search(text: string): Promise<SearchResults>
  /** Clicks an Open Buy result. */
  choose(result: OpenBuyResult): Promise<ShoppingTrip>
  /** Clicks rows of one supplier's index catalogue: several together are several SelectedItem. */
  chooseIndexed(...results: readonly IndexResult[]): Promise<ShoppingTrip>
  /** Opens the shop again with the lines that it brought into a requisition; those of its first cart by default. */
  reopen(requisition: number, operation: ReopeningOperation, trip?: number): Promise<ShoppingTrip>
  /** Asks an OCI catalogue what the lines that it brought are today. */
  validate(requisition: number, trip?: number): Promise<RequisitionView>
  /**
   * Does with the supplier's form what the browser does: posts its fields to BrowserFormPost and follows the redirect.
   * `trip` is the latest by default. A cart that is refused throws `ERR_COUPA_CART_REFUSED` with what the person sees;
   * one that is cancelled, too.
   */
  returnCart(
    fields: Readonly<Record<string, string>>,
    trip?: Pick<ShoppingTrip, 'browserFormPostUrl'>,
  ): Promise<RequisitionView>
  /** Puts an Open Buy result into the cart without a visit to the supplier. Quantity 1 by default. */
  addResult(result: OpenBuyResult, quantity?: string): Promise<RequisitionView>
  cart(): Promise<RequisitionView | undefined>
  /** Puts one of the company's own items into the cart. */
  addItem(line: { readonly itemId: number; readonly quantity: string }): Promise<RequisitionView>
  /** The cart by default. */
  submit(requisition?: number, submission?: { readonly justification?: string }): Promise<RequisitionView>
  approve(requisition: number, comment?: string): Promise<RequisitionView>
  reject(requisition: number, comment: string): Promise<RequisitionView>
  withdraw(requisition: number, reason?: string): Promise<RequisitionView>
  /** Says what arrived: everything that is open by default. */
  receive(purchaseOrder: string, quantities?: Readonly<Record<number, string>>): Promise<PurchaseOrderView>
  voidReceipt(receipt: number, reason?: string): Promise<PurchaseOrderView>
  /** All of a ship notice that is on its way has arrived. */
  receiveShipNotice(shipNotice: number): Promise<ShipNoticeView>
  voidShipNotice(shipNotice: number): Promise<ShipNoticeView>
  /** What a supplier proposes, or, for the supplier, what it is asked. */
  acceptConfirmation(confirmation: number, comment?: string): Promise<PurchaseOrderView>
  rejectConfirmation(confirmation: number, comment?: string): Promise<PurchaseOrderView>
  /** Asks for a change of an order, and submits it. */
  requestChange(request: Parameters<Coupa['requestChange']>[1]): Promise<ChangeOrderView>
  approveChange(change: number, comment?: string): Promise<ChangeOrderView>
  rejectChange(change: number, comment: string): Promise<ChangeOrderView>
  /** What a buyer does with an order: `issue`, `cancel`, `close`, … */
  actOnOrder(purchaseOrder: string, action: OrderAction, comment?: string): Promise<PurchaseOrderView>
  approveInvoice(invoice: number, comment?: string): Promise<InvoiceView>
  rejectInvoice(invoice: number, comment: string): Promise<InvoiceView>
  approveContract(contract: number, comment?: string): Promise<ContractView>
  rejectContract(contract: number, comment: string): Promise<ContractView>
  /** What accounts payable does with an invoice: `submit`, `dispute`, `void`, … A dispute needs a reason. */
  actOnInvoice(invoice: number, action: InvoiceAction, reason?: string): Promise<InvoiceView>
  payInvoice(invoice: number, notes?: string): Promise<InvoiceView>
  /** Newest first. */
  invoices(): Promise<readonly Invoice[]>
  toDo(): Promise<readonly ToDo[]>
  notifications(): Promise<readonly Notification[]>
  requisitions(): Promise<readonly RequisitionSummary[]>
}

export function createPerson(
  by: { readonly coupa: Coupa; readonly company: CompanyFile; readonly fetch: typeof globalThis.fetch },
  user: User,
): Person {
  const { coupa } = by
  const { login } = user
  let latest: ShoppingTrip | undefined
  const began = (trip: ShoppingTrip) => {
    latest = trip
    return trip
  }
  return {
    login,
    shop: async siteName => began(await coupa.shop(login, siteIdOf(by.company, siteName))),
    search: text => coupa.search(login, text),
    choose: async result => began(await coupa.choose(login, result)),
    async chooseIndexed(...results) {
      const [first] = results
      if (first === undefined) throw new CoupaError('ERR_COUPA_INVALID', 'Nothing was chosen')
      const items = results.map(({ indexItem }) => indexItem)
      return began(await coupa.chooseIndexed(login, { site: first.site.id, items }))
    },
    async reopen(requisition, operation, trip = firstTrip(coupa, login, requisition)) {
      return began(await coupa.reopen(login, { requisition, trip, operation }))
    },
    validate: async (requisition, trip = firstTrip(coupa, login, requisition)) =>
      coupa.validate(login, { requisition, trip }),
    async returnCart(fields, trip = latest) {
      if (trip === undefined) throw new CoupaError('ERR_COUPA_CONFLICT', `${login} is on no shopping trip`)
      return claimed(coupa, login, await postForm(by.fetch, trip.browserFormPostUrl, fields))
    },
    addResult: async ({ search, site, sourcePartNum }, quantity = '1') =>
      coupa.addOpenBuyItem(login, { search, siteId: site.id, sourcePartNum, quantity }),
    cart: async () => coupa.cart(login),
    addItem: async line => coupa.addItem(login, line),
    async submit(requisition = coupa.cart(login)?.number, submission = {}) {
      if (requisition === undefined)
        throw new CoupaError('ERR_COUPA_CONFLICT', `${login} has no cart to submit`)
      return coupa.submit(login, { requisition, ...submission })
    },
    ...approvalsOf(coupa, login),
    withdraw: async (requisition, reason) =>
      coupa.withdraw(login, { requisition, ...(reason === undefined ? {} : { reason }) }),
    receive: async (purchaseOrder, quantities) =>
      coupa.receive(login, {
        purchaseOrder,
        lines: arrivalsOf(coupa.purchaseOrder(login, purchaseOrder), quantities),
      }),
    voidReceipt: async (receipt, reason) =>
      coupa.voidReceipt(login, { receipt, ...(reason === undefined ? {} : { reason }) }),
    receiveShipNotice: async id => coupa.receiveShipNotice(login, id),
    voidShipNotice: async id => coupa.voidShipNotice(login, id),
    acceptConfirmation: async (confirmation, comment) =>
      coupa.decideConfirmation(login, {
        confirmation,
        accept: true,
        ...(comment === undefined ? {} : { comment }),
      }),
    rejectConfirmation: async (confirmation, comment) =>
      coupa.decideConfirmation(login, {
        confirmation,
        accept: false,
        ...(comment === undefined ? {} : { comment }),
      }),
    requestChange: async request => coupa.requestChange(login, request),
    actOnOrder: async (purchaseOrder, action, comment) =>
      coupa.actOnOrder(login, { purchaseOrder, action, ...(comment === undefined ? {} : { comment }) }),
    actOnInvoice: async (invoice, action, reason) =>
      coupa.actOnInvoice(login, { invoice, action, ...(reason === undefined ? {} : { reason }) }),
    payInvoice: async (invoice, notes) =>
      coupa.payInvoice(login, { invoice, paid: true, ...(notes === undefined ? {} : { notes }) }),
    invoices: async () => coupa.invoiceList(login).rows,
    toDo: async () => coupa.toDo(login),
    notifications: async () => coupa.notifications(login),
    requisitions: async () => coupa.requisitions(login),
  }
}

/** One pair for each kind of document, and the document as it is afterwards. */
function approvalsOf(
  coupa: Coupa,
  login: string,
): Pick<Person, `${'approve' | 'reject'}${'' | 'Change' | 'Invoice' | 'Contract'}`> {
  const decisions = <V>(type: ApprovableType, view: (id: number) => V) => ({
    async approve(id: number, comment?: string) {
      coupa.approve(login, { on: { type, id }, ...(comment === undefined ? {} : { comment }) })
      return view(id)
    },
    async reject(id: number, comment: string) {
      coupa.reject(login, { on: { type, id }, comment })
      return view(id)
    },
  })
  const requisitions = decisions('RequisitionHeader', id => coupa.requisition(login, id))
  const changes = decisions('OrderHeaderChange', id => coupa.changeOrder(login, id))
  const invoices = decisions('InvoiceHeader', id => coupa.invoice(login, id))
  const contracts = decisions('Contract', id => coupa.contract(login, id))
  return {
    ...requisitions,
    approveChange: changes.approve,
    rejectChange: changes.reject,
    approveInvoice: invoices.approve,
    rejectInvoice: invoices.reject,
    approveContract: contracts.approve,
    rejectContract: contracts.reject,
  }
}

function firstTrip(coupa: Coupa, login: string, requisition: number): number {
  const [session] = coupa.requisition(login, requisition).punchoutSessions
  if (session !== undefined) return session.trip
  throw new CoupaError('ERR_COUPA_NOT_FOUND', `Requisition ${requisition} has no items from a shop`)
}

function siteIdOf({ current }: CompanyFile, siteName: string | undefined): number {
  const sites = current.punchoutSites.filter(site => site.active)
  const site =
    siteName === undefined && sites.length === 1 ? sites[0] : sites.find(({ name }) => name === siteName)
  if (site !== undefined) return site.id
  const names = sites.map(({ name }) => `"${name}"`).join(', ') || 'none'
  throw new CoupaError(
    'ERR_COUPA_NOT_FOUND',
    `There is no punchout site "${siteName ?? ''}"; there are: ${names}`,
  )
}

/** Posts the supplier's form and returns the token of the page that it is sent on to. */
async function postForm(
  fetch: typeof globalThis.fetch,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const location = response.headers.get('location') ?? ''
  const token = /^\/punchout\/carts\/([\w-]+)(?:\/return)?$/.exec(location)?.[1]
  if (response.status === 303 && token !== undefined) {
    await response.body?.cancel()
    return token
  }
  const page = (await response.text()).replace(/<(style|title)[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
  throw new CoupaError(
    'ERR_COUPA_CART_REFUSED',
    `The cart was refused with HTTP ${response.status}: ${page.replace(/\s+/g, ' ').trim().slice(0, 500)}`,
    { status: response.status },
  )
}

function claimed(coupa: Coupa, login: string, token: string): RequisitionView {
  const cart = coupa.claimCart(login, token)
  if ('requisition' in cart) return cart.requisition
  throw new CoupaError(
    'ERR_COUPA_CART_REFUSED',
    cart.outcome === 'refused' ? cart.banner : 'The shopper came back without a cart',
  )
}

/** By line number; without quantities, what is open of each line. */
function arrivalsOf(
  { lines }: PurchaseOrderView,
  quantities: Readonly<Record<number, string>> | undefined,
): Arrival[] {
  return lines.flatMap(line => {
    const quantity = quantities === undefined ? openOf(line) : quantities[line.lineNum]
    return quantity === undefined || quantity === '0' ? [] : [{ orderLine: line.id, quantity }]
  })
}
