/** What the two companies of the demo know of each other and tell nobody else. Made afresh for every data folder. */
export interface Secrets {
  /** In `Sender` of what the buyer sends: setup requests and orders. */
  readonly buyer: string
  /** In `Sender` of what the supplier sends: confirmations. */
  readonly supplier: string
  /** What the buyer's search signs in to the Open Buy service with. */
  readonly openBuy: string
  /** Between the buyer of SAP Ariba and its network: the marketplace never sees it. */
  readonly aribaBuyer: string
  /** Between the marketplace and the network: the buyer never sees it. */
  readonly aribaSupplier: string
}

export function createSecrets(randomBytes: (length: number) => Uint8Array): Secrets {
  const secret = () => Buffer.from(randomBytes(24)).toString('base64url')
  return {
    buyer: secret(),
    supplier: secret(),
    openBuy: secret(),
    aribaBuyer: secret(),
    aribaSupplier: secret(),
  }
}
