import type { FieldProblem } from '../errors.js'
import { type Check, prefixed, required, unless, webUrl } from './check-field.js'
import { checkTlsSettings } from './check-tls-settings.js'
import type { Company } from './company.js'
import type { PunchoutSite, SiteCustomField } from './punchout-site.js'

/** What Coupa itself says in a setup request. A custom field of such a name would say it twice. */
const ownExtrinsics = ['FirstName', 'LastName', 'UniqueName', 'UserEmail', 'User', 'BusinessUnit']

/** A logo of 150 × 50 needs a tenth of it. In characters of base64. */
const largestLogo = 140_000

/** The secret may be empty: Coupa then sends the literal `none`. */
export const checkPunchoutSite: Check<PunchoutSite> = (site, company) => [
  ...required({ ...site }, ['name', 'domain', 'identity', 'senderDomain', 'senderIdentity']),
  ...webUrl('url', site.url),
  ...(site.logoUrl === undefined ? [] : webUrl('logoUrl', site.logoUrl)),
  ...checkLogo(site),
  ...unless(
    company.suppliers.some(supplier => supplier.active && supplier.id === site.supplier),
    'supplier',
    `must be the id of an active supplier; found ${site.supplier}`,
  ),
  ...checkCommodities(site, company),
  ...wholeNumber('contractId', site.contractId, { from: 1, to: Number.MAX_SAFE_INTEGER }),
  ...wholeNumber('leadTimeDays', site.leadTimeDays, { from: 0, to: 3650 }),
  ...checkTlsSettings(site),
  ...checkCustomFields(site.customFields ?? []),
  ...checkOpenBuy(site),
  ...(site.oci === undefined ? [] : prefixed('oci', required({ ...site.oci }, ['username', 'password']))),
]

function checkLogo({ logo }: PunchoutSite): FieldProblem[] {
  if (logo === undefined) return []
  const begins = logo.mediaType === 'image/png' ? 'iVBORw0KGgo' : '/9j/'
  return [
    ...unless(logo.base64.startsWith(begins), 'logo', 'must be a PNG or JPG picture'),
    ...unless(logo.base64.length <= largestLogo, 'logo', 'must be smaller than 100 KB'),
  ]
}

function checkCommodities(site: PunchoutSite, company: Company): FieldProblem[] {
  const isKnown = (name: string) => company.commodities.some(commodity => commodity.name === name)
  const problem = (name: string) => `must be the name of a commodity; found "${name}"`
  return [
    ...(site.relatedCommodities ?? []).flatMap(name =>
      unless(isKnown(name), 'relatedCommodities', problem(name)),
    ),
    ...(site.commodity === undefined
      ? []
      : unless(isKnown(site.commodity), 'commodity', problem(site.commodity))),
  ]
}

function wholeNumber(
  field: string,
  value: number | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): FieldProblem[] {
  if (value === undefined) return []
  return unless(
    Number.isSafeInteger(value) && value >= from && value <= to,
    field,
    `must be a whole number of at least ${from}`,
  )
}

function checkCustomFields(fields: readonly SiteCustomField[]): FieldProblem[] {
  const names = fields.map(({ name }) => name)
  return names.flatMap((name, index) => [
    ...unless(name.trim() !== '', 'customFields', 'every field needs a name'),
    ...unless(names.indexOf(name) === index, 'customFields', `"${name}" is there twice`),
    ...unless(!ownExtrinsics.includes(name), 'customFields', `"${name}" is sent by Coupa itself`),
  ])
}

function checkOpenBuy({ openBuy }: PunchoutSite): FieldProblem[] {
  if (!openBuy.enabled) return []
  return prefixed('openBuy', [
    ...webUrl('url', openBuy.url),
    ...required({ ...openBuy }, ['credentials']),
    ...unless(/^[\w.-]*$/.test(openBuy.pathVersion ?? ''), 'pathVersion', 'must be a word such as v1.0.0'),
    ...(openBuy.oauth === undefined
      ? []
      : [
          ...webUrl('oauth.tokenUrl', openBuy.oauth.tokenUrl),
          ...prefixed('oauth', required({ ...openBuy.oauth }, ['clientId'])),
        ]),
    ...unless(
      openBuy.timeoutMs >= 100 && openBuy.timeoutMs <= 60_000,
      'timeoutMs',
      'must be 100 to 60000 milliseconds',
    ),
  ])
}
