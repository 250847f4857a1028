/**
 * An exact decimal as people read it: `12000.5` → `12,000.50`. Works on the text: no digit is lost or rounded.
 *
 * @example formatAmount('0.00125') // '0.00125'
 */
export function formatAmount(amount: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount)
  if (match === null) return amount
  const [, sign = '', whole = '0', fraction = ''] = match
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`
}

/** `12,000.50 USD`, the way Coupa writes amounts. */
export function formatMoney(amount: string, currency: string): string {
  return `${formatAmount(amount)} ${currency}`
}
