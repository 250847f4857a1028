import { type CxmlDraft, serializeCxml } from '@punchloop/sdk/cxml'
import type { Address, PunchoutSite, User } from '../company/company.js'
import { fullName } from '../company/people.js'
import type { HeldLine, HeldLines, SelectedItem } from './shopping-trip.js'

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
  /** Only where lines of an earlier trip are reopened. */
  readonly held?: HeldLines
  /** Custom fields of the shopper, by name. */
  readonly userFields: Readonly<Record<string, string>>
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
        operation: question.held?.operation ?? 'create',
        buyerCookie: question.buyerCookie,
        extrinsics: [...extrinsicsOf(user), ...customExtrinsics(question)],
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
        itemOuts: (question.held?.lines ?? []).map(itemOut),
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
function customExtrinsics({ site, userFields }: SetupQuestion) {
  return (site.customFields ?? [])
    .map(({ name, value, userField }) => {
      const own = userField === undefined ? undefined : userFields[userField]
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

/** A line goes back as it came; the auxiliary id, byte for byte. */
function itemOut(line: HeldLine) {
  return {
    quantity: line.quantity,
    lineNumber: String(line.lineNum),
    itemID: {
      supplierPartID: line.sourcePartNum,
      ...(line.suppAuxPartNum === undefined ? {} : { supplierPartAuxiliaryID: line.suppAuxPartNum }),
    },
    itemDetail: {
      unitPrice: { money: { currency: line.currency, amount: line.unitPrice } },
      descriptions: [{ xmlLang: line.descriptionLang, value: line.description }],
      unitOfMeasure: line.uom,
      classifications: [{ domain: 'UNSPSC', value: line.unspscCode ?? 'unknown' }],
    },
  }
}
