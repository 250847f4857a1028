import type { Cart, PurchaseRequest } from '@punchloop/sdk'
import { addDecimals, multiplyDecimals } from '@punchloop/sdk/cxml'
import { type Party, type PurchaseOrder, writeOrder } from '../world/documents.js'
import { type Answer, orderOf } from '../world/shop.js'
import type { SentOrder } from './ledger.js'
import type { Marketplace } from './marketplace.js'
import { fails, latency, type World } from './world.js'

const minute = 60_000
const hour = 60 * minute

/** The shopper of a purchase, and what the buyer's system makes of it: documents that come late, twice or not at all. */
export class Purchase {
  readonly #world: World
  readonly #marketplace: Marketplace
  readonly #buyer: Party
  readonly #orderID: string
  readonly #isTampered: boolean
  readonly #isTest: boolean

  constructor(world: World, marketplace: Marketplace, buyer: Party, orderID: string) {
    this.#world = world
    this.#marketplace = marketplace
    this.#buyer = buyer
    this.#orderID = orderID
    this.#isTampered = world.chance.happens(0.1)
    this.#isTest = world.chance.happens(0.1)
  }

  /** Everything that will happen of this purchase is on the timeline when this resolves. */
  async begin(): Promise<void> {
    const { chance, timeline } = this.#world
    const request = await this.#shop()
    const approval = chance.below(48) * hour
    const plan = chance.below(8)
    timeline.after(approval, () => this.#send(request, { type: 'new', version: 1 }))
    if (plan <= 2) this.#later(approval, () => this.#send(request, { type: 'update', version: 2 }))
    if (plan === 2 || plan === 3)
      this.#later(approval, () => this.#send(request, { type: 'delete', version: 3 }))
  }

  /** Soon after, or before: nothing keeps documents in their order. */
  #later(milliseconds: number, run: () => void): void {
    const { chance, timeline } = this.#world
    timeline.after(milliseconds + chance.pick([0, 0, 10, 5_000, 2 * minute, 3 * hour]), run)
  }

  async #shop(): Promise<PurchaseRequest> {
    const { chance } = this.#world
    const lines = Array.from({ length: 1 + chance.below(3) }, (_, index) => ({
      supplierPartID: `SKU-${index + 1}`,
      description: 'Plan',
      quantity: String(1 + chance.below(9)),
      unitPrice: `${1 + chance.below(99)}.${chance.below(10)}5`,
      unitOfMeasure: 'EA',
      unspsc: '43232701',
    }))
    const cart: Cart = { currency: 'USD', lines }
    const shopper = this.#isTest ? ({ deploymentMode: 'test' } as const) : {}
    for (;;) {
      const { shop } = this.#marketplace.anyProcess()
      // A shopper who sees an error page comes again.
      const request = await shop.returnCart(this.#buyer, cart, shopper).catch(() => undefined)
      if (request !== undefined) return request
    }
  }

  #send(
    request: PurchaseRequest,
    { type, version }: { readonly type: SentOrder['type']; readonly version: number },
  ): void {
    const payloadID = `${this.#orderID}-${version}@${this.#buyer.id}.example`
    const order: PurchaseOrder = {
      ...this.#content(request, type),
      payloadID,
      type,
      orderVersion: version,
      ...(this.#isTest ? { deploymentMode: 'test' as const } : {}),
    }
    this.#world.ledger.sent.set(payloadID, {
      buyerId: this.#buyer.id,
      orderID: this.#orderID,
      payloadID,
      version,
      type,
      isTampered: this.#isTampered,
      isTest: this.#isTest,
    })
    void this.#transmit(writeOrder(this.#buyer, order), payloadID)
  }

  #content(request: PurchaseRequest, type: SentOrder['type']): PurchaseOrder {
    const order = orderOf(request, { orderID: this.#orderID, payloadID: '' })
    const kept = type === 'update' && order.lines.length > 1 ? order.lines.slice(0, -1) : order.lines
    const lines = this.#isTampered ? kept.map(line => ({ ...line, unitPrice: '0.01' })) : kept
    const total = addDecimals(...lines.map(line => multiplyDecimals(line.quantity, line.unitPrice)))
    return { ...order, lines, total }
  }

  /** As Coupa does: no answer in a minute, or a 5xx, and it comes again. */
  async #transmit(xml: string, payloadID: string): Promise<void> {
    const { timeline, chance } = this.#world
    if (chance.happens(0.2))
      timeline.after(chance.pick([0, 0, 10, minute, 30 * minute]), () => this.#deliver(xml, payloadID))
    for (;;) {
      const answer = await this.#deliver(xml, payloadID)
      if (answer !== undefined && !answer.code.startsWith('5')) return
      await timeline.wait(5 * minute)
    }
  }

  /** One copy of a document on its way to the marketplace, and the answer on its way back. */
  async #deliver(xml: string, payloadID: string): Promise<Answer | undefined> {
    const { timeline, ledger } = this.#world
    await timeline.wait(latency(this.#world))
    if (fails(this.#world, 0.05)) return undefined
    const process = this.#marketplace.anyProcess()
    const answer = await process.shop.post(xml)
    if (process.isDead) return undefined
    ledger.tell(`${payloadID}: ${answer.code} ${answer.reason}`)
    ledger.assert(
      !answer.code.startsWith('5'),
      `a document is answered, not met with ${answer.code} ${answer.reason}`,
    )
    await this.#judge(answer, payloadID)
    await timeline.wait(latency(this.#world))
    return fails(this.#world, 0.05) ? undefined : answer
  }

  async #judge(answer: Answer, payloadID: string): Promise<void> {
    const { ledger, disk } = this.#world
    if (!answer.code.startsWith('2')) return
    const before = ledger.answers.get(payloadID)
    ledger.assert(
      before === undefined || before === answer.xml,
      `${payloadID} is answered the same each time`,
    )
    ledger.answers.set(payloadID, answer.xml)
    const key = { buyerId: this.#buyer.id, orderID: this.#orderID }
    const order = await disk.read(tx => tx.order(key))
    const version = ledger.sent.get(payloadID)?.version ?? 0
    ledger.assert((order?.orderVersion ?? 0) >= version, `${payloadID} was taken, so it is there`)
  }
}
