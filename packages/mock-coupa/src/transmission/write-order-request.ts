import { type CxmlDraft, formatDecimal, multiplyDecimals } from '@punchloop/sdk/cxml'
import type { Address } from '../company/company.js'
import type { Supplier } from '../company/supplier.js'
import { writeTimestamp } from '../control/ids.js'
import { writeDocument } from '../control/write-document.js'
import { confirmationDueAt } from '../purchase-orders/confirmation-due.js'
import type { PurchaseOrder, PurchaseOrderLine } from '../purchase-orders/purchase-order.js'
import { deploymentModeOf, writeHeader } from '../shopping/write-header.js'
import type { OrderFact, ProcurementSystem } from '../systems/system.js'

/** Who writes an order, and what about. */
export interface OrderWriting {
  readonly system: ProcurementSystem
  readonly envelope: { readonly payloadID: string; readonly timestamp: string }
  readonly type: 'new' | 'update' | 'delete'
  /** payloadID of the document before, which an update or a delete refers to. */
  readonly earlier: string | undefined
  readonly supplier: Supplier & Required<Pick<Supplier, 'cxml'>>
  readonly utcOffset: string
  readonly said: OrderWords
}

/**
 * What the company has said to the supplier, in words and custom fields, and where what it attached is found: a web
 * address, or `cid:` of a file.
 */
export interface OrderWords {
  readonly comments: readonly string[]
  readonly attachmentUrls: readonly string[]
  readonly customFields: {
    readonly header: readonly NamedValue[]
    readonly lineOf: (line: PurchaseOrderLine) => readonly NamedValue[]
  }
}

export interface NamedValue {
  readonly name: string
  readonly value: string
}

/** An order as the system writes it; what Coupa does is in `systems/coupa.ts`. */
export function writeOrderRequest(order: PurchaseOrder, by: OrderWriting): string {
  const { cxml, supplyChainCollaboration } = by.supplier
  const habits = by.system.order
  const buyer = { domain: cxml.domain, identity: cxml.identity }
  const document: CxmlDraft = {
    kind: 'OrderRequest',
    payloadID: by.envelope.payloadID,
    timestamp: by.envelope.timestamp,
    xmlLang: 'en-US',
    header: writeHeader(by.system, {
      buyer,
      supplier: { domain: cxml.supplierDomain, identity: cxml.supplierIdentity },
      secret: cxml.secret,
    }),
    request: {
      ...deploymentModeOf(habits.deploymentMode, buyer),
      orderRequest: {
        orderRequestHeader: orderRequestHeader(order, by),
        itemOuts: order.lines.map(line => ({ ...itemOut(line, by), ...lineConfirmation(order, by) })),
      },
    },
  }
  const collaborates = supplyChainCollaboration === true
  const dtdVersion = (collaborates ? habits.collaborationDtdVersion : undefined) ?? habits.dtdVersion
  const { writtenBy } = habits
  return writeDocument(document, { dtdVersion, writtenBy, dates: by.system.dates })
}

function orderRequestHeader(order: PurchaseOrder, by: OrderWriting) {
  const { type, earlier, supplier, system } = by
  const habits = system.order
  const { requestedBy } = order
  const deliverTo = order.shipToAttention ?? requestedBy.fullName
  return {
    orderID: order.number,
    orderDate: moment(order.issuedAt, by),
    type,
    orderType: 'regular',
    ...(habits.orderVersion && type !== 'delete' ? { orderVersion: String(order.version) } : {}),
    ...(habits.requisitionID && order.requisition ? { requisitionID: String(order.requisition) } : {}),
    total: { money: money(order.total, order.currency, by) },
    shipTo: { address: { ...address(order.shipTo, by, deliverTo), email: email(requestedBy.email) } },
    // Unverified: that it is the attention of the address. Coupa's sample names somebody other than who asks.
    billTo: { address: address(order.billTo, by, order.billTo.attention) },
    contacts: [
      {
        role: 'endUser',
        name: { xmlLang: 'en', value: requestedBy.fullName },
        emails: [email(requestedBy.email)],
      },
    ],
    ...commentsOf(by.said),
    ...headerConfirmation(supplier, system),
    // Unverified: that Coupa names the document before. The DTD has the element for it.
    ...(type === 'new' || earlier === undefined ? {} : { documentReference: { payloadID: earlier } }),
    extrinsics: [...extrinsicsOf(order, by), ...by.said.customFields.header],
  } as const
}

/** One element for all: the version of Coupa's orders has no more. */
function commentsOf({ comments, attachmentUrls }: OrderWords) {
  if (comments.length === 0 && attachmentUrls.length === 0) return {}
  const attachments = attachmentUrls.map(url => ({ url }))
  return { comments: [{ xmlLang: 'en', value: comments.join('\n\n'), attachments }] }
}

const orderFacts: Readonly<Record<OrderFact, (order: PurchaseOrder) => string | undefined>> = {
  requester: ({ requestedBy }) => requestedBy.fullName,
  requesterEmail: ({ requestedBy }) => requestedBy.email,
  requisition: ({ requisition }) => requisition?.toString(),
}

/** One without a value is not sent. */
function extrinsicsOf(order: PurchaseOrder, { system }: OrderWriting) {
  return system.order.extrinsics.flatMap(({ name, value: fact }) => {
    const value = orderFacts[fact](order)
    return value === undefined ? [] : [{ name, value }]
  })
}

function moment(at: Date, { system, utcOffset }: OrderWriting): string {
  return writeTimestamp(at, system.dates, utcOffset)
}

/**
 * Whether the supplier may confirm: `OCInstruction` in the header is for the whole order. Only orders of Supply Chain
 * Collaboration have it: the version of the others has no `ControlKeys`.
 */
function headerConfirmation(
  { orderConfirmationLevel: level, supplyChainCollaboration }: Supplier,
  { order }: ProcurementSystem,
) {
  if (order.collaborationDtdVersion === undefined) return {}
  if (supplyChainCollaboration !== true || level === undefined || level === 'line') return {}
  const value = level === 'header' ? 'allowed' : 'notAllowed'
  return { controlKeys: { ocInstruction: { value } } }
}

/** By the line, and until when. */
function lineConfirmation(order: PurchaseOrder, by: OrderWriting) {
  const { supplier, system } = by
  if (system.order.collaborationDtdVersion === undefined) return {}
  if (supplier.supplyChainCollaboration !== true) return {}
  const level = supplier.orderConfirmationLevel
  const dueAt = level === 'header' || level === 'line' ? confirmationDueAt(order, supplier) : undefined
  return {
    ...(dueAt === undefined ? {} : { confirmationDueDate: moment(dueAt, by) }),
    ...(level === 'line' ? { controlKeys: { ocInstruction: { value: 'allowed' } } } : {}),
  }
}

function email(value: string) {
  return { name: 'default', value }
}

function address(place: Address, { system }: OrderWriting, deliverTo?: string) {
  const habits = system.order.address
  return {
    isoCountryCode: place.isoCountryCode,
    ...(habits.addressID ? { addressID: place.code } : {}),
    name: { xmlLang: 'en', value: place.name },
    postalAddress: {
      ...(habits.postalName === undefined ? {} : { name: habits.postalName }),
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
function money(amount: string, currency: string, { system }: OrderWriting) {
  return { currency, amount: formatDecimal(withoutIdleZeros(amount), system.order.moneyDecimals) }
}

function withoutIdleZeros(decimal: string): string {
  return multiplyDecimals(decimal, '1')
}

function itemOut(line: PurchaseOrderLine, by: OrderWriting) {
  const { lineType } = by.system.order
  return {
    quantity: withoutIdleZeros(line.quantity),
    lineNumber: String(line.lineNum),
    // Unverified: that Coupa sends it as it sends the rest.
    ...(line.needByDate === undefined ? {} : { requestedDeliveryDate: moment(line.needByDate, by) }),
    itemID: {
      supplierPartID: line.sourcePartNum,
      ...(line.suppAuxPartNum === undefined ? {} : { supplierPartAuxiliaryID: line.suppAuxPartNum }),
    },
    itemDetail: {
      unitPrice: { money: money(line.unitPrice, line.currency, by) },
      descriptions: [{ xmlLang: line.descriptionLang, value: line.description }],
      // The DTD wants one, which what is bought for so much has not. Unverified: what Coupa sends there.
      unitOfMeasure: line.uom || 'EA',
      // Coupa's own orders carry the word where an item has no code; the DTD wants one Classification at least.
      classifications: [{ domain: 'UNSPSC', value: line.unspscCode ?? 'unknown' }],
      ...(line.manufacturerPartNumber === undefined
        ? {}
        : { manufacturerPartID: line.manufacturerPartNumber }),
      ...(line.manufacturerName === undefined ? {} : { manufacturerName: line.manufacturerName }),
      extrinsics: [
        ...(lineType
          ? [{ name: 'LineType', value: line.lineType === 'OrderAmountLine' ? 'Amount' : 'Quantity' }]
          : []),
        ...by.said.customFields.lineOf(line),
      ],
    },
    distributions: distributions(line, by),
  }
}

function distributions(line: PurchaseOrderLine, by: OrderWriting) {
  const { accounting } = by.system.order
  if (accounting === 'none') return []
  return line.allocations.map(({ account, amount }) => ({
    accounting: {
      name: account.name,
      ...(accounting === 'Segment'
        ? { segments: account.segments }
        : {
            accountingSegments: account.segments.map(({ type, id, description }) => ({
              id,
              name: { xmlLang: 'en', value: type },
              description: { xmlLang: 'en', value: description },
            })),
          }),
    },
    charge: { money: money(amount, line.currency, by) },
  }))
}
