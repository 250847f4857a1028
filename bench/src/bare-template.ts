import type { cart } from './documents.js'

type Cart = ReturnType<typeof cart>
type Line = Cart['message']['punchOutOrderMessage']['itemIns'][number]
type Party = Cart['header']['from']

/**
 * What a program that knows only this one document does: one template, every value escaped, nothing checked. The lower
 * bound of writing.
 */
export function bareTemplate({ payloadID, timestamp, xmlLang, header, message }: Cart): string {
  const { buyerCookie, punchOutOrderMessageHeader, itemIns } = message.punchOutOrderMessage
  const { operationAllowed, total } = punchOutOrderMessageHeader
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="${escaped(payloadID)}" timestamp="${escaped(timestamp)}" xml:lang="${escaped(xmlLang)}"><Header><From>${party(header.from)}</From><To>${party(header.to)}</To><Sender>${party(header.sender)}<UserAgent>${escaped(header.sender.userAgent)}</UserAgent></Sender></Header><Message deploymentMode="${escaped(message.deploymentMode)}"><PunchOutOrderMessage><BuyerCookie>${escaped(buyerCookie)}</BuyerCookie><PunchOutOrderMessageHeader operationAllowed="${escaped(operationAllowed)}"><Total>${money(total.money)}</Total></PunchOutOrderMessageHeader>${itemIns.map(line).join('')}</PunchOutOrderMessage></Message></cXML>
`
}

function line({ quantity, lineNumber, itemID, itemDetail }: Line): string {
  const { unitPrice, descriptions, unitOfMeasure, classifications, extrinsics } = itemDetail
  return `<ItemIn quantity="${escaped(quantity)}" lineNumber="${escaped(lineNumber)}"><ItemID><SupplierPartID>${escaped(itemID.supplierPartID)}</SupplierPartID><SupplierPartAuxiliaryID>${escaped(itemID.supplierPartAuxiliaryID)}</SupplierPartAuxiliaryID></ItemID><ItemDetail><UnitPrice>${money(unitPrice.money)}</UnitPrice>${descriptions.map(({ xmlLang, value }) => `<Description xml:lang="${escaped(xmlLang)}">${escaped(value)}</Description>`).join('')}<UnitOfMeasure>${escaped(unitOfMeasure)}</UnitOfMeasure>${classifications.map(({ domain, value }) => `<Classification domain="${escaped(domain)}">${escaped(value)}</Classification>`).join('')}<ManufacturerPartID>${escaped(itemDetail.manufacturerPartID)}</ManufacturerPartID><ManufacturerName>${escaped(itemDetail.manufacturerName)}</ManufacturerName>${extrinsics.map(({ name, value }) => `<Extrinsic name="${escaped(name)}">${escaped(value)}</Extrinsic>`).join('')}</ItemDetail></ItemIn>`
}

function party({ credentials }: Party): string {
  return credentials
    .map(
      ({ domain, identity }) =>
        `<Credential domain="${escaped(domain)}"><Identity>${escaped(identity)}</Identity></Credential>`,
    )
    .join('')
}

function money({ currency, amount }: { readonly currency: string; readonly amount: string }): string {
  return `<Money currency="${escaped(currency)}">${escaped(amount)}</Money>`
}

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, character => references[character] ?? character) : text
}

const special = /[&<>"]/
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
