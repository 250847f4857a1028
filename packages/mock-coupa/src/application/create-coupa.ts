import type { Administration } from '../administration.js'
import {
  removeAnnouncement,
  removeApiClient,
  removeApiFilter,
  removeApprovalGroup,
  removeApprovalRule,
  removeForm,
  removePerson,
  removePunchoutSite,
  saveAnnouncement,
  saveApiClient,
  saveApiFilter,
  saveApprovalGroup,
  saveApprovalRule,
  saveCurrencies,
  saveForm,
  savePerson,
  savePunchoutSite,
  saveSupplier,
} from '../company/administer.js'
import { saveCompanySetup } from '../company/administer-company-setup.js'
import { findSite, isSearched } from '../company/find.js'
import { assertAdministrator, findPerson } from '../company/people.js'
import { withoutSecrets } from '../company/secrets.js'
import type { Work } from '../control/work.js'
import type { Coupa } from '../coupa.js'
import { CoupaError } from '../errors.js'
import type { Requests } from '../requests.js'
import { abandonOwn } from '../requisitions/abandon.js'
import { claimCart } from '../requisitions/claim-cart.js'
import { complete } from '../requisitions/complete.js'
import { copyRequisition } from '../requisitions/copy.js'
import { removeLine } from '../requisitions/edit-cart.js'
import { addFreeForm } from '../requisitions/free-form.js'
import { addOpenBuyItem } from '../requisitions/open-buy-item.js'
import { addItem } from '../requisitions/own-items.js'
import { holdSession, sessionToValidate } from '../requisitions/punchout-session.js'
import { findCart, listRequisitions, readRequisition } from '../requisitions/requisition-records.js'
import { saveCart, saveForLater } from '../requisitions/save-cart.js'
import { splitLine } from '../requisitions/split-line.js'
import { submit } from '../requisitions/submit.js'
import { validateLines } from '../requisitions/validate-lines.js'
import { withdraw } from '../requisitions/withdraw.js'
import { selectedItems } from '../shopping/index-results.js'
import { leaveSite } from '../shopping/leave-site.js'
import { assertOci } from '../shopping/open-catalog.js'
import { openSite } from '../shopping/open-site.js'
import { search, searchPage } from '../shopping/search.js'
import type { Shopping } from '../shopping.js'
import { approvals } from './approvals.js'
import { confirmations } from './confirmations.js'
import { contracts } from './contracts.js'
import { conversations } from './conversations.js'
import type { Ground } from './ground.js'
import { counts, home } from './home.js'
import { inbox } from './inbox.js'
import { indexCatalogs } from './index-catalogs.js'
import { invoices } from './invoices.js'
import { lists } from './lists.js'
import { noticeboard } from './noticeboard.js'
import { orders } from './orders.js'
import type { Reading } from './reading.js'
import { receiving } from './receiving.js'
import { assertMaySee, lookingAt, ownOrAll, requisitionView } from './requisition-view.js'
import { shipNotices } from './ship-notices.js'
import { trace, traces } from './traces.js'

/** The one implementation of {@link Coupa}. */
export function createCoupa(ground: Ground): Coupa {
  const reading = () => ({
    db: ground.db,
    company: ground.companyFile.current,
    now: ground.clock(),
    system: ground.system,
  })
  return {
    companyName: () => ground.companyFile.current.name,
    system: () => ground.system,
    people: () => ground.companyFile.current.people.filter(person => person.active),
    user: login => findPerson(ground.companyFile.current, login),
    home: login => home(reading(), login),
    counts: login => counts(reading(), login),
    trace: (login, id) => trace(reading(), login, id),
    traces: login => traces(reading(), login),
    ...shopping(ground, reading),
    ...requests(ground, reading),
    ...noticeboard(ground, reading),
    ...approvals(ground, reading),
    ...orders(ground, reading),
    ...receiving(ground, reading),
    ...shipNotices(ground, reading),
    ...confirmations(ground, reading),
    ...invoices(ground, reading),
    ...contracts(ground, reading),
    ...indexCatalogs(ground),
    ...lists(reading),
    ...inbox(ground, reading),
    ...conversations(ground, reading),
    ...administration(ground),
  }
}

function shopping(ground: Ground, reading: () => Reading): Shopping {
  return {
    logo(login, siteId) {
      findPerson(reading().company, login)
      const { logo } = findSite(reading().company, siteId)
      if (logo === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'This punchout site has no logo')
      return { mediaType: logo.mediaType, bytes: Buffer.from(logo.base64, 'base64') }
    },
    search: (login, text) => search(ground, login, text),
    searchPage: (login, request) => searchPage(ground, login, request),
    shop: (login, siteId) => openSite(ground, login, { siteId }),
    leaveShop: (login, trip) => ground.transaction(work => leaveSite(work, login, trip)),
    async choose(login, { site, sourcePartNum, search: from }) {
      const found = sitesById(reading()).get(site.id)
      if (found === undefined || !isSearched(found)) {
        throw new CoupaError('ERR_COUPA_NOT_FOUND', `Punchout site ${site.id} has no results to choose`)
      }
      return openSite(ground, login, {
        siteId: site.id,
        selectedItems: [{ supplierPartID: sourcePartNum }],
        ...(from === undefined ? {} : { search: from }),
      })
    },
    async chooseIndexed(login, { site, items, search: from }) {
      return openSite(ground, login, {
        siteId: site,
        selectedItems: selectedItems(reading(), { site, items }),
        ...(from === undefined ? {} : { search: from }),
      })
    },
    async reopen(login, { requisition: number, ...wanted }) {
      const requisition = readRequisition(ground.db, number)
      assertMaySee(reading(), login, requisition)
      return openSite(ground, login, holdSession(requisition, lookingAt(reading(), login), wanted))
    },
    async validate(login, { requisition: number, trip }) {
      const requisition = readRequisition(ground.db, number)
      assertMaySee(reading(), login, requisition)
      const session = sessionToValidate(requisition, lookingAt(reading(), login), trip)
      const site = assertOci(findSite(reading().company, session.site.id))
      await validateLines(ground, { login, requisition: number, trip, site })
      return requisitionView(reading(), login, number)
    },
    claimCart(login, token) {
      const claimed = ground.transaction(work => claimCart(work, login, token))
      return 'requisition' in claimed
        ? { ...claimed, requisition: requisitionView(reading(), login, claimed.requisition) }
        : claimed
    },
  }
}

function sitesById({ company }: Reading) {
  return new Map(company.punchoutSites.map(site => [site.id, site]))
}

function requests(ground: Ground, reading: () => Reading): Requests {
  /** A change of one requisition, and what it looks like then. */
  const change = <D extends { readonly requisition: number }>(
    login: string,
    detail: D,
    transition: (work: Work, login: string, detail: D) => void,
  ) => {
    ground.transaction(work => transition(work, findPerson(work.company, login).login, detail))
    return requisitionView(reading(), login, detail.requisition)
  }
  return {
    cart(login) {
      const cart = findCart(ground.db, login)
      return cart && requisitionView(reading(), login, cart.number)
    },
    addItem(login, line) {
      const number = ground.transaction(work => addItem(work, login, line))
      return requisitionView(reading(), login, number)
    },
    copy(login, number) {
      const copied = ground.transaction(work => copyRequisition(work, login, number))
      return requisitionView(reading(), login, copied)
    },
    addFreeForm(login, request) {
      const number = ground.transaction(work => addFreeForm(work, login, request))
      return requisitionView(reading(), login, number)
    },
    freeFormChoices(login) {
      const { company } = reading()
      findPerson(company, login)
      return {
        currency: company.currency,
        uoms: company.uoms,
        suppliers: company.suppliers.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
        commodities: [...new Set(company.commodities.map(({ name }) => name))],
      }
    },
    addOpenBuyItem(login, chosen) {
      const number = ground.transaction(work => addOpenBuyItem(work, login, chosen))
      return requisitionView(reading(), login, number)
    },
    removeLine: (login, line) => change(login, line, removeLine),
    splitLine: (login, split) => change(login, split, splitLine),
    saveCart: (login, saved) => change(login, saved, saveCart),
    saveForLater: (login, saved) => change(login, saved, saveForLater),
    submit: (login, submission) => change(login, submission, submit),
    complete(login, completion) {
      assertAdministrator(reading().company, login)
      return change(login, completion, complete)
    },
    abandon: (login, requisition) => change(login, { requisition }, abandonOwn),
    withdraw: (login, withdrawal) => change(login, withdrawal, withdraw),
    requisitions: login => listRequisitions(ground.db, ownOrAll(reading(), login)),
    requisition: (login, number) => requisitionView(reading(), login, number),
  }
}

function administration({ companyFile }: Ground): Administration {
  const administer = (login: string) => {
    assertAdministrator(companyFile.current, login)
    return companyFile
  }
  return {
    configuration: login => withoutSecrets(administer(login).current),
    savePerson: async (login, person) => savePerson(administer(login), person),
    async removePerson(login, personLogin) {
      const file = administer(login)
      if (login === personLogin) throw new CoupaError('ERR_COUPA_CONFLICT', 'You cannot remove yourself')
      await removePerson(file, personLogin)
    },
    saveApprovalRule: async (login, rule) => saveApprovalRule(administer(login), rule),
    removeApprovalRule: async (login, id) => removeApprovalRule(administer(login), id),
    saveApprovalGroup: async (login, group) => saveApprovalGroup(administer(login), group),
    removeApprovalGroup: async (login, id) => removeApprovalGroup(administer(login), id),
    saveAnnouncement: async (login, announcement) => saveAnnouncement(administer(login), announcement),
    removeAnnouncement: async (login, id) => removeAnnouncement(administer(login), id),
    saveForm: async (login, form) => saveForm(administer(login), form),
    removeForm: async (login, id) => removeForm(administer(login), id),
    saveCurrencies: async (login, currencies) => saveCurrencies(administer(login), currencies),
    saveCompanySetup: async (login, setup) => saveCompanySetup(administer(login), setup),
    savePunchoutSite: async (login, site) => savePunchoutSite(administer(login), site),
    removePunchoutSite: async (login, id) => removePunchoutSite(administer(login), id),
    saveApiClient: async (login, client) => saveApiClient(administer(login), client),
    removeApiClient: async (login, identifier) => removeApiClient(administer(login), identifier),
    saveApiFilter: async (login, filter, named) => saveApiFilter(administer(login), filter, named),
    removeApiFilter: async (login, named) => removeApiFilter(administer(login), named),
    saveSupplier: async (login, supplier) => saveSupplier(administer(login), supplier),
  }
}
