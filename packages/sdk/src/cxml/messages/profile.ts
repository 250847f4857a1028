import { url } from '../elements/text.js'
import { element } from '../grammar/element.js'
import {
  defaultedAttribute,
  many,
  neededAttribute,
  optional,
  optionalAttribute,
  ownText,
} from '../grammar/fields.js'
/** `Option` of a profile: a setting that the other side tells of; names are its own. */
export interface Option {
  readonly name: string
  readonly value: string
}

/** `Transaction`: a request that the other side takes, and where. */
export interface Transaction {
  /** `OrderRequest`, `PunchOutSetupRequest`, … */
  readonly requestName: string
  /** The DTD requires it. */
  readonly url?: string
  readonly options: readonly Option[]
}

/** `ProfileRequest`: what can you do? Also a ping. Empty. */
export type ProfileRequest = Readonly<Record<never, never>>

/** `ProfileResponse`: which requests a server takes, and where. */
export interface ProfileResponse {
  /** Since when it is so. The DTD requires it. */
  readonly effectiveDate?: string
  /** When the server was last told. */
  readonly lastRefresh?: string
  readonly options: readonly Option[]
  /** The DTD requires one. */
  readonly transactions: readonly Transaction[]
}

const option = element<Option>('Option', { name: defaultedAttribute<string>(''), value: ownText() })

const transaction = element<Transaction>('Transaction', {
  requestName: neededAttribute(),
  url: optional(url),
  options: many(option),
})

export const profileRequest = element<ProfileRequest>('ProfileRequest', {})

export const profileResponse = element<ProfileResponse>('ProfileResponse', {
  effectiveDate: optionalAttribute(),
  lastRefresh: optionalAttribute(),
  options: many(option),
  transactions: many(transaction),
})
