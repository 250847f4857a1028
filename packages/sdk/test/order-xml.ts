import type { PurchaseRequest } from '../src/requests/purchase-request.js'
import { cart, setupXml, type TestSupplier } from './start-test-supplier.js'

let documents = 0

export interface OrderXml {
  readonly payloadID?: string
  readonly orderID?: string
  /** Attributes of the header after orderID and orderDate. */
  readonly header?: string
  readonly total?: string
  readonly lines?: readonly LineXml[]
  readonly deploymentMode?: string
  readonly identity?: string
  readonly secret?: string
  /** At the end of the header. */
  readonly headerEnd?: string
  /** Content-IDs that the header's `Comments` refer to. */
  readonly attached?: readonly string[]
}

export interface LineXml {
  readonly reference?: string
  readonly part?: string
  readonly quantity?: string
  readonly price?: string
  readonly unit?: string
  readonly currency?: string
  readonly lineNumber?: string
  /** In `ItemID`, after the part. */
  readonly idReferences?: string
  /** In `ItemDetail`. */
  readonly extrinsics?: string
  /** Content-IDs that the line's `Comments` refer to. */
  readonly attached?: readonly string[]
}

/** The order that an honest buyer makes of a request, with whatever is changed in it. */
export function orderXml(request: PurchaseRequest, change: OrderXml = {}): string {
  documents += 1
  const {
    payloadID = `o${documents}@buyer.example`,
    orderID = 'PO-1',
    header = '',
    total = request.total,
    lines = request.lines.map(() => ({})),
  } = change
  const items = lines.map((line, index) => itemOut(request, line, index)).join('')
  const payload = `<OrderRequest><OrderRequestHeader orderID="${orderID}" orderDate="2026-01-16T10:00:00-08:00" ${header}>
    <Total><Money currency="USD">${total}</Money></Total><BillTo><Address><Name xml:lang="en">Acme</Name></Address></BillTo>
    ${comments(change.attached)}${change.headerEnd ?? ''}</OrderRequestHeader>${items}</OrderRequest>`
  return setupXml({
    payloadID,
    ...(change.identity === undefined ? {} : { identity: change.identity }),
    ...(change.secret === undefined ? {} : { secret: change.secret }),
    ...(change.deploymentMode === undefined ? {} : { deploymentMode: change.deploymentMode }),
  }).replace(/<PunchOutSetupRequest[\s\S]*<\/PunchOutSetupRequest>/, () => payload)
}

function itemOut(request: PurchaseRequest, line: LineXml, index: number): string {
  const requested = request.lines[index] ?? request.lines[0]
  if (requested === undefined) throw new Error('the request has no lines')
  const {
    reference = requested.supplierPartAuxiliaryID,
    part = requested.supplierPartID,
    quantity = requested.quantity,
    price = requested.unitPrice,
    unit = requested.unitOfMeasure,
    currency = 'USD',
    lineNumber = String(index + 1),
  } = line
  const auxiliary = reference === '' ? '' : `<SupplierPartAuxiliaryID>${reference}</SupplierPartAuxiliaryID>`
  return `<ItemOut quantity="${quantity}" lineNumber="${lineNumber}"><ItemID><SupplierPartID>${part}</SupplierPartID>${auxiliary}${line.idReferences ?? ''}</ItemID>
    <ItemDetail><UnitPrice><Money currency="${currency}">${price}</Money></UnitPrice><Description xml:lang="en">Plan</Description>
    <UnitOfMeasure>${unit}</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification>${line.extrinsics ?? ''}</ItemDetail>${comments(line.attached)}</ItemOut>`
}

function comments(contentIds: readonly string[] = []): string {
  if (contentIds.length === 0) return ''
  return `<Comments>${contentIds.map(id => `<Attachment><URL>cid:${id}</URL></Attachment>`).join('')}</Comments>`
}

/** A cart that was returned for approval. */
export async function returnedRequest(world: TestSupplier): Promise<PurchaseRequest> {
  const { cookie } = await world.openSession()
  const session = await world.supplier.session(
    new Request('https://market.example/', { headers: { cookie } }),
  )
  if (session === undefined) throw new Error('there is no session')
  return (await world.supplier.returnCart(session, cart)).request
}
