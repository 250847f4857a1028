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
