import { CoupaError } from '../errors.js'
import type { Account, Address, Company } from './company.js'
import type { Item } from './item.js'
import type { PunchoutSite } from './punchout-site.js'
import type { Supplier } from './supplier.js'

export function findSupplier(company: Company, id: number): Supplier {
  const supplier = company.suppliers.find(candidate => candidate.id === id)
  if (supplier === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no supplier ${id}`)
  return supplier
}

/** An active site. A site that was switched off is as good as gone for shoppers and for carts on their way back. */
export function findSite(company: Company, id: number): PunchoutSite {
  const site = company.punchoutSites.find(candidate => candidate.id === id)
  if (site === undefined || !site.active) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no punchout site ${id} to shop at`)
  }
  return site
}

export function findAddress(company: Company, code: string): Address {
  const address = company.addresses.find(candidate => candidate.code === code)
  if (address === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no address "${code}"`)
  return address
}

export function findAccount(company: Company, name: string): Account {
  const account = company.accounts.find(candidate => candidate.name === name)
  if (account === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no account "${name}"`)
  return account
}

/** The company's category of a UNSPSC code: the longest prefix that matches. */
/** What a company's own item counts as. */
export function commodityOfItem(company: Company, item: Item): string | undefined {
  return item.commodity ?? commodityOf(company, item.unspsc)
}

/** Items that can be ordered. */
export function activeItems({ items }: Company): Item[] {
  return items.filter(({ active }) => active ?? true)
}

export function commodityOf(company: Company, unspsc: string): string | undefined {
  return company.commodities
    .filter(commodity => unspsc.startsWith(commodity.unspscPrefix))
    .toSorted((one, other) => other.unspscPrefix.length - one.unspscPrefix.length)[0]?.name
}

/** Whether searches ask the supplier: by Coupa's Open Buy, or in the background of an OCI catalogue. */
export function isSearched({ openBuy, oci }: PunchoutSite): boolean {
  return oci === undefined ? openBuy.enabled : oci.searches === true
}
