import { empty, type FieldMaker, kept, keptList, keptObject } from '../schema/field.js'

const texts = `
  customer-account-number buyer-representative-name cash-accounting-scheme-reference credit-reason
  customs-declaration-number customs-office early-payment-provisions folio-number invoice-reference-number
  late-payment-penalties margin-scheme payment-order-reference resolution-number reverse-charge-reference
  self-billing-reference series supplier-representative-name supplier-invoice-reviewer-name
  supplier-payment-collector-name supplier-invoice-issuer-name new-means-of-transport transaction-uuid delivery-number
  type-of-relationship place-of-supply endorsement-on-invoices place-of-issuance signed-qr-code payment-order-number
  invoice-issuance-time cash-register-operator means-of-payment unique-identification-code-of-cash-receipt
  security-code-of-issuer state-tax-number state-tax-number-for-substitute-taxpayer municipal-tax-number
  serial-code-of-fiscal-invoice verification-code type-of-document protocol-number nature-of-operation
  type-of-operation freight-type vehicle-license-plate national-enrollment-of-conveyor volume-amount
  volume-gross-weight volume-liquid-weight volume-brand volume-type volume-numbering payment-agreement-notes
  vat-chargeability-system requester-email requester-name requester-lookup-name`

const times = `
  date-of-discovery-of-facts-decisive-for-correction customs-declaration-date delivery-date pre-payment-date
  transaction-notification-date`

const decimals = `
  advance-payment-received-amount credit-note-differences-with-original-invoice amount-of-advance-payment
  original-value-of-supply correct-value-of-supply`

/** Shown by Coupa where a country's rules fill them; nothing here does. */
const neverFilled = `
  confirmation coupa-accelerate-status form-of-payment inbox-name issuance-place payment-channel sender-email
  tax-code-engine type-of-receipt use-of-invoice pay-invoice`

const named = (names: string, maker: FieldMaker): [string, FieldMaker][] =>
  names
    .trim()
    .split(/\s+/)
    .map(name => [name, maker])

/**
 * What countries ask of an invoice (Brazil's nota fiscal, Mexico's folio, Hungary's cash register, …): kept and shown as
 * it was written. Documented: Invoices API.
 */
export const complianceFields: Readonly<Record<string, FieldMaker>> = Object.fromEntries([
  ...named(texts, kept('string')),
  ...named(times, kept('datetime')),
  ...named(decimals, kept('decimal', { places: 2 })),
  ...named('split-payment-mechanism', kept('boolean')),
  ...named('override-tax-country', keptObject('in')),
  ...named(
    `buyer-tax-registration supplier-tax-registration supplier-remit-to remit-to-address invoice-from-address
      ship-from-address origin-country destination-country legal-destination-country`,
    keptObject(),
  ),
  ...named('payments', keptList()),
  ...named('tcs-tax-lines reconciliation-lines', keptList('in')),
  ...named(neverFilled, empty()),
  ...named('tax-amount-engine withholding-tax-override tax-due-to-supplier', empty('decimal')),
  ...named('taxes-in-origin-country-currency origin-currency-gross origin-currency-net', empty('decimal')),
  ...named('tax-rate-engine', empty('decimal')),
  ...named('archive-entity-id', empty('integer')),
  ...named('content-validation', empty('boolean')),
])
