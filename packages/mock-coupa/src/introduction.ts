import { fullName } from './company/people.js'
import type { PunchoutSite } from './company/punchout-site.js'
import type { MockAriba } from './start-mock-ariba.js'
import type { MockCoupa } from './start-mock-coupa.js'

/** What a developer reads when it has started: where it is, whom it shops at, and who can sign in. */
export function introductionOf(mock: MockCoupa, ariba: MockAriba | undefined): string {
  const { url, application, company, system } = mock
  const people = application
    .people()
    .map(person => `  ${person.login.padEnd(8)} ${fullName(person)}, ${person.title}`)
  return [
    `${system.title} of ${company.current.name} is at ${url}`,
    ...company.current.punchoutSites.filter(({ active }) => active).map(describeSite),
    '',
    ...(ariba === undefined ? [] : [describeAriba(ariba)]),
    'Sign in as',
    ...people,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}

/** Where it is asked for a shop, and who is who in the documents. */
function describeSite(site: PunchoutSite): string {
  return [
    `  ${site.name} is at ${site.url}`,
    `  Its documents are from ${site.senderDomain} ${site.senderIdentity} to ${site.domain} ${site.identity}`,
    ...(site.oci === undefined ? [] : [`  By OCI its user is ${site.oci.username}`]),
  ].join('\n')
}

/** What is needed to connect a marketplace. */
function describeAriba({ url, network, buyer }: MockAriba): string {
  const accounts = network.directory.accounts.map(({ anid, name, role }) => `  ${anid}  ${name}, ${role}`)
  return [
    `SAP Ariba of ${buyer.company.current.name} is at ${url}`,
    `Its network is at ${network.url}`,
    `  documents of suppliers  ${network.transactionUrl}`,
    `  PunchOutSetupRequest    ${network.punchoutUrl}`,
    ...accounts,
    '',
  ].join('\n')
}
