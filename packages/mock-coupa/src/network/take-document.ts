import type { DocumentKind, NetworkAccount } from './account.js'
import { acknowledged, type NetworkAnswer } from './answer.js'
import { digestOf, insertDocument } from './document-records.js'
import { findRoutes, type Route } from './find-parties.js'
import { assertWithoutSecret } from './foreign-secret.js'
import type { NetworkGround } from './ground.js'
import { digestOfContent, type Inbound, type RequestedDocument } from './inbound.js'
import { NetworkError } from './network-error.js'
import { addInvoiced, markOrder, orderIDOf, ordersOf, rememberOrder, type Trade } from './order-records.js'
import { readdressMessage } from './readdress-message.js'
import { readdressingFor } from './readdressing-for.js'
import { asksForMoney, brokenRule, type RuledDocument } from './transaction-rules.js'

/**
 * Takes a document into the network's keeping: from then on it is the network that sees to it that it arrives. The same
 * document again gets the same answer again and goes nowhere; one that is refused leaves nothing behind.
 */
export function takeDocument(
  ground: NetworkGround,
  { sender, document, message, taken }: Inbound,
  kind: DocumentKind,
): NetworkAnswer {
  const routes = findRoutes(ground.directory(), sender, document)
  const digest = digestOfContent(taken)
  return ground.transaction(() => {
    const known = digestOf(ground.db, sender.anid, document.payloadID)
    if (known === digest) return acknowledged(ground)
    if (known !== undefined) {
      throw new NetworkError(
        'ERR_NETWORK_PAYLOAD_ID_REUSED',
        `payloadID ${document.payloadID.slice(0, 100)} was used for another document before`,
      )
    }
    for (const route of routes) {
      checkRules(ground, route, document)
      remember(ground, route, document)
      const orderID = orderIDOf(ground.db, tradeOf(route), document)
      const outgoing = readdressMessage(message, taken, readdressingFor(route, document.header))
      assertWithoutSecret(outgoing.body, route)
      insertDocument(ground.db, ground.clock(), {
        ...outgoing,
        sender: sender.anid,
        receiver: route.receiver.anid,
        payloadID: document.payloadID,
        kind,
        digest,
        ...(document.timestamp === undefined ? {} : { timestamp: document.timestamp }),
        ...(orderID === undefined ? {} : { orderID }),
        status: urlFor(route.receiver, kind) === undefined ? 'pending' : 'queued',
      })
    }
    return acknowledged(ground)
  })
}

/** Where a receiver wants documents of a kind. Absent: it fetches them itself. */
export function urlFor(receiver: NetworkAccount, kind: DocumentKind): string | undefined {
  if (receiver.role === 'buyer') return receiver.documentUrls[kind]
  if (kind === 'StatusUpdateRequest') return receiver.statusUpdateUrl
  return kind === 'OrderRequest' ? receiver.orderUrl : undefined
}

/** Throws for the first of the buyer's rules that the document breaks, for any of the orders that it is about. */
function checkRules({ db }: NetworkGround, route: Route, document: RequestedDocument): void {
  const { receiver } = route
  if (receiver.role !== 'buyer' || !isRuled(document)) return
  const about = ordersOf(db, tradeOf(route), document)
  for (const { order, lines } of about.length === 0 ? [{ order: undefined, lines: [] }] : about) {
    const broken = brokenRule(receiver.rules, { document, order, lines })
    if (broken !== undefined) {
      throw new NetworkError(
        'ERR_NETWORK_RULE_BROKEN',
        `${broken.text} (transaction rule ${broken.rule} of ${receiver.name})`,
        { status: broken.code },
      )
    }
  }
}

/**
 * What later documents are held against. An order counts as confirmed or shipped once the network has taken the
 * supplier's word for it, whatever the buyer's system makes of that.
 */
function remember({ db }: NetworkGround, route: Route, document: RequestedDocument): void {
  const trade = tradeOf(route)
  if (document.kind === 'OrderRequest') rememberOrder(db, trade, document)
  if (!isRuled(document)) return
  for (const about of ordersOf(db, trade, document)) {
    const mark = markOf(document)
    if (mark !== undefined && about.order !== undefined) {
      markOrder(db, trade, { ...mark, orderID: about.order.orderID })
    }
    if (asksForMoney(document)) addInvoiced(db, trade, about)
  }
}

/** An order that is rejected or put off is not confirmed, and a ship notice can be taken back. */
function markOf(document: RuledDocument): Omit<Parameters<typeof markOrder>[2], 'orderID'> | undefined {
  if (document.kind === 'ConfirmationRequest') {
    const { type } = document.request.confirmationRequest.confirmationHeader
    return { as: 'confirmed', holds: type !== 'reject' && type !== 'backordered' }
  }
  if (document.kind === 'ShipNoticeRequest') {
    const { operation } = document.request.shipNoticeRequest.shipNoticeHeader
    return { as: 'shipped', holds: operation !== 'delete' }
  }
  return undefined
}

function isRuled(document: RequestedDocument): document is RequestedDocument & RuledDocument {
  return (
    document.kind === 'ConfirmationRequest' ||
    document.kind === 'ShipNoticeRequest' ||
    document.kind === 'InvoiceDetailRequest'
  )
}

function tradeOf({ sender, receiver }: Route): Trade {
  return sender.role === 'buyer'
    ? { buyer: sender.anid, supplier: receiver.anid }
    : { buyer: receiver.anid, supplier: sender.anid }
}
