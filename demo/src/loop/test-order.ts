import type { Page } from '../browser.js'
import { readText } from '../html.js'
import type { World } from '../world.js'
import { expectEqual, expectPresent, StepFailedError } from './step.js'

/** Whoever shops from a test account is told on every page that nothing comes of it. */
export function assertSaysTest(page: Page): void {
  if (readText(page.html).includes('TEST MODE')) return
  throw new StepFailedError(`${page.url} (${page.title}) does not say that this is a test`)
}

/** The marketplace has taken the order and marked it as a test: nothing is confirmed, nobody gets anything. */
export async function takenAsTest(world: World, order: string): Promise<void> {
  const network = expectPresent(world.network, 'Only a network has accounts for tests')
  // It has answered before it brings the order.
  await network.waitFor(() => network.transmissions().every(({ status }) => status !== 'queued'))
  const orders = await world.market.supplier.orders({ buyerId: 'alder' })
  const taken = orders.find(({ orderID }) => orderID === order)
  expectEqual(taken?.status, 'test', `Status of order ${order} at the marketplace`)
  const confirmations = network.documents({ kind: 'ConfirmationRequest' })
  expectEqual(confirmations.length, 0, 'Confirmations of a test order')
  const people = world.coupa.company.current.people.map(({ email }) => email)
  const subscribed = await Promise.all(people.map(email => world.market.subscriptions({ email })))
  expectEqual(subscribed.flat().length, 0, 'Subscriptions that a test order has begun')
}
