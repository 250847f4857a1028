import { type ProcurementSystem, type SystemName, systems } from '@punchloop/mock-coupa'

/** What the loop does with the lines of a first cart before they are ordered. */
export type Operation = 'create' | 'edit' | 'inspect' | 'source'

export const operations: readonly Operation[] = ['create', 'edit', 'inspect', 'source']

/** Where a test stays a test: of these, SAP Ariba's network has accounts of its own for it. */
export type Realm = 'production' | 'test'

export const realms: readonly Realm[] = ['production', 'test']

/** One procurement system that the loop can be walked with. */
export interface BuyerInTheLoop {
  readonly system: ProcurementSystem
  /** People find products in its own search, by the marketplace's Open Buy service: Coupa's alone. */
  readonly searches: boolean
  /** A network stands between it and its suppliers. */
  readonly isNetworked?: boolean
}

export const buyers = {
  coupa: { system: systems.coupa, searches: true },
  ariba: { system: systems.ariba, searches: false, isNetworked: true },
  jaggaer: { system: systems.jaggaer, searches: false },
  oracle: { system: systems.oracle, searches: false },
  iprocurement: { system: systems.iprocurement, searches: false },
  workday: { system: systems.workday, searches: false },
  ivalua: { system: systems.ivalua, searches: false },
  srm: { system: systems.srm, searches: false },
  generic: { system: systems.generic, searches: false },
} as const satisfies Partial<Record<SystemName, BuyerInTheLoop>>

/** By SAP's Open Catalog Interface the same company enters with SAP SRM. */
export const protocols = ['cxml', 'oci'] as const

export type BuyerName = keyof typeof buyers

export const buyerNames: readonly string[] = Object.keys(buyers)

export function isBuyerName(name: string): name is BuyerName {
  return Object.hasOwn(buyers, name)
}

/** Names of the buyers whose system offers an operation. */
export function offering(operation: Operation): string[] {
  return Object.entries(buyers).flatMap(([name, { system }]) =>
    system.operations.some(offered => offered === operation) ? [name] : [],
  )
}
