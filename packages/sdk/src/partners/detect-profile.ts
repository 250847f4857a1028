import type { CxmlDocument } from '../cxml/document.js'
import type { PartnerProfile, ProfileName } from './profile.js'
import { isProfileName, profiles } from './profiles.js'

/** What a document speaks for, and why. */
export interface Detection {
  readonly profile: ProfileName
  /**
   * `certain`: its UserAgent names the system. `likely`: signs that others rarely have. `possible`: a weak sign, or nothing speaks
   * for another.
   */
  readonly confidence: 'certain' | 'likely' | 'possible'
  /** Sentences for people. */
  readonly reasons: readonly string[]
}

/**
 * Which profile fits a buyer, from the first document that it sent: best first, `generic` last. It advises the person who
 * configures the buyer; nothing is decided by it, since whoever sends a document writes its UserAgent.
 *
 * @example
 * const [best] = detectProfile(parseCxml(bytes))
 */
export function detectProfile(document: CxmlDocument): readonly Detection[] {
  const facts = factsOf(document)
  const found = Object.keys(profiles)
    .filter(isProfileName)
    .filter(name => name !== 'generic')
    .map(name => ({ name, evidence: evidenceOf(profiles[name], facts) }))
    .filter(({ evidence }) => evidence.length > 0)
    .map(({ name, evidence }) => ({
      weight: evidence.reduce((sum, { weight }) => sum + weight, 0),
      detection: {
        profile: name,
        confidence: confidenceOf(evidence),
        reasons: evidence.map(({ reason }) => reason),
      } as const,
    }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ detection }) => detection)
  const reason = found.length === 0 ? 'Nothing in it is known of a system' : 'It fits whatever speaks cXML'
  return [...found, { profile: 'generic', confidence: 'possible', reasons: [reason] }]
}

interface Facts {
  readonly userAgent: string
  readonly identities: readonly string[]
  readonly domains: readonly string[]
  readonly returnUrl: URL | undefined
  readonly extrinsics: readonly string[]
  readonly version: string
}

function factsOf(document: CxmlDocument): Facts {
  const header = 'header' in document ? document.header : undefined
  const setup = document.kind === 'PunchOutSetupRequest' ? document.request.punchOutSetupRequest : undefined
  const credentials = [...(header?.from.credentials ?? []), ...(header?.sender.credentials ?? [])]
  const returnUrl = setup?.browserFormPost?.url ?? ''
  return {
    userAgent: header?.sender.userAgent?.trim() ?? '',
    identities: credentials.map(({ identity }) => identity),
    domains: credentials.map(({ domain }) => domain.toLowerCase()),
    returnUrl: URL.canParse(returnUrl) ? new URL(returnUrl) : undefined,
    extrinsics: (setup?.extrinsics ?? []).map(({ name }) => name.toLowerCase()),
    version: document.doctype?.dtdVersion ?? '',
  }
}

interface Evidence {
  readonly weight: number
  readonly reason: string
  /** It says so itself. */
  readonly isName?: boolean
}

const strong = 8
const middling = 4
const fair = 2
const weak = 1

function evidenceOf({ signs }: PartnerProfile, facts: Facts): Evidence[] {
  const evidence: Evidence[] = []
  const agent = signs.userAgents.find(start => facts.userAgent.toLowerCase().startsWith(start.toLowerCase()))
  if (agent !== undefined) {
    // Of two that begin alike the longer one says more.
    evidence.push({
      weight: strong + agent.length / 100,
      reason: `UserAgent is "${facts.userAgent.slice(0, 80)}"`,
      isName: true,
    })
  }
  const url = signs.returnUrls.find(part => isSeenIn(facts.returnUrl, part.toLowerCase()))
  if (url !== undefined) evidence.push({ weight: middling, reason: `BrowserFormPost has "${url}"` })
  const identity = facts.identities.find(each => signs.identities?.test(each))
  if (identity !== undefined) {
    evidence.push({
      weight: middling,
      reason: `The identity "${identity.slice(0, 40)}" has the form of its accounts`,
    })
  }
  const domain = signs.domains.find(each => facts.domains.includes(each.toLowerCase()))
  if (domain !== undefined) {
    evidence.push({ weight: fair, reason: `A Credential has the domain ${domain}` })
  }
  const hasAll =
    signs.extrinsics.length > 0 &&
    signs.extrinsics.every(name => facts.extrinsics.includes(name.toLowerCase()))
  if (hasAll) {
    const weight = signs.extrinsics.length > 2 ? middling : weak
    evidence.push({ weight, reason: `It has the Extrinsics ${signs.extrinsics.join(', ')}` })
  }
  if (evidence.length > 0 && signs.versions.includes(facts.version)) {
    evidence.push({ weight: weak, reason: `Its DTD is ${facts.version}` })
  }
  return evidence
}

/** With a slash a part of the path; without one the host or a domain above it, so that `ariba.com.evil.example` is none. */
function isSeenIn(url: URL | undefined, part: string): boolean {
  if (url === undefined) return false
  if (part.includes('/')) return url.pathname.toLowerCase().includes(part)
  return url.hostname === part || url.hostname.endsWith(`.${part}`)
}

function confidenceOf(evidence: readonly Evidence[]): Detection['confidence'] {
  if (evidence.some(({ isName }) => isName)) return 'certain'
  const weight = evidence.reduce((sum, each) => sum + each.weight, 0)
  return weight >= middling ? 'likely' : 'possible'
}
