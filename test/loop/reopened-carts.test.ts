import { createBrowser, type Page } from '@punchloop/demo/browser'
import { startWorld, type World } from '@punchloop/demo/world'
import type { Person, ShoppingTrip } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let world: World
let emma: Person
beforeAll(async () => {
  world = await startWorld({ buyer: 'generic' })
  emma = world.coupa.person('emma')
})
afterAll(() => world.close())

/** A shopper who has followed a StartPage. */
async function enter(trip: ShoppingTrip) {
  const browser = createBrowser(fetch)
  const start = await browser.open(trip.startPageUrl)
  const [door] = start.forms
  if (door === undefined) throw new Error('no StartPage')
  const first = await browser.submit(start, door)
  const press = (page: Page, words: string, fields: Readonly<Record<string, string>> = {}) => {
    const form = page.forms.find(({ buttons }) => buttons.some(text => text.startsWith(words)))
    if (form === undefined) throw new Error(`${page.url} has no button "${words}"`)
    return browser.submit(page, form, fields)
  }
  const open = (path: string) => browser.open(new URL(path, world.market.url).href)
  return { first, open, press }
}

/** The form that the shop's page posts to the buyer. */
const fieldsOf = (page: Page) => page.forms[0]?.fields ?? {}

/** A new cart of Emma's with one line. */
async function shopped() {
  const old = await emma.cart()
  for (const { lineNum } of old?.lines.toReversed() ?? []) {
    world.coupa.application.removeLine('emma', { requisition: old?.number ?? 0, lineNum })
  }
  const { open, press } = await enter(await emma.shop())
  const product = await open('/products/ledgerly-team?plan=monthly&quantity=3')
  return emma.returnCart(fieldsOf(await press(product, 'Request approval')))
}

describe('a cart that comes back to the shop to be edited', () => {
  it('is there line by line; more can be put into it and nothing doubles', async () => {
    const { number, lines } = await shopped()
    const { first, open, press } = await enter(await emma.reopen(number, 'edit'))
    expect(new URL(first.url).pathname).toBe('/trip')
    expect(first.html).toContain('Ledgerly Team: 3 seats')
    const more = await open('/products/palisade-edge-firewall')
    const both = await emma.returnCart(fieldsOf(await press(more, 'Request approval')))
    expect(both.lines).toHaveLength(2)
    expect(both.lines[0]).toEqual({ ...lines[0], trip: both.lines[0]?.trip })
    const again = await enter(await emma.reopen(number, 'edit'))
    const held = await again.open('/products/ledgerly-team?plan=monthly&quantity=5')
    const changed = await emma.returnCart(fieldsOf(await again.press(held, 'Request approval')))
    expect(changed.lines.map(({ description }) => description.split(':')[0])).toEqual([
      'Ledgerly Team',
      'Palisade Edge Firewall Enterprise',
    ])
    expect(changed.lines.map(line => line.suppAuxPartNum)).toEqual(
      both.lines.map(line => line.suppAuxPartNum),
    )
    expect(changed.lines[0]?.description).toContain('5 seats')
  })

  it('loses a line there, and with the last one all of it', async () => {
    const waiting = async () => {
      const requests = await world.market.supplier.requests({ status: 'waiting' })
      return requests.map(({ id }) => id)
    }
    const before = await waiting()
    const { number } = await shopped()
    const { open, press } = await enter(await emma.reopen(number, 'edit'))
    await emma.returnCart(
      fieldsOf(await press(await open('/products/palisade-edge-firewall'), 'Request approval')),
    )
    const one = await enter(await emma.reopen(number, 'edit'))
    const left = await emma.returnCart(fieldsOf(await one.press(one.first, 'Remove')))
    expect(left.lines.map(({ sourcePartNum }) => sourcePartNum)).toEqual(['BRS-PALISADE-ENT'])
    const last = await enter(await emma.reopen(number, 'edit'))
    const empty = await emma.returnCart(fieldsOf(await last.press(last.first, 'Remove')))
    expect(empty.lines).toEqual([])
    expect(await waiting()).toEqual(before)
  })

  it('stays as it is where the shopper cancels', async () => {
    const { number, lines } = await shopped()
    const { first, press } = await enter(await emma.reopen(number, 'edit'))
    await expect(emma.returnCart(fieldsOf(await press(first, 'Cancel and return')))).rejects.toThrow()
    expect(world.coupa.requisition(number).lines).toEqual(lines)
  })
})

describe('a cart that is only inspected', () => {
  it('can be changed by no button, and by no request that a page does not make', async () => {
    const { number, lines } = await shopped()
    const { first, open, press } = await enter(await emma.reopen(number, 'inspect'))
    expect(first.html).toContain('Ledgerly Team: 3 seats')
    const product = await open('/products/ledgerly-team')
    for (const page of [first, product]) {
      expect(page.forms.flatMap(({ buttons }) => buttons).join()).not.toMatch(
        /Request approval|Remove|Change/,
      )
    }
    const form = product.forms.find(({ action }) => action.endsWith('/request'))
    if (form === undefined) throw new Error('no form')
    const forged = await press({ ...product, forms: [{ ...form, buttons: ['forged'] }] }, 'forged')
    expect(forged.status).toBe(409)
    expect(world.coupa.requisition(number).lines).toEqual(lines)
  })
})

describe('a cart that is to be quoted', () => {
  it('comes back with today’s prices in the place of its lines', async () => {
    const { number, lines } = await shopped()
    const { first, press } = await enter(await emma.reopen(number, 'source'))
    const quoted = await emma.returnCart(fieldsOf(await press(first, 'Return the quote')))
    expect(quoted.number).toBe(number)
    expect(quoted.lines.map(line => line.suppAuxPartNum)).toEqual(lines.map(line => line.suppAuxPartNum))
  })
})
