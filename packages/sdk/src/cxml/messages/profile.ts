import { url } from '../elements/text.js'
import { element } from '../grammar/element.js'
import {
  defaultedAttribute,
  expected,
  expectedAttribute,
  many,
  neededAttribute,
  optionalAttribute,
  ownText,
  some,
} from '../grammar/fields.js'
/** `Option` of a profile. */
export interface Option {
  readonly name: string
  readonly value: string
}

/** `Transaction`: a request that the other side takes, and where. */
export interface Transaction {
  /** `OrderRequest`, `PunchOutSetupRequest`, … */
  readonly requestName: string
  readonly url?: string
  readonly options: readonly Option[]
}

/** `ProfileRequest`: what can you do? Also a ping. Empty. */
export type ProfileRequest = Readonly<Record<never, never>>

/** `ProfileResponse`. */
export interface ProfileResponse {
  /** The DTD requires it. */
  readonly effectiveDate?: string
  readonly lastRefresh?: string
  readonly options: readonly Option[]
  readonly transactions: readonly Transaction[]
}

/** A fixed attribute of the DTD that tells data types. */
const dataTypes = ['a-dtype']

const option = element<Option>(
  'Option',
  { name: defaultedAttribute<string>('', { need: 'expected' }), value: ownText() },
  dataTypes,
)

const transaction = element<Transaction>(
  'Transaction',
  { requestName: neededAttribute(), url: expected(url), options: many(option) },
  dataTypes,
)

export const profileRequest = element<ProfileRequest>('ProfileRequest', {})

export const profileResponse = element<ProfileResponse>(
  'ProfileResponse',
  {
    effectiveDate: expectedAttribute(),
    lastRefresh: optionalAttribute({ since: '1.2.014' }),
    options: many(option),
    transactions: some(transaction),
  },
  dataTypes,
)
