/** A buyer as its documents show it. */
export interface Party {
  readonly id: string
  readonly identity: string
  readonly sharedSecret: string
}

export interface Setup {
  readonly payloadID: string
  readonly buyerCookie: string
  readonly email: string
  readonly deploymentMode?: 'test'
}

/** All that an `OrderRequest` can differ in. Absent texts are left out of the document. */
export interface PurchaseOrder {
  readonly payloadID: string
  readonly orderID: string
  readonly type?: 'new' | 'update' | 'delete'
  readonly orderVersion?: number
  readonly currency: string
  readonly total: string
  readonly tax?: string
  readonly shipping?: string
  readonly email?: string
  readonly deploymentMode?: 'test'
  readonly lines: readonly PurchaseOrderLine[]
}

export interface PurchaseOrderLine {
  readonly lineNumber: number
  readonly supplierPartID: string
  readonly supplierPartAuxiliaryID?: string
  readonly quantity: string
  readonly unitPrice: string
  readonly currency?: string
  readonly unitOfMeasure: string
  /** Whatever a buyer puts behind `ItemDetail`, as XML. */
  readonly more?: string
}

export function writeSetup(buyer: Party, { payloadID, buyerCookie, email, deploymentMode }: Setup): string {
  return writeRequest(
    buyer,
    { payloadID, deploymentMode },
    `<PunchOutSetupRequest operation="create"><BuyerCookie>${buyerCookie}</BuyerCookie>
    <Extrinsic name="UserEmail">${email}</Extrinsic>
    <BrowserFormPost><URL>https://${buyer.id}.example/punchout</URL></BrowserFormPost></PunchOutSetupRequest>`,
  )
}

export function writeOrder(buyer: Party, order: PurchaseOrder): string {
  const { orderID, type = 'new', orderVersion, currency, total, email, lines } = order
  const version = orderVersion === undefined ? '' : ` orderVersion="${orderVersion}"`
  const contact =
    email === undefined
      ? ''
      : `<Contact role="endUser"><Name xml:lang="en">Emma</Name><Email>${email}</Email></Contact>`
  return writeRequest(
    buyer,
    order,
    `<OrderRequest><OrderRequestHeader orderID="${orderID}" orderDate="2026-01-16T10:00:00-08:00" type="${type}"${version}>
    <Total>${money(currency, total)}</Total><BillTo><Address><Name xml:lang="en">${buyer.id}</Name></Address></BillTo>
    ${charge('Shipping', currency, order.shipping)}${charge('Tax', currency, order.tax)}${contact}</OrderRequestHeader>
    ${lines.map(line => itemOut(line, currency)).join('\n')}</OrderRequest>`,
  )
}

function itemOut(line: PurchaseOrderLine, currency: string): string {
  const { supplierPartAuxiliaryID: auxiliary, more = '' } = line
  return `<ItemOut quantity="${line.quantity}" lineNumber="${line.lineNumber}"><ItemID><SupplierPartID>${line.supplierPartID}</SupplierPartID>${
    auxiliary === undefined ? '' : `<SupplierPartAuxiliaryID>${auxiliary}</SupplierPartAuxiliaryID>`
  }</ItemID><ItemDetail><UnitPrice>${money(line.currency ?? currency, line.unitPrice)}</UnitPrice><Description xml:lang="en">Plan</Description>
    <UnitOfMeasure>${line.unitOfMeasure}</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail>${more}</ItemOut>`
}

function charge(name: 'Tax' | 'Shipping', currency: string, amount: string | undefined): string {
  if (amount === undefined) return ''
  return `<${name}>${money(currency, amount)}<Description xml:lang="en">${name}</Description></${name}>`
}

function money(currency: string, amount: string): string {
  return `<Money currency="${currency}">${amount}</Money>`
}

function writeRequest(
  { identity, sharedSecret }: Party,
  { payloadID, deploymentMode }: { readonly payloadID: string; readonly deploymentMode?: 'test' | undefined },
  payload: string,
): string {
  const mode = deploymentMode === undefined ? '' : ` deploymentMode="${deploymentMode}"`
  const credential = `<Credential domain="NetworkID"><Identity>${identity}</Identity>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<cXML payloadID="${payloadID}" timestamp="2026-01-15T02:00:00-08:00"><Header>
<From>${credential}</Credential></From><To><Credential domain="NetworkID"><Identity>SHOP</Identity></Credential></To>
<Sender>${credential}<SharedSecret>${sharedSecret}</SharedSecret></Credential><UserAgent>Trial</UserAgent></Sender></Header>
<Request${mode}>${payload}</Request></cXML>`
}
