import { type CxmlDraft, formatDecimal, multiplyDecimals, serializeCxml } from '@punchloop/sdk/cxml'
import type { Address, SupplierCxml } from '../company/company.js'
import { timestampWithOffset } from '../control/ids.js'
import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { userAgent } from '../shopping/write-setup-request.js'

/** An order as Coupa writes it: DTD 1.2.014, `PostalAddress name="default"`, `Segment` accounting, money like `8.1`. */
export function writeOrderRequest(
  order: PurchaseOrder,
  by: {
    readonly envelope: { readonly payloadID: string; readonly timestamp: string }
    readonly cxml: SupplierCxml
    readonly utcOffset: string
  },
): string {
  const { cxml } = by
  const sender = { domain: cxml.domain, identity: cxml.identity }
  const document: CxmlDraft = {
    kind: 'OrderRequest',
    ...by.envelope,
    xmlLang: 'en-US',
    header: {
      from: { credentials: [sender] },
      to: { credentials: [{ domain: cxml.supplierDomain, identity: cxml.supplierIdentity }] },
      sender: { credentials: [{ ...sender, sharedSecret: cxml.secret || 'none' }], userAgent },
    },
    request: {
      deploymentMode: 'production',
      orderRequest: {
        orderRequestHeader: orderRequestHeader(order, by.utcOffset),
        itemOuts: order.lines.map(line => itemOut(line, order)),
      },
    },
  }
  return serializeCxml(document, { dtdVersion: '1.2.014' })
}

function orderRequestHeader(order: PurchaseOrder, utcOffset: string) {
  const { requestedBy } = order
  return {
    orderID: order.number,
    orderDate: timestampWithOffset(order.issuedAt, utcOffset),
    type: 'new',
    orderType: 'regular',
    total: { money: money(order.total, order.currency) },
    shipTo: { address: { ...address(order.shipTo, requestedBy.fullName), email: email(requestedBy.email) } },
    billTo: { address: address(order.billTo) },
    contacts: [
      {
        role: 'endUser',
        name: { xmlLang: 'en', value: requestedBy.fullName },
        emails: [email(requestedBy.email)],
      },
    ],
  } as const
}

function email(value: string) {
  return { name: 'default', value }
}

function address(place: Address, deliverTo?: string) {
  return {
    isoCountryCode: place.isoCountryCode,
    addressID: place.code,
    name: { xmlLang: 'en', value: place.name },
    postalAddress: {
      name: 'default',
      deliverTos: deliverTo === undefined ? [] : [deliverTo],
      streets: place.streets,
      city: place.city,
      state: place.state,
      postalCode: place.postalCode,
      country: { isoCountryCode: place.isoCountryCode, value: place.country },
    },
  }
}

/** Coupa writes amounts with one digit after the point at least and no idle zeros: `1505.0`, `8.1`, `19.99`. */
function money(amount: string, currency: string) {
  return { currency, amount: formatDecimal(withoutIdleZeros(amount), 1) }
}

function withoutIdleZeros(decimal: string): string {
  return multiplyDecimals(decimal, '1')
}

function itemOut(line: PurchaseOrderLine, order: PurchaseOrder) {
  return {
    quantity: withoutIdleZeros(line.quantity),
    lineNumber: String(line.lineNum),
    itemID: {
      supplierPartID: line.sourcePartNum,
      ...(line.suppAuxPartNum === undefined ? {} : { supplierPartAuxiliaryID: line.suppAuxPartNum }),
    },
    itemDetail: {
      unitPrice: { money: money(line.unitPrice, line.currency) },
      descriptions: [{ xmlLang: line.descriptionLang, value: line.description }],
      unitOfMeasure: line.uom,
      // Coupa's own orders carry the word where an item has no code; the DTD wants one Classification at least.
      classifications: [{ domain: 'UNSPSC', value: line.unspscCode ?? 'unknown' }],
      ...(line.manufacturerPartNumber === undefined
        ? {}
        : { manufacturerPartID: line.manufacturerPartNumber }),
      ...(line.manufacturerName === undefined ? {} : { manufacturerName: line.manufacturerName }),
      extrinsics: [{ name: 'LineType', value: 'Quantity' }],
    },
    distributions: [
      {
        accounting: { name: order.account.name, segments: order.account.segments },
        charge: { money: money(line.total, line.currency) },
      },
    ],
  }
}
