import { assertArray, assertOneOf, assertPositive, assertText } from '../assert-option.js'
import type { CartRules, LengthRule, PartnerProfile, ProfileName } from './profile.js'
import { isProfileName, profiles } from './profiles.js'

/** Throws a `TypeError` that names the option: a profile of one's own is data, in which a slip of the pen would do nothing. */
export function assertProfile(profile: ProfileName | PartnerProfile | undefined, option: string): void {
  if (profile === undefined || isProfileName(profile)) return
  if (typeof profile !== 'object' || profile === null) {
    throw new TypeError(
      `"${option}" must be a profile, or the name of one: ${Object.keys(profiles).join(', ')}`,
    )
  }
  assertText(profile.title, `${option}.title`)
  assertOneOf(profile.authenticatedBy, ['buyer', 'network', 'from'], `${option}.authenticatedBy`)
  for (const [kind, version] of Object.entries(profile.versions)) {
    if (!/^\d+\.\d+\.\d+$/.test(version)) {
      throw new TypeError(`"${option}.versions.${kind}" must be a version of cXML, for example "1.2.014"`)
    }
  }
  for (const [kind, taken] of Object.entries(profile.takes)) {
    assertOneOf(taken, ['yes', 'no', 'unknown'], `${option}.takes.${kind}`)
  }
  for (const [index, wait] of (profile.retries ?? []).entries()) {
    assertPositive(wait, `${option}.retries[${index}]`)
  }
  for (const [index, type] of profile.orderTypes.entries()) {
    assertOneOf(type, ['new', 'update', 'delete'], `${option}.orderTypes[${index}]`)
  }
  assertCartRules(profile.cart, `${option}.cart`)
}

function assertCartRules(cart: CartRules, option: string): void {
  assertOneOf(cart.encoding, ['cxml-base64', 'cxml-urlencoded'], `${option}.encoding`)
  assertText(cart.classification, `${option}.classification`)
  assertOneOf(cart.operations, ['create', 'inspect', 'edit'], `${option}.operations`)
  assertOneOf(cart.empty, ['deletes the lines', 'fails'], `${option}.empty`)
  assertArray(cart.lengths, `${option}.lengths`)
  for (const [index, rule] of cart.lengths.entries()) assertLengthRule(rule, `${option}.lengths[${index}]`)
}

function assertLengthRule({ field, most, unit, beyond }: LengthRule, option: string): void {
  assertOneOf(field, ['supplierPartID', 'description', 'extrinsics'], `${option}.field`)
  assertPositive(most, `${option}.most`)
  assertOneOf(unit, ['characters', 'bytes'], `${option}.unit`)
  assertOneOf(beyond, ['cut', 'refuse'], `${option}.beyond`)
  if (beyond === 'cut' && field !== 'description') {
    throw new TypeError(`"${option}.beyond" must be "refuse": ${field} that is cut would be another`)
  }
}
