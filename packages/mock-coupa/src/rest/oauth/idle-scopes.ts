/** Parts of Coupa that the mock does not have; a client that is written for Coupa asks for their scopes all the same. */
const elsewhere = `
  approval.configuration budget business_entity catalog comment contracts_template easy_form easy_form_response expense
  expense.secure financial_counterparty inventory.adjustment inventory.common inventory.consumption
  inventory.cycle_counts inventory.pick_list inventory.return_to_supplier inventory.transaction inventory.transfer
  legal_entity notifications_summary object_translations order_pad pay.charges pay.payments pay.statements
  pay.virtual_cards payables.allocations payables.expense payables.external payables.invoice payables.order project
  purchase_order_change sourcing sourcing.pending_supplier sourcing.response supplier.risk_aware
  supplier_information_sites supplier_information_tax_registrations supplier_sharing_settings supplier_sites
  translation user_group`

const others = `
  openid email profile offline_access login core.global_navigation.read core.inventory.balance.read
  core.revision_record.read core.pay.payment_accounts.read core.easy_form_response.approval.write
  core.invoice.approval.bypass core.invoice.approval.write core.invoice.create core.invoice.delete
  core.sourcing.response.award.write core.supplier_information_tax_registrations.delete
  travel_booking.common.read travel_booking.search.write travel_booking.team.read travel_booking.team.write
  travel_booking.trip.read travel_booking.trip.write travel_booking.user.read travel_booking.user.write
  treasury.cash_management.delete treasury.cash_management.read treasury.cash_management.write
  treasury.financial_instruments.money_market_fund.write treasury.financial_instruments.read`

const words = (text: string) => text.trim().split(/\s+/)

/** Scopes that Coupa has besides, which real clients ask for in one breath with others. They open nothing here. */
export const idleScopes: ReadonlySet<string> = new Set([
  ...words(elsewhere).flatMap(name => [`core.${name}.read`, `core.${name}.write`]),
  ...words(others),
])
