import {
  changeLineAllocation,
  invoiceLineAllocation,
  orderLineAllocation,
  requisitionLineAllocation,
} from './objects/account-allocation.js'
import { account, accountType, currency, paymentTerm, shippingTerm } from './objects/accounting.js'
import { personalAddress, remitToAddress, supplierSite } from './objects/addresses-of-others.js'
import { approval } from './objects/approval.js'
import { approvalLimit } from './objects/approval-limit.js'
import { asnHeader, asnLine } from './objects/asn.js'
import { phoneNumber, purpose, supplierAddress, supplierContact } from './objects/contacts.js'
import { contract } from './objects/contract.js'
import { attachment, comment } from './objects/conversation.js'
import { delegation } from './objects/delegation.js'
import { commodity, uom } from './objects/goods.js'
import { integrationError, integrationHistoryRecord } from './objects/integration-records.js'
import { integration, integrationRun } from './objects/integrations.js'
import { invoice } from './objects/invoice.js'
import { failedTolerance, invoiceCharge, reason } from './objects/invoice-header.js'
import { invoiceLine } from './objects/invoice-line.js'
import { item } from './objects/item.js'
import { namedObjects } from './objects/named.js'
import { orderHeaderConfirmation, orderLineConfirmation } from './objects/order-confirmation.js'
import { orderLine } from './objects/order-line.js'
import { address, country, department } from './objects/places.js'
import { punchoutSite, relatedCommodity, tag } from './objects/punchout-site.js'
import { purchaseOrder } from './objects/purchase-order.js'
import { purchaseOrderChange, purchaseOrderChangeLine } from './objects/purchase-order-change.js'
import { rejectReason } from './objects/purchase-order-change-details.js'
import { purchaseOrderRevision } from './objects/purchase-order-revision.js'
import { alternate, realtimeExtension } from './objects/realtime.js'
import { receiptRequest, receivingTransaction } from './objects/receiving-transaction.js'

import { lookup, lookupValue } from './objects/reference-data.js'
import { requisition } from './objects/requisition.js'
import { requisitionLine } from './objects/requisition-line.js'
import { supplier } from './objects/supplier.js'
import { supplierItem } from './objects/supplier-item.js'
import { tagObjects } from './objects/tags.js'
import { taxLine } from './objects/tax-line.js'
import { user } from './objects/user.js'
import { role } from './objects/user-details.js'
import type { ObjectDefinition } from './schema/object.js'

/** READ THIS FIRST. Every object of the API, each in a file that says its fields, rules and actions. */
export const objects: readonly ObjectDefinition[] = [
  requisition,
  requisitionLine,
  requisitionLineAllocation,
  realtimeExtension,
  alternate,
  approval,
  purchaseOrder,
  orderLine,
  orderLineAllocation,
  purchaseOrderChange,
  purchaseOrderChangeLine,
  changeLineAllocation,
  rejectReason,
  purchaseOrderRevision,
  orderHeaderConfirmation,
  orderLineConfirmation,
  receivingTransaction,
  receiptRequest,
  invoice,
  invoiceLine,
  invoiceLineAllocation,
  taxLine,
  ...tagObjects,
  failedTolerance,
  reason,
  invoiceCharge,
  asnHeader,
  asnLine,
  comment,
  attachment,
  supplier,
  supplierContact,
  supplierAddress,
  remitToAddress,
  supplierSite,
  personalAddress,
  phoneNumber,
  purpose,
  punchoutSite,
  tag,
  relatedCommodity,
  user,
  role,
  approvalLimit,
  delegation,
  department,
  address,
  country,
  account,
  accountType,
  currency,
  paymentTerm,
  shippingTerm,
  commodity,
  item,
  supplierItem,
  uom,
  lookup,
  lookupValue,
  contract,
  integration,
  integrationRun,
  integrationError,
  integrationHistoryRecord,
  ...namedObjects,
]

const byName = new Map(objects.map(object => [object.name, object]))

/** Definitions refer to each other by name. */
export function findObject(name: string): ObjectDefinition {
  const object = byName.get(name)
  if (object === undefined) throw new TypeError(`No object of the API is called ${name}`)
  return object
}
