import { type CxmlDraft, serializeCxml } from '@punchloop/sdk/cxml'
import type { Address, PunchoutSite, User } from '../company/company.js'
import { fullName } from '../company/people.js'
import type { SelectedItem } from './shopping-trip.js'

/** Everything a PunchOutSetupRequest says. */
export interface SetupQuestion {
  readonly envelope: { readonly payloadID: string; readonly timestamp: string }
  readonly site: PunchoutSite
  readonly user: User
  /** Only where the site sends a `ShipTo`. */
  readonly address?: Address
  readonly buyerCookie: string
  readonly browserFormPostUrl: string
  readonly selectedItem?: SelectedItem
}

export const userAgent = 'Coupa Procurement 1.0'

/**
 * The document as Coupa writes it: DTD 1.2.014, no `version`, extrinsics in Coupa's order, the login under both
 * `UniqueName` and `User`, and a constant `BusinessUnit`.
 */
export function writeSetupRequest(question: SetupQuestion): string {
  const { site, user } = question
  const sender = { domain: site.senderDomain, identity: site.senderIdentity }
  const document: CxmlDraft = {
    kind: 'PunchOutSetupRequest',
    ...question.envelope,
    xmlLang: 'en-US',
    header: {
      from: { credentials: [sender] },
      to: { credentials: [{ domain: site.domain, identity: site.identity }] },
      // Coupa sends the literal `none` where no secret was entered.
      sender: { credentials: [{ ...sender, sharedSecret: site.secret || 'none' }], userAgent },
    },
    request: {
      // No deploymentMode: Coupa leaves it to its default.
      punchOutSetupRequest: {
        operation: 'create',
        buyerCookie: question.buyerCookie,
        extrinsics: [...extrinsicsOf(user), ...customExtrinsics(site, user)],
        browserFormPost: { url: question.browserFormPostUrl },
        contacts: [
          {
            role: 'endUser',
            name: { xmlLang: 'en-US', value: user.login },
            emails: [{ value: user.email }],
          },
        ],
        supplierSetup: { url: site.url },
        ...(question.address === undefined ? {} : { shipTo: shipTo(question.address, user) }),
        // Unverified: that Coupa sends SelectedItem for an Open Buy result. It is cXML's own level 2.
        ...(question.selectedItem === undefined ? {} : { selectedItem: { itemID: question.selectedItem } }),
      },
    },
  }
  return serializeCxml(document, { dtdVersion: '1.2.014' })
}

function extrinsicsOf(user: User) {
  return [
    { name: 'FirstName', value: user.firstName },
    { name: 'LastName', value: user.lastName },
    { name: 'UniqueName', value: user.login },
    { name: 'UserEmail', value: user.email },
    { name: 'User', value: user.login },
    { name: 'BusinessUnit', value: 'COUPA' },
  ]
}

/** The site's custom fields, each under its own name; one without a value is not sent. */
function customExtrinsics(site: PunchoutSite, user: User) {
  return (site.customFields ?? [])
    .map(({ name, value, userField }) => {
      const own = userField === undefined ? undefined : user.customFields?.[userField]
      return { name, value: own || value }
    })
    .filter(({ value }) => value !== '')
}

function shipTo(address: Address, user: User) {
  return {
    address: {
      isoCountryCode: address.isoCountryCode,
      addressID: address.code,
      name: { xmlLang: 'en', value: address.name },
      postalAddress: {
        name: 'default',
        deliverTos: [fullName(user)],
        streets: address.streets,
        city: address.city,
        state: address.state,
        postalCode: address.postalCode,
        country: { isoCountryCode: address.isoCountryCode, value: address.country },
      },
      email: { name: 'default', value: user.email },
    },
  }
}
