import { embedsMany } from '../schema/embedded.js'
import {
  alike,
  empty,
  emptyList,
  type FieldMaker,
  kept,
  keptList,
  keptObject,
  keptReference,
} from '../schema/field.js'

const units = ['days', 'months', 'years'] as const
const yesOrNo = ['yes', 'no'] as const
const papers = ['not_specified', 'our_paper', 'counterparty_paper'] as const

const customTexts = Array.from({ length: 10 }, (_, index) => `contract-type-custom-field-${index + 1}`).join(
  ' ',
)

/** What Coupa knows of a contract besides what the mock acts upon. Documented: Contracts API. */
export const contractDetails: Readonly<Record<string, FieldMaker>> = {
  ...alike(
    `${customTexts} amended-contract-type legal-agreement-url length-of-notice-value order-window-tz source-id
      source-type external-contract-id supplier-account po-message requisition-message`,
    kept('string', { maxLength: 255 }),
  ),
  ...alike('locked-by-other-party', kept('string', { direction: 'in' })),
  ...alike('contract-type terms', kept('string')),
  description: kept('string', { maxLength: 1024 }),
  consent: kept('string', { oneOf: ['notice', 'consent', 'not_required', 'not_assignable'] }),
  'term-type': kept('string', { oneOf: ['fixed', 'auto_renew', 'perpetual'] }),
  ...alike(
    'length-of-notice-unit renewal-length-unit termination-notice-length-unit',
    kept('string', { oneOf: units }),
  ),
  ...alike('stop-spend-based-on-max-value termination-notice', kept('string', { oneOf: yesOrNo })),
  ...alike(
    `auto-extend-end-date-for-renewal strict-invoicing-rules terminated use-order-windows fill-with-counterparty
      supplier-invoiceable used-for-buying is-default preferred`,
    kept('boolean'),
  ),
  ...alike('max-commit min-commit savings-pct', kept('decimal', { places: 2 })),
  'execution-date': kept('datetime'),
  ...alike('no-of-renewals renewal-length-value termination-notice-length-value', kept('integer')),
  ...alike('proxy-supplier-id', kept('integer')),
  'whose-paper': kept('integer', { oneOf: ['0', '1', '2'], words: papers }),
  'reviewer-user-ids': keptList('in'),
  'contract-owner': keptReference('user', 'login'),
  department: keptReference('department', 'name'),
  'default-account': keptReference('account', 'name'),
  'master-contract': keptReference('contract'),
  parent: keptReference('contract'),
  ...alike('object-line rate-card', keptObject('in')),
  ...alike(
    `schedule contract-dispute intellectual-property-and-data esign-provider-account contract-classification
      contract-detail contract-parties-field-container contract-terms-and-renewal contract-termination
      contract-performance contract-price-and-payment contract-relationship-and-reporting`,
    keptObject(),
  ),
  ...alike('contract-clauses contract-terms reason-insight-events taggings', keptList()),
  'content-groups': embedsMany('content-group'),
  tags: embedsMany('named-tag'),
  'diversity-categories': emptyList(),
  'quote-response-id': empty('integer'),
  'use-online-signing': empty('boolean'),
  'ra-risk-request': empty(),
}
