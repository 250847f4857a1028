import type { Company } from '../../company/company.js'
import type { PunchoutSite } from '../../company/punchout-site.js'
import { sslVersions } from '../../company/tls-settings.js'
import { belongsTo, boolean, empty, hasMany, integer, kept, string } from '../schema/field.js'
import { flagGiven, type Given, idGiven, listGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'
import { withTlsGiven } from './tls-given.js'

const required = { required: true, maxLength: 255 } as const

/**
 * What an administrator sets up of a shop; its secrets are taken and never shown.
 * Unverified: the path, which no page of Coupa's prints; and what the fields of Open Buy hold.
 */
export const punchoutSite: ObjectDefinition = defineObject({
  name: 'punchout-site',
  path: 'punchout_sites',
  title: 'Punchout Sites',
  scope: 'punchout_site',
  table: 'punchout_sites',
  where: 't.removed_at IS NULL',
  embedded: ['id', 'name', 'title', 'description'],
  fields: {
    ...identity,
    name: string({ ...required, unique: true }),
    title: string({ sql: 't.name', direction: 'out' }),
    description: string({ maxLength: 255 }),
    url: string(required),
    domain: string(required),
    identity: string(required),
    secret: string({ ...required, direction: 'in', sql: 'NULL' }),
    'sender-domain': string(required),
    'sender-identity': string(required),
    protocol: string({ required: true, oneOf: ['cxml'], sql: `'cxml'` }),
    'contract-id': integer({ direction: 'out' }),
    contract: belongsTo('contract', { sql: 't.contract_id', direction: 'in', required: true }),
    'supplier-id': integer({ sql: 't.supplier', direction: 'out' }),
    supplier: belongsTo('supplier', { required: true }),
    'supports-edit': boolean(),
    'supports-inspect': boolean(),
    'ssl-version': string({ maxLength: 255, oneOf: sslVersions }),
    'disable-cert-verify': boolean(),
    'is-from-coupa-checkout': kept('boolean'),
    'is-coupa-advantage': boolean({ sql: '0', direction: 'out' }),
    'is-user-preferred': boolean({ sql: '0', direction: 'out' }),
    'use-api': boolean({ direction: 'out' }),
    'search-mode': empty(),
    'agent-type': empty(),
    'realtime-agent-key': empty(),
    'agent-auth-key': empty(),
    tags: hasMany('tag', { foreign: 't.site_id', where: 't.removed_at IS NULL', direction: 'both' }),
    'related-commodities': hasMany('related-commodity', {
      foreign: 't.site_id',
      where: 't.removed_at IS NULL',
      direction: 'both',
    }),
    ...authors,
  },
  ...companyWriter({
    definition: () => punchoutSite,
    key: { column: 'id', of: site => site.id },
    listOf: company => company.punchoutSites,
    write: siteOf,
  }),
})

/** A word of a site's tag list. */
export const tag: ObjectDefinition = defineObject({
  name: 'tag',
  title: 'Tags',
  scope: 'punchout_site',
  table: 'punchout_site_tags',
  fields: { ...identity, name: string({ required: true, maxLength: 255 }) },
})

/** A commodity of a site, by its name. */
export const relatedCommodity: ObjectDefinition = defineObject({
  name: 'related-commodity',
  plural: 'related-commodities',
  title: 'Related Commodities',
  scope: 'punchout_site',
  table: 'punchout_site_commodities',
  fields: {
    id: integer({ sql: '(SELECT c.id FROM commodities c WHERE c.name = t.name)', direction: 'out' }),
    name: string({ required: true, maxLength: 255 }),
  },
})

const blank: Omit<PunchoutSite, 'id'> = {
  name: '',
  description: '',
  url: '',
  domain: '',
  identity: '',
  secret: '',
  senderDomain: '',
  senderIdentity: '',
  supplier: 0,
  active: true,
  supportsEdit: false,
  supportsInspect: false,
  sendsShipTo: true,
  tags: [],
  openBuy: { enabled: false, url: '', credentials: '', timeoutMs: 5_000 },
}

function siteOf(given: Given, known: PunchoutSite | undefined, company: Company): PunchoutSite {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const nextId = Math.max(0, ...company.punchoutSites.map(({ id }) => id)) + 1
  const written: PunchoutSite = {
    ...(known ?? { ...blank, id: nextId }),
    ...said({
      name: text('name'),
      description: text('description'),
      url: text('url'),
      domain: text('domain'),
      identity: text('identity'),
      secret: text('secret'),
      senderDomain: text('sender-domain'),
      senderIdentity: text('sender-identity'),
      supplier: idGiven(given, 'supplier') ?? undefined,
      contractId: idGiven(given, 'contract') ?? undefined,
      supportsEdit: flagGiven(given, 'supports-edit'),
      supportsInspect: flagGiven(given, 'supports-inspect'),
      tags: namesGiven(given, 'tags'),
      relatedCommodities: namesGiven(given, 'related-commodities'),
    }),
  }
  return withTlsGiven(written, given, 'ssl-version')
}

/** A list that is given replaces the one that was there. */
function namesGiven(given: Given, name: string): string[] | undefined {
  return listGiven(given, name)?.flatMap(entry => textGiven(entry, 'name') ?? [])
}
