import {
  type Buyer,
  type Cart,
  createSupplier,
  type PurchaseRequest,
  type Supplier,
  type SupplierOptions,
} from '@punchloop/sdk'
import { memoryStore } from '@punchloop/sdk/memory'
import { type Party, type PurchaseOrder, writeOrder, writeSetup } from './documents.js'

export const parties = ['acme', 'globex', 'initech'].map(
  (id): Party => ({ id, identity: id.toUpperCase(), sharedSecret: `secret of ${id}` }),
)
export const [acme, globex, initech] = parties as [Party, Party, Party]

export interface Shop {
  readonly supplier: Supplier
  /** POSTs a document: the code and the text of its `Status`, and the answer as it is. */
  post(xml: string): Promise<Answer>
  order(buyer: Party, order: PurchaseOrder): Promise<Answer>
  /** A shopper of the buyer's comes, and returns this cart. */
  returnCart(buyer: Party, cart: Cart, shopper?: Shopper): Promise<PurchaseRequest>
}

export interface Answer {
  readonly code: string
  readonly reason: string
  readonly xml: string
}

export interface Shopper {
  readonly email?: string
  readonly deploymentMode?: 'test'
}

export const start = Date.parse('2026-01-15T10:00:00Z')

/** No two setup requests are the same document. */
let shoppers = 0

/** A marketplace of three buyers, in memory and with a clock that stands still where nothing else is asked for. */
export function openShop(change: Partial<SupplierOptions> = {}): Shop {
  const supplier = createSupplier({
    origin: 'https://market.example',
    credentials: [{ domain: 'NetworkID', identity: 'SHOP' }],
    buyers: parties.map(asBuyer),
    store: memoryStore(),
    openShop: () => '/',
    clock: () => new Date(start),
    fulfil: async ({ idempotencyKey }) => ({ reference: idempotencyKey }),
    ...change,
  })
  const post = (xml: string) => postTo(supplier, xml)
  return {
    supplier,
    post,
    order: (buyer, order) => post(writeOrder(buyer, order)),
    returnCart: (buyer, cart, shopper) => {
      shoppers += 1
      return returnCartOf(supplier, buyer, { cart, number: shoppers, ...shopper })
    },
  }
}

export function asBuyer({ id, identity, sharedSecret }: Party): Buyer {
  return {
    id,
    name: id,
    credentials: [{ domain: 'NetworkID', identity }],
    sharedSecrets: [sharedSecret],
    browserFormPostOrigins: [`https://${id}.example`],
  }
}

export async function postTo(supplier: Supplier, xml: string): Promise<Answer> {
  const headers = { 'Content-Type': 'text/xml; charset=UTF-8' }
  const response = await supplier.fetch(new Request(supplier.cxmlUrl, { method: 'POST', body: xml, headers }))
  return readAnswer(await response.text())
}

export function readAnswer(xml: string): Answer {
  const [, code = '', reason = ''] = /<Status code="(\d+)"[^>]*?(?:\/>|>([^<]*))/.exec(xml) ?? []
  return { code, reason, xml }
}

/** As a browser does it: the StartPage is opened, its cookie is kept, and the shop returns the cart. */
export async function returnCartOf(
  supplier: Supplier,
  buyer: Party,
  { cart, number, ...shopper }: { readonly cart: Cart; readonly number: number } & Shopper,
): Promise<PurchaseRequest> {
  const { email = `shopper@${buyer.id}.example`, deploymentMode } = shopper
  const setup = await postTo(
    supplier,
    writeSetup(buyer, {
      payloadID: `setup-${number}@${buyer.id}.example`,
      buyerCookie: `cookie-${number}`,
      email,
      ...(deploymentMode === undefined ? {} : { deploymentMode }),
    }),
  )
  const startPage = /<URL>([^<]*)<\/URL>/.exec(setup.xml)?.[1] ?? ''
  const opened = await supplier.fetch(new Request(startPage, { method: 'POST' }))
  const [cookie = ''] = (opened.headers.getSetCookie()[0] ?? '').split(';')
  const session = await supplier.session(new Request('https://market.example/', { headers: { cookie } }))
  if (session === undefined) throw new Error(`The setup request was answered with ${setup.xml}`)
  return (await supplier.returnCart(session, cart)).request
}

/** The order that an honest buyer makes of a request. */
export function orderOf(
  request: PurchaseRequest,
  order: Pick<PurchaseOrder, 'orderID' | 'payloadID'>,
): PurchaseOrder {
  return {
    ...order,
    currency: request.currency,
    total: request.total,
    lines: request.lines.map(line => ({
      lineNumber: line.lineNumber,
      supplierPartID: line.supplierPartID,
      supplierPartAuxiliaryID: line.supplierPartAuxiliaryID,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      unitOfMeasure: line.unitOfMeasure,
    })),
  }
}
