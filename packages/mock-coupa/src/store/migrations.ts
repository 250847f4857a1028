import { initial } from './migrations/0001-initial.js'
import { withDirectory } from './migrations/0002-directory.js'
import { withApprovals } from './migrations/0003-approvals.js'
import { withOrders } from './migrations/0006-orders.js'
import { withShopping } from './migrations/0007-shopping.js'
import { inbox } from './migrations/0008-inbox.js'
import { withReceiving } from './migrations/0009-receiving.js'
import { withInvoicing } from './migrations/0010-invoicing.js'
import { withConfirmations } from './migrations/0011-confirmations.js'
import { withSupplierSettings } from './migrations/0012-suppliers.js'
import { withSystems } from './migrations/0013-systems.js'
import { withNetwork } from './migrations/0014-network.js'
import { withIndexCatalogs } from './migrations/0016-index-catalogs.js'
import { withPlannedApprovers } from './migrations/0017-planned-approvers.js'
import { withFindings } from './migrations/0018-exchanges.js'
import { withKeptFields } from './migrations/0019-kept-fields.js'
import { withSharesAndRates } from './migrations/0020-lines.js'
import { withReviewCart } from './migrations/0021-review-cart.js'
import { withNetworkQueue } from './migrations/0022-network-queue.js'
import { withSupplierItems } from './migrations/0023-supplier-items.js'
import { withSaidToSuppliers } from './migrations/0024-said-to-suppliers.js'
import { withInvoiceFiles } from './migrations/0025-invoice-files.js'
import { withNetworkRules } from './migrations/0026-network-rules.js'
import { withAddressesOfOthers } from './migrations/0027-addresses-of-others.js'
import { withNetworkSubscribers } from './migrations/0028-network-subscribers.js'
import { withApprovables } from './migrations/0029-approvables.js'
import { withApprovalGroups } from './migrations/0030-approval-groups.js'
import { withListOrders } from './migrations/0031-lists.js'
import { withEstimatedTax } from './migrations/0032-estimated-tax.js'
import { withTlsOfSuppliers } from './migrations/0033-tls-of-suppliers.js'
import { withAttention } from './migrations/0034-attention.js'
import { withInvoiceStatuses } from './migrations/0035-invoice-statuses.js'

/** In order; a released one is never changed. Kept as text in modules so that the compiled package carries them. */
export const migrations: readonly string[] = [
  initial,
  withDirectory,
  withApprovals,
  withOrders,
  withShopping,
  inbox,
  withReceiving,
  withInvoicing,
  withConfirmations,
  withSupplierSettings,
  withSystems,
  withNetwork,
  withIndexCatalogs,
  withPlannedApprovers,
  withFindings,
  withKeptFields,
  withSharesAndRates,
  withReviewCart,
  withNetworkQueue,
  withSupplierItems,
  withSaidToSuppliers,
  withInvoiceFiles,
  withNetworkRules,
  withAddressesOfOthers,
  withNetworkSubscribers,
  withApprovables,
  withApprovalGroups,
  withListOrders,
  withEstimatedTax,
  withTlsOfSuppliers,
  withAttention,
  withInvoiceStatuses,
]
