import type { DocumentKind, NetworkAccount } from './account.js'
import { acknowledged, type NetworkAnswer } from './answer.js'
import { digestOf, insertDocument } from './document-records.js'
import { findRoute, type Route } from './find-parties.js'
import type { NetworkGround } from './ground.js'
import { digestOfBody, type Inbound, type RequestedDocument } from './inbound.js'
import { NetworkError } from './network-error.js'
import { markOrders, ordersOf, rememberOrder, type Trade } from './order-records.js'
import { readdressMessage } from './readdress-message.js'
import { readdressingFor } from './readdressing-for.js'
import { brokenRule, type RuledDocument } from './transaction-rules.js'

/**
 * Takes a document into the network's keeping: from then on it is the network that sees to it that it arrives. The same
 * document again gets the same answer again and goes nowhere; one that is refused leaves nothing behind.
 */
export function takeDocument(
  ground: NetworkGround,
  { sender, document, message, taken }: Inbound,
  kind: DocumentKind,
): NetworkAnswer {
  const route = findRoute(ground.directory(), sender, document)
  const digest = digestOfBody(message.body)
  return ground.transaction(() => {
    const known = digestOf(ground.db, sender.anid, document.payloadID)
    if (known === digest) return acknowledged(ground)
    if (known !== undefined) {
      throw new NetworkError(
        'ERR_NETWORK_PAYLOAD_ID_REUSED',
        `payloadID ${document.payloadID.slice(0, 100)} was used for another document before`,
      )
    }
    checkRules(ground, route, document)
    remember(ground, route, document)
    insertDocument(ground.db, ground.clock(), {
      ...readdressMessage(message, taken, readdressingFor(route, document.header)),
      sender: sender.anid,
      receiver: route.receiver.anid,
      payloadID: document.payloadID,
      kind,
      digest,
      status: urlFor(route.receiver, kind) === undefined ? 'pending' : 'queued',
    })
    return acknowledged(ground)
  })
}

/** Where a receiver wants documents of a kind. Absent: it fetches them itself. */
export function urlFor(receiver: NetworkAccount, kind: DocumentKind): string | undefined {
  if (receiver.role === 'buyer') return receiver.documentUrls[kind]
  return kind === 'OrderRequest' ? receiver.orderUrl : undefined
}

/** Throws for the first of the buyer's rules that the document breaks, for any of the orders that it is about. */
function checkRules({ db }: NetworkGround, route: Route, document: RequestedDocument): void {
  const { receiver } = route
  if (receiver.role !== 'buyer' || !isRuled(document)) return
  const orders = ordersOf(db, tradeOf(route), document)
  for (const order of orders.length === 0 ? [undefined] : orders) {
    const broken = brokenRule(receiver.rules, document, order)
    if (broken !== undefined) {
      throw new NetworkError(
        'ERR_NETWORK_RULE_BROKEN',
        `${broken.text} (transaction rule ${broken.rule} of ${receiver.name})`,
        { status: broken.code },
      )
    }
  }
}

const progress = { ConfirmationRequest: 'confirmed', ShipNoticeRequest: 'shipped' } as const

/**
 * What later documents are held against. An order counts as confirmed or shipped once the network has taken the
 * supplier's word for it, whatever the buyer's system makes of that.
 */
function remember({ db }: NetworkGround, route: Route, document: RequestedDocument): void {
  const trade = tradeOf(route)
  if (document.kind === 'OrderRequest') rememberOrder(db, trade, document)
  if (document.kind === 'ConfirmationRequest' || document.kind === 'ShipNoticeRequest') {
    markOrders(db, trade, { orders: ordersOf(db, trade, document), as: progress[document.kind] })
  }
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
