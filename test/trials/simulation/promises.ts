import { nameOf } from './ledger.js'
import { ordersOf, type World } from './world.js'

/** Holds at every moment. */
export async function assertAlways(world: World): Promise<void> {
  const { ledger } = world
  if (!world.areOrdersWritten) return
  world.areOrdersWritten = false
  for (const order of await ordersOf(world)) {
    const name = nameOf(order)
    const before = ledger.seen.get(name)
    const { orderVersion, status, payloadID } = order
    ledger.assert(
      (before?.orderVersion ?? 0) <= orderVersion,
      `${name} does not fall back to an older version`,
    )
    ledger.assert(before?.status !== 'cancelled' || status === 'cancelled', `${name} stays cancelled`)
    ledger.seen.set(name, { orderVersion, status })
    const document = ledger.sent.get(payloadID)
    ledger.assert(document !== undefined, `${name} is of a document that was sent`)
    const isOffered = document?.isTampered !== true || document.isTest || ledger.letPass.has(name)
    const isKept = ['held', 'rejected', 'cancelled'].includes(status)
    ledger.assert(isOffered || isKept, `${name} was tampered with and is ${status}`)
    const isHeldFairly = status !== 'held' || document?.isTampered === true || orderVersion > 1
    ledger.assert(isHeldFairly, `${name} is honest and is held: ${order.reason}`)
  }
}

/** Holds when everything has had the time to come to its end. */
export async function assertAtLast(world: World): Promise<void> {
  const { ledger, disk } = world
  for (const { payloadID } of ledger.sent.values()) {
    const order = await orderOfDocument(world, payloadID)
    ledger.assert(order !== undefined, `${payloadID} has become an order`)
  }
  for (const order of await ordersOf(world)) {
    const name = nameOf(order)
    const { status, lines, requestIds } = order
    const isOver = ['fulfilled', 'rejected', 'cancelled', 'test'].includes(status)
    ledger.assert(isOver, `${name} has come to its end, not to ${status}`)
    for (const { fulfilment, fulfilmentKey = '' } of lines) {
      if (fulfilment === undefined) continue
      ledger.assert(
        ledger.provided.get(fulfilmentKey) === fulfilment.reference,
        `${name} says what was provided`,
      )
    }
    if (status === 'fulfilled') {
      ledger.assert(order.confirmedAt !== undefined, `${name} is confirmed`)
      ledger.assert(
        lines.every(({ fulfilment, refusal }) => (fulfilment ?? refusal) !== undefined),
        `every line of ${name} has its end`,
      )
      const told = [...ledger.notices].some(
        key => key.includes(`:${order.orderID}:`) && key.includes(order.buyerId),
      )
      ledger.assert(told, `the requester of ${name} is told`)
      for (const id of requestIds) {
        const request = await disk.read(tx => tx.request(id))
        ledger.assert(request?.orderID === order.orderID, `the request of ${name} says what it became`)
      }
    }
  }
  await assertWorkDone(world)
  assertConfirmedOnce(world)
}

function orderOfDocument({ ledger, disk }: World, payloadID: string) {
  const { buyerId = '', orderID = '' } = ledger.sent.get(payloadID) ?? {}
  return disk.read(tx => tx.order({ buyerId, orderID }))
}

/** Nothing is left to do, nothing was given up, and each buyer has its documents in the order in which they were written. */
async function assertWorkDone({ ledger, disk }: World): Promise<void> {
  const jobs = (await disk.read(tx => tx.jobs({ limit: 1000 }))).reverse()
  const open = jobs.filter(({ status, work }) => status !== 'done' && work.kind !== 'expire request')
  ledger.assert(
    open.length === 0,
    `everything is done, and not left over: ${open[0]?.key} ${open[0]?.problem ?? ''}`,
  )
  for (const buyerId of ['acme', 'globex']) {
    const written = jobs.flatMap(({ work }) =>
      work.buyerId !== buyerId
        ? []
        : work.kind === 'confirm order'
          ? work.confirmation.payloadID
          : work.kind === 'send ship notice'
            ? work.shipNotice.payloadID
            : [],
    )
    const has = [...ledger.received.keys()].filter(payloadID => written.includes(payloadID))
    ledger.assert(has.join() === written.join(), `${buyerId} has its documents in their order`)
  }
}

/** A confirmation that does not update another is the only one of its order and version. */
function assertConfirmedOnce({ ledger }: World): void {
  const seen = new Set<string>()
  for (const xml of ledger.received.values()) {
    const header = /<ConfirmationHeader[^>]*operation="new"[^>]*>/.exec(xml)
    const reference = /<OrderReference[\s\S]*?<DocumentReference payloadID="([^"]*)"/.exec(xml)?.[1]
    if (header === null || reference === undefined) continue
    ledger.assert(!seen.has(reference), `${reference} is confirmed anew only once`)
    seen.add(reference)
  }
}
