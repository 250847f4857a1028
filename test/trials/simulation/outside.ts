import type { Fulfil, FulfilmentOutcome } from '@punchloop/sdk'
import { nameOf } from './ledger.js'
import { fails, latency, type World } from './world.js'

/** Whoever asks: one that is dead is not at it any more. */
interface Asker {
  readonly isDead: boolean
}

const lease = 30_000

/** Provisioner, mail server and the buyers' endpoints: slow, sometimes away, and sometimes their answer is lost. */
export class Outside {
  readonly #world: World
  readonly #isIdempotent: boolean
  readonly #underWay = new Map<string, { readonly asker: Asker; readonly since: number }>()

  constructor(world: World, { isIdempotent }: { readonly isIdempotent: boolean }) {
    this.#world = world
    this.#isIdempotent = isIdempotent
  }

  async provide(work: Parameters<Fulfil>[0], asker: Asker): Promise<FulfilmentOutcome> {
    const { ledger, timeline, chance } = this.#world
    const { idempotencyKey: key, order, line } = work
    ledger.tell(`provide ${key}`)
    this.#assertWanted(work)
    this.#assertAlone(key, asker)
    const mine = { asker, since: timeline.now }
    this.#underWay.set(key, mine)
    try {
      await timeline.wait(latency(this.#world))
      if (fails(this.#world, 0.1)) throw new Error('The provisioner is away')
      const mood = chance.below(40)
      if (!ledger.provided.has(key) && mood === 0) return { refused: { reason: 'Not to be had.' } }
      if (!ledger.provided.has(key) && mood === 1) return { backordered: { comment: 'Later.' } }
      const part = `${nameOf(order)} ${line.supplierPartID}`
      const reference = ledger.provided.get(key) ?? `S${ledger.provided.size}`
      const made = this.#isIdempotent ? key : `${key} ${ledger.story.length}`
      ledger.provided.set(made, reference)
      ledger.keysOf.set(part, (ledger.keysOf.get(part) ?? new Set()).add(made))
      ledger.assert(ledger.keysOf.get(part)?.size === 1, `${part} is provided once`)
      await timeline.wait(latency(this.#world))
      if (fails(this.#world, 0.1)) throw new Error('The answer of the provisioner is lost')
      return { reference, shipment: {} }
    } finally {
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key)
    }
  }

  #assertWanted({ order, idempotencyKey }: Parameters<Fulfil>[0]): void {
    const { ledger } = this.#world
    const document = ledger.sent.get(order.payloadID)
    const isFair = document?.isTampered !== true || ledger.letPass.has(nameOf(order))
    ledger.assert(isFair, `nothing of a tampered order is provided (${idempotencyKey})`)
    ledger.assert(document?.isTest !== true, `nothing of a test is provided (${idempotencyKey})`)
    const wanted = ['accepted', 'fulfilling', 'failed'].includes(order.status)
    ledger.assert(wanted, `nothing of an order that is ${order.status} is provided`)
  }

  #assertAlone(key: string, asker: Asker): void {
    const other = this.#underWay.get(key)
    if (other === undefined || other.asker.isDead) return
    const isLeased = this.#world.timeline.now < other.since + lease
    this.#world.ledger.assert(!(isLeased && other.asker !== asker), `one worker at a time is at ${key}`)
  }

  async notify(key: string): Promise<void> {
    await this.#world.timeline.wait(latency(this.#world))
    if (fails(this.#world, 0.1)) throw new Error('The mail server is away')
    this.#world.ledger.notices.add(key)
  }

  async take(url: string, xml: string): Promise<Response> {
    const { ledger, timeline } = this.#world
    await timeline.wait(latency(this.#world))
    if (fails(this.#world, 0.1)) return new Response('', { status: 503 })
    const payloadID = /payloadID="([^"]*)"/.exec(xml)?.[1] ?? ''
    const before = ledger.received.get(payloadID)
    ledger.assert(
      before === undefined || before === xml,
      'a document that is sent again is the same document',
    )
    ledger.received.set(payloadID, xml)
    ledger.tell(`${new URL(url).hostname} has ${payloadID}`)
    await timeline.wait(latency(this.#world))
    if (fails(this.#world, 0.1)) throw new Error('The answer of the buyer is lost')
    return new Response(
      '<cXML payloadID="a@b" timestamp="2026-01-15T10:00:00-08:00"><Response><Status code="200" text="OK"/></Response></cXML>',
    )
  }
}
