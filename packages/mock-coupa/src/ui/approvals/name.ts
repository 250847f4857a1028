import type { ApprovableKey } from '../../control/approvable-key.js'

/** `Requisition 1001` in the middle of a sentence: `requisition 1001`. */
export function inSentence(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

/** By which a row of any list is known to scripts and tests. */
export function approvableAttributes({ type, id }: ApprovableKey): Record<string, string> {
  return { [attributes[type]]: String(id) }
}

const attributes: Readonly<Record<ApprovableKey['type'], string>> = {
  RequisitionHeader: 'data-requisition',
  OrderHeaderChange: 'data-change',
  InvoiceHeader: 'data-invoice',
  Contract: 'data-contract',
}
