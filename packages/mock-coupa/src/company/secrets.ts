import type { Company } from './company.js'
import type { PunchoutSite } from './punchout-site.js'
import type { Supplier, SupplierCxml } from './supplier.js'

/** The configuration without its secrets, for pages. */
export function withoutSecrets(company: Readonly<Company>): Company {
  const copy = structuredClone(company)
  return {
    ...copy,
    suppliers: copy.suppliers.map(supplierWithoutSecrets),
    punchoutSites: copy.punchoutSites.map(siteWithoutSecrets),
    apiClients: (copy.apiClients ?? []).map(client => ({ ...client, secret: '' })),
    apiKeys: (copy.apiKeys ?? []).map(apiKey => ({ ...apiKey, key: '' })),
  }
}

export function siteWithoutSecrets(site: PunchoutSite): PunchoutSite {
  return {
    ...site,
    secret: '',
    openBuy: { ...site.openBuy, credentials: '' },
    ...(site.oci === undefined ? {} : { oci: { ...site.oci, password: '' } }),
  }
}

export function supplierWithoutSecrets(supplier: Supplier): Supplier {
  return {
    ...supplier,
    ...(supplier.cxml === undefined ? {} : { cxml: cxmlWithoutSecrets(supplier.cxml) }),
    ...(supplier.inbound === undefined ? {} : { inbound: { ...supplier.inbound, secret: '' } }),
  }
}

function cxmlWithoutSecrets(cxml: SupplierCxml): SupplierCxml {
  return { ...cxml, secret: '', ...(cxml.httpPassword === undefined ? {} : { httpPassword: '' }) }
}
