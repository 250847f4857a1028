import type { Mail } from '@punchloop/demo-marketplace'
import type { Exchange, IndexResult, Person, PunchoutSite, ShoppingTrip } from '@punchloop/mock-coupa'
import { createBrowser, type Page } from '../browser.js'
import type { Operation } from '../buyers.js'
import { readText } from '../html.js'
import { siteName } from '../wiring.js'
import type { World } from '../world.js'
import type { Errand } from './errand.js'
import { reopened } from './reopen.js'
import { createShopper, type Shopper } from './shopper.js'
import { createSteps, expectEqual, expectPresent, StepFailedError, type StepResult } from './step.js'
import { assertSaysTest, takenAsTest } from './test-order.js'

/** Longer than anything here takes; a loop that stands still ends with a sentence. */
const patienceMs = 30_000

/** Sites of Coupa have a switch for each operation, which an administrator sets. */
export async function supportOperation({ coupa }: World, operation: Operation): Promise<void> {
  await coupa.company.update(({ punchoutSites }) => {
    const site = punchoutSites.find(({ name }) => name === siteName)
    if (site !== undefined && (operation === 'edit' || operation === 'source')) site.supportsEdit = true
    if (site !== undefined && operation === 'inspect') site.supportsInspect = true
  })
}

/** An administrator has set the marketplace up: without it nobody can shop there. */
export function siteAsConfigured(world: World): PunchoutSite {
  const { punchoutSites } = world.coupa.application.configuration('ada')
  const site = expectPresent(
    punchoutSites.find(({ name }) => name === siteName),
    `Found no punchout site "${siteName}" among ${JSON.stringify(punchoutSites.map(({ name }) => name))}`,
  )
  const { cxmlUrl, ociUrl } = world.market.supplier
  const shopUrl = world.coupa.system.catalogs === 'oci' ? ociUrl : cxmlUrl
  expectEqual(site.url, world.network?.punchoutUrl ?? shopUrl, 'URL of the punchout site')
  expectEqual(site.openBuy.enabled, world.coupa.system.name === 'coupa', 'Open Buy of the punchout site')
  return site
}

/** Walks the whole loop as people would. Throws at the first step that finds something else than it expects. */
export async function runErrand(
  world: World,
  errand: Errand,
  report: (result: StepResult) => void,
): Promise<void> {
  const { run } = createSteps(errand.way, report)
  const emma = world.coupa.person('emma')
  const shopper = createShopper(createBrowser(fetch))

  const trip = await run(
    'start the trip',
    () => startTrip(emma, errand),
    ({ id }) => ({ trip: id }),
  )
  const product = await run(
    'open the product',
    () => openProduct(shopper, trip, errand),
    ({ url }) => ({ url }),
  )
  if (world.realm === 'test') assertSaysTest(product)
  const cart = await run('request approval', () => shopper.requestApproval(product))
  expectEqual(cart.action, returnAddress(trip), 'The form that returns the cart posts to')
  const first = await run(
    'return the cart',
    () => emma.returnCart(cart.fields, trip),
    ({ number, total }) => ({ requisition: number, total }),
  )
  const requisition = await reopened(world, { emma, shopper, requisition: first, errand, run })
  await run('submit', async () => {
    const submitted = await emma.submit(requisition.number, { justification: `We need ${errand.product}.` })
    expectEqual(submitted.status, 'pending_approval', `Requisition ${requisition.number}`)
  })
  for (const login of errand.approvers) {
    await run(
      'approve',
      () => approve(world, login, requisition.number),
      () => ({ approver: login }),
    )
  }
  const order = await run(
    'order',
    async () => sentOrder(world, requisition.number),
    ({ number }) => ({ purchaseOrder: number }),
  )
  if (world.realm === 'test') return run('test order', () => takenAsTest(world, order.number))
  await run('confirm', () => confirmed(world, order.number))
  await run(
    'mail',
    () => mailArrived(world, { from: /brightstack/i, text: order.number }),
    ({ id, subject }) => ({ mail: id, subject }),
  )
  await run(
    'notify',
    () => notified(world, emma, order.number),
    ({ id, subject }) => ({ notification: id, subject }),
  )
  await run(
    'subscription',
    () => subscribed(world, shopper, { product: errand.product, order: order.number }),
    ({ id }) => ({ subscription: id }),
  )
}

/** By OCI what stands in the query travels as fields of the form. */
function returnAddress({ browserFormPostUrl, call }: ShoppingTrip): string {
  return call === undefined ? browserFormPostUrl : browserFormPostUrl.replace(/\?.*$/, '')
}

async function startTrip(emma: Person, errand: Errand): Promise<ShoppingTrip> {
  if (errand.way === 'shop-online') return emma.shop(siteName)
  const { own, openBuy, index, problems } = await emma.search(errand.searchFor)
  if (errand.way === 'level-2') return startAtIndexed(emma, index, errand)
  const result = openBuy.find(({ name }) => name === errand.product)
  const found = `${own.length} of Coupa's own and ${openBuy.length} by Open Buy (problems: ${JSON.stringify(problems)})`
  const chosen = expectPresent(
    result,
    `Searching "${errand.searchFor}" found no "${errand.product}": ${found}`,
  )
  const trip = await emma.choose(chosen)
  expectEqual(trip.selectedItem?.supplierPartID, chosen.sourcePartNum, 'SelectedItem of the trip')
  return trip
}

async function startAtIndexed(
  emma: Person,
  index: readonly IndexResult[],
  { product, searchFor }: Errand,
): Promise<ShoppingTrip> {
  const names = index.map(({ name }) => name)
  const chosen = expectPresent(
    index.find(({ name }) => name === product),
    `Searching "${searchFor}" found no "${product}" in the index catalogues: ${JSON.stringify(names)}`,
  )
  const trip = await emma.chooseIndexed(chosen)
  expectEqual(trip.selectedItem?.supplierPartID, chosen.supplierPartID, 'SelectedItem of the trip')
  return trip
}

/** By the tile the shop opens at its home page; by a search result at the product's own. */
async function openProduct(shopper: Shopper, trip: ShoppingTrip, errand: Errand): Promise<Page> {
  const first = await shopper.enter(trip)
  const page = errand.way === 'shop-online' ? await shopper.openProduct(first, errand.product) : first
  if (readText(page.html).includes(errand.product)) return page
  throw new StepFailedError(`${page.url} (${page.title}) does not show "${errand.product}"`)
}

async function approve(world: World, login: string, requisition: number): Promise<void> {
  const approver = world.coupa.person(login)
  const waiting = await approver.toDo()
  expectPresent(
    waiting.find(toDo => toDo.approvable.type === 'RequisitionHeader' && toDo.approvable.id === requisition),
    `Requisition ${requisition} is not on ${login}'s to-do list, which has ${waiting.length} entries`,
  )
  await approver.approve(requisition, 'Fine with me.')
}

async function sentOrder(world: World, requisition: number) {
  const order = await world.coupa.waitForOrder({ requisition })
  expectEqual(order.transmissionStatus, 'sent_via_cxml', `Transmission of purchase order ${order.number}`)
  const sent = exchanges(world, 'OrderRequest').find(({ purchaseOrder }) => purchaseOrder === order.number)
  const exchange = expectPresent(sent, `The journal has no OrderRequest of purchase order ${order.number}`)
  const answer = exchange.response?.document
  const status = answer?.kind === 'Response' ? answer.response.status.code : undefined
  // A network takes an order into its keeping and answers at once.
  expectEqual(
    status,
    world.network === undefined ? '200' : '201',
    `Status of the answer to the OrderRequest of ${order.number}`,
  )
  return order
}

async function confirmed(world: World, order: string): Promise<void> {
  await world.coupa
    .waitFor(() => world.coupa.purchaseOrder(order).acknowledgedAt !== undefined)
    .catch(cause => {
      const undelivered = world.network?.transmissions().flatMap(({ failure }) => failure ?? []) ?? []
      const why = undelivered.map(failure => `; the network says: ${failure}`).join('')
      throw new StepFailedError(`The marketplace has not confirmed purchase order ${order}${why}`, { cause })
    })
  const sent = exchanges(world, 'ConfirmationRequest').find(({ purchaseOrder }) => purchaseOrder === order)
  expectPresent(sent, `The journal has no ConfirmationRequest of purchase order ${order}`)
  // The network tells each sender what became of its document.
  const { network } = world
  await network?.waitFor(() => network.transmissions().every(({ status }) => status !== 'queued'))
}

/** Delivered over SMTP to Emma, wherever in it the text stands. */
async function mailArrived(world: World, wanted: { readonly from: RegExp; readonly text: string }) {
  const email = emailOf(world, 'emma')
  const fits = (mail: Mail) =>
    mail.to.includes(email) &&
    wanted.from.test(mail.from) &&
    `${mail.subject}\n${mail.text}`.includes(wanted.text)
  try {
    return await world.mailbox.waitFor(fits, { signal: AbortSignal.timeout(patienceMs) })
  } catch (cause) {
    const mails = (await world.mailbox.list()).map(
      ({ from, to, subject }) => `"${subject}" from ${from} to ${to}`,
    )
    const found = mails.join('; ') || 'no mail at all'
    throw new StepFailedError(`No mail to ${email} with "${wanted.text}" came; found ${found}`, { cause })
  }
}

/** On the bell, and the same by mail. */
async function notified(world: World, emma: Person, order: string) {
  const notifications = await emma.notifications()
  const found = notifications.find(
    ({ kind, purchaseOrder }) => kind === 'order_confirmed' && purchaseOrder === order,
  )
  const notification = expectPresent(found, `Emma has no notification that order ${order} was confirmed`)
  const { title } = world.coupa.system
  await mailArrived(world, { from: new RegExp(`^"?${title}`, 'i'), text: notification.subject })
  return notification
}

async function subscribed(world: World, shopper: Shopper, wanted: { product: string; order: string }) {
  const email = emailOf(world, 'emma')
  const all = await world.market.subscriptions({ email })
  const found = all.find(
    ({ productName, origin }) =>
      productName === wanted.product && origin.kind === 'order' && origin.orderID === wanted.order,
  )
  const subscription = expectPresent(
    found,
    `${email} has no subscription of ${wanted.product} by order ${wanted.order}`,
  )
  expectEqual(subscription.status, 'active', `Subscription ${subscription.id}`)
  await shopper.signIn(world.market.url, email)
  const text = readText((await shopper.open(`${world.market.url}/subscriptions`)).html)
  for (const shown of [wanted.product, wanted.order, 'Active']) {
    if (!text.includes(shown))
      throw new StepFailedError(`My subscriptions does not show "${shown}": ${text.slice(0, 500)}`)
  }
  return subscription
}

function exchanges(world: World, kind: string): readonly Exchange[] {
  return world.coupa.documents().filter(exchange => exchange.kind === kind)
}

function emailOf(world: World, login: string): string {
  const person = world.coupa.company.current.people.find(candidate => candidate.login === login)
  return expectPresent(person, `The company has nobody with the login "${login}"`).email
}
