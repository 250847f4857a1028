import { requestXml } from './start-test-supplier.js'

/** An `OrderRequest` of one line. The comments are XML inside `Comments`. */
export function orderDocument({
  comments = '',
  lineComments = '',
}: {
  readonly comments?: string
  readonly lineComments?: string
}): string {
  return requestXml(`<OrderRequest><OrderRequestHeader orderID="PO-1" orderDate="2026-01-16T10:00:00-08:00">
    <Total><Money currency="USD">1.00</Money></Total><BillTo><Address><Name xml:lang="en">Acme</Name></Address></BillTo>
    <Comments>${comments}</Comments></OrderRequestHeader>
    <ItemOut quantity="1" lineNumber="1"><ItemID><SupplierPartID>SKU-1</SupplierPartID></ItemID>
    <ItemDetail><UnitPrice><Money currency="USD">1.00</Money></UnitPrice><Description xml:lang="en">Plan</Description>
    <UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail>
    <Comments>${lineComments}</Comments></ItemOut></OrderRequest>`)
}
