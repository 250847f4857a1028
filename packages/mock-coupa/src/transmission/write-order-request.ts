import { type CxmlDraft, formatDecimal, multiplyDecimals, serializeCxml } from '@punchloop/sdk/cxml'
import type { Address, Supplier } from '../company/company.js'
import { timestampWithOffset } from '../control/ids.js'
import { confirmationDueAt } from '../purchase-orders/confirmation-due.js'
import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { userAgent } from '../shopping/write-setup-request.js'

interface Writing {
  readonly envelope: { readonly payloadID: string; readonly timestamp: string }
  readonly type: 'new' | 'update' | 'delete'
  /** payloadID of the document before, which an update or a delete refers to. */
  readonly earlier: string | undefined
  readonly supplier: Supplier & Required<Pick<Supplier, 'cxml'>>
  readonly utcOffset: string
}

/**
 * An order as Coupa writes it: DTD 1.2.014 (1.2.056 in Supply Chain Collaboration), `PostalAddress name="default"`,
 * `Segment` accounting, money like `8.1`.
 */
export function writeOrderRequest(order: PurchaseOrder, by: Writing): string {
  const { cxml, supplyChainCollaboration } = by.supplier
  const sender = { domain: cxml.domain, identity: cxml.identity }
  const document: CxmlDraft = {
    kind: 'OrderRequest',
    payloadID: by.envelope.payloadID,
    timestamp: by.envelope.timestamp,
    xmlLang: 'en-US',
    header: {
      from: { credentials: [sender] },
      to: { credentials: [{ domain: cxml.supplierDomain, identity: cxml.supplierIdentity }] },
      sender: { credentials: [{ ...sender, sharedSecret: cxml.secret || 'none' }], userAgent },
    },
    request: {
      deploymentMode: 'production',
      orderRequest: {
        orderRequestHeader: orderRequestHeader(order, by),
        itemOuts: order.lines.map(line => ({
          ...itemOut(line, by.utcOffset),
          ...lineConfirmation(order, by),
        })),
      },
    },
  }
  return serializeCxml(document, { dtdVersion: supplyChainCollaboration === true ? '1.2.056' : '1.2.014' })
}

function orderRequestHeader(order: PurchaseOrder, { type, earlier, utcOffset, supplier }: Writing) {
  const { requestedBy } = order
  const deliverTo = order.shipToAttention ?? requestedBy.fullName
  return {
    orderID: order.number,
    orderDate: timestampWithOffset(order.issuedAt, utcOffset),
    type,
    orderType: 'regular',
    total: { money: money(order.total, order.currency) },
    shipTo: { address: { ...address(order.shipTo, deliverTo), email: email(requestedBy.email) } },
    billTo: { address: address(order.billTo) },
    contacts: [
      {
        role: 'endUser',
        name: { xmlLang: 'en', value: requestedBy.fullName },
        emails: [email(requestedBy.email)],
      },
    ],
    ...headerConfirmation(supplier),
    // Unverified: that Coupa names the document before. The DTD has the element for it.
    ...(type === 'new' || earlier === undefined ? {} : { documentReference: { payloadID: earlier } }),
  } as const
}

/**
 * Whether the supplier may confirm: `OCInstruction` in the header is for the whole order. Only orders of Supply Chain
 * Collaboration have it: the version of the others has no `ControlKeys`.
 */
function headerConfirmation({ orderConfirmationLevel: level, supplyChainCollaboration }: Supplier) {
  if (supplyChainCollaboration !== true || level === undefined || level === 'line') return {}
  const value = level === 'header' ? 'allowed' : 'notAllowed'
  return { controlKeys: { ocInstruction: { value } } }
}

/** By the line, and until when. */
function lineConfirmation(order: PurchaseOrder, { supplier, utcOffset }: Writing) {
  if (supplier.supplyChainCollaboration !== true) return {}
  const level = supplier.orderConfirmationLevel
  const dueAt = level === 'header' || level === 'line' ? confirmationDueAt(order, supplier) : undefined
  return {
    ...(dueAt === undefined ? {} : { confirmationDueDate: timestampWithOffset(dueAt, utcOffset) }),
    ...(level === 'line' ? { controlKeys: { ocInstruction: { value: 'allowed' } } } : {}),
  }
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

function itemOut(line: PurchaseOrderLine, utcOffset: string) {
  return {
    quantity: withoutIdleZeros(line.quantity),
    lineNumber: String(line.lineNum),
    // Unverified: that Coupa sends it as it sends the rest.
    ...(line.needByDate === undefined
      ? {}
      : { requestedDeliveryDate: timestampWithOffset(line.needByDate, utcOffset) }),
    itemID: {
      supplierPartID: line.sourcePartNum,
      ...(line.suppAuxPartNum === undefined ? {} : { supplierPartAuxiliaryID: line.suppAuxPartNum }),
    },
    itemDetail: {
      unitPrice: { money: money(line.unitPrice, line.currency) },
      descriptions: [{ xmlLang: line.descriptionLang, value: line.description }],
      // The DTD wants one, which what is bought for so much has not. Unverified: what Coupa sends there.
      unitOfMeasure: line.uom || 'EA',
      // Coupa's own orders carry the word where an item has no code; the DTD wants one Classification at least.
      classifications: [{ domain: 'UNSPSC', value: line.unspscCode ?? 'unknown' }],
      ...(line.manufacturerPartNumber === undefined
        ? {}
        : { manufacturerPartID: line.manufacturerPartNumber }),
      ...(line.manufacturerName === undefined ? {} : { manufacturerName: line.manufacturerName }),
      extrinsics: [{ name: 'LineType', value: line.lineType === 'OrderAmountLine' ? 'Amount' : 'Quantity' }],
    },
    distributions: line.allocations.map(({ account, amount }) => ({
      accounting: { name: account.name, segments: account.segments },
      charge: { money: money(amount, line.currency) },
    })),
  }
}
