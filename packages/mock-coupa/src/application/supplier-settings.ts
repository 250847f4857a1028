import { savePunchoutSite, saveSupplier } from '../company/administer.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import { siteWithoutSecrets, supplierWithoutSecrets } from '../company/secrets.js'
import type { Supplier } from '../company/supplier.js'
import { CoupaError } from '../errors.js'
import type { PunchoutSettings, SupplierPortal } from '../supplier-portal.js'
import type { Ground } from './ground.js'

type Settings = Pick<SupplierPortal, 'delivery' | 'saveDelivery' | 'punchouts' | 'savePunchout'>

/** What a supplier configures of itself. The same rules hold as for the administrator. */
export function supplierSettings({ companyFile }: Ground, find: (id: number) => Supplier): Settings {
  const sitesOf = (supplier: number) =>
    companyFile.current.punchoutSites.filter(site => site.supplier === find(supplier).id)
  return {
    delivery(id) {
      const { poMethod, poEmail, cxml, sslVersion, disableCertVerify } = supplierWithoutSecrets(find(id))
      return {
        poMethod,
        ...(poEmail === undefined ? {} : { poEmail }),
        ...(cxml === undefined ? {} : { cxml }),
        ...(sslVersion === undefined ? {} : { sslVersion }),
        ...(disableCertVerify === undefined ? {} : { disableCertVerify }),
      }
    },
    async saveDelivery(id, delivery) {
      const { poEmail: _poEmail, ...supplier } = supplierWithoutSecrets(find(id))
      const { cxml } = delivery
      await saveSupplier(companyFile, {
        ...supplier,
        ...delivery,
        // The portal has no field for the buyer's user at the supplier's server.
        ...(cxml === undefined ? {} : { cxml: { ...httpUserOf(supplier), ...cxml } }),
      })
    },
    punchouts: supplier => sitesOf(supplier).map(siteWithoutSecrets),
    async savePunchout(supplier, punchout) {
      const old = sitesOf(supplier).find(({ id }) => id === punchout.id)
      if (old === undefined && punchout.id !== undefined) {
        throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no punchout site ${punchout.id}`)
      }
      return savePunchoutSite(companyFile, { ...(old ?? newSite(find(supplier).id)), ...siteOf(punchout) })
    },
  }
}

function httpUserOf({ cxml }: Pick<Supplier, 'cxml'>) {
  return cxml?.httpUsername === undefined ? {} : { httpUsername: cxml.httpUsername }
}

function siteOf(punchout: PunchoutSettings) {
  return {
    name: punchout.name,
    url: punchout.url,
    domain: punchout.supplierDomain,
    identity: punchout.supplierIdentity,
    senderDomain: punchout.buyerDomain,
    senderIdentity: punchout.buyerIdentity,
    // Documented: where the supplier leaves it empty, Coupa sends this word. On a change, empty keeps the old one.
    secret: punchout.sharedSecret || (punchout.id === undefined ? 'none' : ''),
  }
}

function newSite(supplier: number): Omit<PunchoutSite, 'id' | keyof ReturnType<typeof siteOf>> {
  return {
    description: '',
    supplier,
    active: false,
    supportsEdit: false,
    supportsInspect: false,
    sendsShipTo: true,
    tags: [],
    openBuy: { enabled: false, url: '', credentials: '', timeoutMs: 5_000 },
  }
}
