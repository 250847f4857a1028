import { assertArray, assertOneOf, assertOrigin, assertText, assertUrl } from './assert-option.js'
import { type Buyer, credentialKey, isPublicHttps, type PartyCredential } from './buyers/buyer.js'
import type { OciAccess } from './oci/oci-access.js'
import { assertProfile } from './partners/assert-profile.js'
import { untakenKinds } from './partners/remarks.js'

/** Throws a `TypeError` that names the option of a buyer that is wrong. */
export function assertBuyers(options: {
  readonly buyers: readonly Buyer[]
  readonly allowInsecureOrigins?: boolean
}): void {
  assertArray(options.buyers, 'buyers')
  const ids = new Set<string>()
  const spokenFor = new Map<string, string>()
  const openBuyCredentials = new Set<string>()
  const ociNames = new Set<string>()
  for (const [index, buyer] of options.buyers.entries()) {
    const name = `buyers[${index}]`
    assertText(buyer.id, `${name}.id`)
    if (ids.has(buyer.id)) throw new TypeError(`"${name}.id" must be unique: "${buyer.id}" is used twice`)
    ids.add(buyer.id)
    assertText(buyer.name, `${name}.name`)
    assertCredentials(buyer.credentials, `${name}.credentials`)
    for (const credential of buyer.credentials) {
      const key = credentialKey(credential)
      const other = spokenFor.get(key)
      if (other !== undefined && other !== buyer.id) {
        throw new TypeError(
          `"${name}.credentials" must identify one buyer: "${other}" has the same credential`,
        )
      }
      spokenFor.set(key, buyer.id)
    }
    if (buyer.senders !== undefined) assertCredentials(buyer.senders, `${name}.senders`)
    assertSecrets(buyer.sharedSecrets, `${name}.sharedSecrets`)
    assertFormPostOrigins(buyer, name, options.allowInsecureOrigins ?? false)
    for (const [at, origin] of (buyer.frameOrigins ?? []).entries()) {
      assertOrigin(origin, `${name}.frameOrigins[${at}]`)
    }
    assertProfile(buyer.profile, `${name}.profile`)
    assertEndpoints(buyer, name)
    if (buyer.oci !== undefined) assertOci(buyer.oci, `${name}.oci`, ociNames)
    if (buyer.openBuy === undefined) continue
    const credentials = assertText(buyer.openBuy.credentials, `${name}.openBuy.credentials`)
    // They are all that an Open Buy call identifies a buyer by.
    if (openBuyCredentials.has(credentials)) {
      throw new TypeError(`"${name}.openBuy.credentials" must differ from every other buyer's`)
    }
    openBuyCredentials.add(credentials)
  }
}

const endpoints = {
  ConfirmationRequest: 'confirmations',
  ShipNoticeRequest: 'shipNotices',
  InvoiceDetailRequest: 'invoices',
  StatusUpdateRequest: 'statusUpdates',
} as const

function assertEndpoints(buyer: Buyer, name: string): void {
  for (const endpoint of Object.values(endpoints)) {
    const { url, sharedSecret } = buyer[endpoint] ?? {}
    if (buyer[endpoint] === undefined) continue
    assertUrl(url, `${name}.${endpoint}.url`)
    assertText(sharedSecret, `${name}.${endpoint}.sharedSecret`)
  }
  const kinds = (Object.keys(endpoints) as (keyof typeof endpoints)[]).filter(
    kind => buyer[endpoints[kind]] !== undefined,
  )
  const [untaken] = untakenKinds(buyer, kinds)
  if (untaken === undefined) return
  throw new TypeError(
    `"${name}.${endpoints[untaken]}" must be left out: by the buyer's profile it takes no ${untaken}`,
  )
}

/** The user name is all that a call identifies a buyer by. Never says what a password is, only which one is wrong. */
function assertOci(
  { username, passwords, version = '4.0', vendor }: OciAccess,
  name: string,
  taken: Set<string>,
): void {
  assertText(username, `${name}.username`)
  assertSecrets(passwords, `${name}.passwords`)
  assertOneOf(version, ['3.0', '4.0', '5.0'], `${name}.version`)
  if (vendor !== undefined && (vendor === '' || vendor.length > 10)) {
    throw new TypeError(`"${name}.vendor" must have 1 to 10 characters, as SAP's VENDOR has`)
  }
  if (taken.has(username)) throw new TypeError(`"${name}.username" must differ from every other buyer's`)
  taken.add(username)
}

function assertFormPostOrigins(buyer: Buyer, name: string, allowInsecure: boolean): void {
  assertArray(buyer.browserFormPostOrigins, `${name}.browserFormPostOrigins`)
  for (const [index, origin] of buyer.browserFormPostOrigins.entries()) {
    const option = `${name}.browserFormPostOrigins[${index}]`
    assertOrigin(origin, option)
    if (!allowInsecure && !isPublicHttps(new URL(origin))) {
      throw new TypeError(
        `"${option}" must be an https origin of a public host (allowInsecureOrigins is for laptops): ${origin}`,
      )
    }
  }
}

export function assertCredentials(credentials: readonly PartyCredential[], option: string): void {
  assertArray(credentials, option)
  if (credentials.length === 0) throw new TypeError(`"${option}" must hold at least one credential`)
  for (const [index, credential] of credentials.entries()) {
    assertText(credential.domain, `${option}[${index}].domain`)
    assertText(credential.identity, `${option}[${index}].identity`)
  }
}

/** Never says what a secret is, only which one is wrong. */
function assertSecrets(secrets: readonly string[], option: string): void {
  assertArray(secrets, option)
  if (secrets.length === 0) throw new TypeError(`"${option}" must hold at least one secret`)
  for (const [index, secret] of secrets.entries()) assertText(secret, `${option}[${index}]`)
}
