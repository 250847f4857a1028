import { ariba } from './ariba.js'
import { coupa } from './coupa.js'
import { generic } from './generic.js'
import { jaggaer } from './jaggaer.js'
import { iprocurement, oracle } from './oracle.js'
import { ivalua, srm, workday } from './others.js'
import type { PartnerProfile, ProfileName } from './profile.js'

/** Every profile, by the name that a buyer gives it (`profile: 'ariba'`). */
export const profiles: Readonly<Record<ProfileName, PartnerProfile>> = {
  coupa,
  ariba,
  jaggaer,
  oracle,
  iprocurement,
  workday,
  ivalua,
  srm,
  generic,
}

/** That of a buyer: its own, the one of that name, or `generic`. */
export function profileOf({
  profile = 'generic',
}: {
  readonly profile?: ProfileName | PartnerProfile
}): PartnerProfile {
  return typeof profile === 'string' ? profiles[profile] : profile
}

export function isProfileName(name: unknown): name is ProfileName {
  return typeof name === 'string' && Object.hasOwn(profiles, name)
}
