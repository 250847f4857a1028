import type { CxmlDraft } from '@punchloop/sdk/cxml'
import type { Address, User } from '../company/company.js'
import { fullName } from '../company/people.js'
import type { PunchoutSite } from '../company/punchout-site.js'
import { writeDocument } from '../control/write-document.js'
import type { PersonFact, ProcurementSystem, SetupHabits } from '../systems/system.js'
import type { HeldLine, HeldLines, SelectedItem } from './shopping-trip.js'
import { deploymentModeOf, writeHeader } from './write-header.js'

/** Everything a PunchOutSetupRequest says. */
export interface SetupQuestion {
  readonly system: ProcurementSystem
  readonly envelope: { readonly payloadID: string; readonly timestamp: string }
  readonly site: PunchoutSite
  readonly user: User
  /** Only where a `ShipTo` is sent. */
  readonly address?: Address
  readonly buyerCookie: string
  readonly browserFormPostUrl: string
  readonly selectedItems: readonly SelectedItem[]
  /** Only where lines of an earlier trip are reopened. */
  readonly held?: HeldLines
  /** Custom fields of the shopper, by name. */
  readonly userFields: Readonly<Record<string, string>>
}

/**
 * The document as the system writes it; what Coupa does is in `systems/coupa.ts`. No version of the DTD has more than one
 * `SelectedItem`, and some systems send one for each item that was chosen: those behind the first are put in afterwards.
 */
export function writeSetupRequest(question: SetupQuestion): string {
  const xml = writeWithOne(question)
  const further = question.selectedItems.slice(1).map(item => {
    const alone = writeWithOne({ ...question, selectedItems: [item] })
    return selectedItemElement.exec(alone)?.[0] ?? ''
  })
  return further.length === 0 ? xml : xml.replace(selectedItemElement, first => first + further.join(''))
}

const selectedItemElement = /<SelectedItem>.*?<\/SelectedItem>/s

function writeWithOne(question: SetupQuestion): string {
  const { site, user, system } = question
  const { setup } = system
  const buyer = { domain: site.senderDomain, identity: site.senderIdentity }
  const document: CxmlDraft = {
    kind: 'PunchOutSetupRequest',
    ...question.envelope,
    xmlLang: 'en-US',
    header: writeHeader(system, {
      buyer,
      supplier: { domain: site.domain, identity: site.identity },
      secret: site.secret,
    }),
    request: {
      ...deploymentModeOf(setup.deploymentMode, buyer),
      punchOutSetupRequest: {
        operation: question.held?.operation ?? 'create',
        buyerCookie: question.buyerCookie,
        extrinsics: [...extrinsicsOf(setup, question), ...customExtrinsics(question)],
        browserFormPost: { url: question.browserFormPostUrl },
        contacts: contactsOf(setup, question),
        ...(setup.supplierSetup ? { supplierSetup: { url: site.url } } : {}),
        ...(question.address === undefined ? {} : { shipTo: shipTo(question.address, user) }),
        selectedItems: selectedItem(setup, question.selectedItems[0]),
        itemOuts: (question.held?.lines ?? []).map(itemOut),
      },
    },
  }
  return writeDocument(document, { dtdVersion: setup.dtdVersion, dates: system.dates })
}

const personFacts: Readonly<Record<PersonFact, (user: User) => string>> = {
  firstName: user => user.firstName,
  lastName: user => user.lastName,
  fullName,
  login: user => user.login,
  email: user => user.email,
  department: user => user.department,
  account: user => user.account,
}

function extrinsicsOf(setup: SetupHabits, { user }: SetupQuestion) {
  return setup.extrinsics.map(extrinsic => ({
    name: extrinsic.name,
    value: 'constant' in extrinsic ? extrinsic.constant : personFacts[extrinsic.person](user),
  }))
}

function contactsOf({ contact }: SetupHabits, { user }: SetupQuestion) {
  if (contact === undefined) return []
  const email = { value: user.email, ...(contact.emailName === undefined ? {} : { name: contact.emailName }) }
  const name = { xmlLang: contact.xmlLang, value: personFacts[contact.name](user) }
  return [{ role: 'endUser', name, emails: [email] }]
}

function selectedItem({ selectedItem: habit }: SetupHabits, chosen: SelectedItem | undefined) {
  if (habit === 'never' || (habit === 'chosen' && chosen === undefined)) return []
  return [{ itemID: chosen ?? { supplierPartID: '' } }]
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
