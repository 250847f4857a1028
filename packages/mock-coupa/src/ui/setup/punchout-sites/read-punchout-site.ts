import type { SentFile } from '../../../comments/attachment.js'
import type {
  Logo,
  OciSettings,
  OpenBuySettings,
  PunchoutSite,
  SiteCustomField,
} from '../../../company/punchout-site.js'
import type { FieldProblem } from '../../../errors.js'
import type { Fields } from '../../fields.js'
import { readTlsSettings } from '../tls-fields.js'

export type PunchoutSiteDraft = Omit<PunchoutSite, 'id'> & { readonly id?: number }

/** A site in the form, as it was or as it was sent, and what is wrong with it. */
export interface PunchoutSiteForm {
  readonly site: PunchoutSiteDraft
  readonly problems: readonly FieldProblem[]
}

/** Custom fields that one form can hold. */
export const mostCustomFields = 20

/** `old`: what the site is now; its logo stays unless another was chosen. */
export function readPunchoutSite(
  fields: Fields,
  old: PunchoutSite | undefined,
  file: SentFile | undefined,
): PunchoutSiteDraft {
  return {
    ...(old === undefined ? {} : { id: old.id }),
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
    relatedCommodities: fields.list('relatedCommodities'),
    customFields: customFieldsOf(fields),
    ...readTlsSettings(fields),
    ...logoOf(fields, old, file),
    ...optional('commodity', fields.optional('commodity')),
    ...optional('contractId', numberOf(fields, 'contractId')),
    ...optional('leadTimeDays', numberOf(fields, 'leadTimeDays')),
    ...optional('oci', ociOf(fields)),
    openBuy: {
      enabled: fields.isChecked('openBuy.enabled'),
      url: fields.text('openBuy.url'),
      credentials: fields.text('openBuy.credentials'),
      timeoutMs: Number(fields.text('openBuy.timeoutMs') || Number.NaN),
      ...optional('pathVersion', fields.optional('openBuy.pathVersion')),
      ...optional('oauth', oauthOf(fields)),
    },
  }
}

/** Either of its fields asks for it; the check names the other. */
function oauthOf(fields: Fields): OpenBuySettings['oauth'] {
  const tokenUrl = fields.optional('openBuy.oauth.tokenUrl')
  const clientId = fields.optional('openBuy.oauth.clientId')
  if (tokenUrl === undefined && clientId === undefined) return undefined
  return { tokenUrl: tokenUrl ?? '', clientId: clientId ?? '' }
}

/** Only where the page has these fields: where the system enters catalogues by OCI. */
function ociOf(fields: Fields): OciSettings | undefined {
  if (fields.optional('oci.method') === undefined) return undefined
  return {
    username: fields.text('oci.username'),
    password: fields.text('oci.password'),
    method: fields.text('oci.method') === 'GET' ? 'GET' : 'POST',
    charset: fields.text('oci.charset') === 'utf-8' ? 'utf-8' : 'iso-8859-1',
    searches: fields.isChecked('oci.searches'),
  }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const present: { [P in K]?: V } = {}
  if (value !== undefined) present[key] = value
  return present
}

/** What is no number becomes NaN, which the check of the configuration refuses by name. */
function numberOf(fields: Fields, name: string): number | undefined {
  const text = fields.optional(name)
  return text === undefined ? undefined : Number(text)
}

function logoOf(
  fields: Fields,
  old: PunchoutSite | undefined,
  file: SentFile | undefined,
): { logoUrl?: string; logo?: Logo } {
  const kept = fields.isChecked('removeLogo') ? undefined : old?.logo
  return {
    ...optional('logoUrl', fields.optional('logoUrl')),
    ...optional('logo', file === undefined ? kept : uploadedLogo(file)),
  }
}

/** The content decides what it is, since browsers go by the file's name; what is neither is refused as a PNG. */
function uploadedLogo({ bytes }: SentFile): Logo {
  const base64 = Buffer.from(bytes).toString('base64')
  return { mediaType: base64.startsWith('/9j/') ? 'image/jpeg' : 'image/png', base64 }
}

function customFieldsOf(fields: Fields): SiteCustomField[] {
  return Array.from({ length: mostCustomFields }, (_, index) => ({
    name: fields.text(`customFields[${index}].name`),
    value: fields.text(`customFields[${index}].value`),
    ...optional('userField', fields.optional(`customFields[${index}].userField`)),
  })).filter(({ name, value, userField }) => name !== '' || value !== '' || userField !== undefined)
}
