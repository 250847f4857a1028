import type { PunchoutSite } from '../../../company/company.js'
import type { Fields } from '../../fields.js'

export type PunchoutSiteDraft = Omit<PunchoutSite, 'id'> & { readonly id?: number }

export function readPunchoutSite(fields: Fields, id: number | undefined): PunchoutSiteDraft {
  const logoUrl = fields.optional('logoUrl')
  return {
    ...(id === undefined ? {} : { id }),
    name: fields.text('name'),
    description: fields.text('description'),
    url: fields.text('url'),
    domain: fields.text('domain'),
    identity: fields.text('identity'),
    secret: fields.text('secret'),
    senderDomain: fields.text('senderDomain'),
    senderIdentity: fields.text('senderIdentity'),
    supplier: Number(fields.text('supplier')),
    active: fields.isChecked('active'),
    supportsEdit: fields.isChecked('supportsEdit'),
    supportsInspect: fields.isChecked('supportsInspect'),
    sendsShipTo: fields.isChecked('sendsShipTo'),
    tags: fields.list('tags'),
    ...(logoUrl === undefined ? {} : { logoUrl }),
    openBuy: {
      enabled: fields.isChecked('openBuy.enabled'),
      url: fields.text('openBuy.url'),
      credentials: fields.text('openBuy.credentials'),
      timeoutMs: Number(fields.text('openBuy.timeoutMs') || Number.NaN),
    },
  }
}
