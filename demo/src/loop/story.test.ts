import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../world.js'
import { collectDocuments, legsOf } from './documents.js'
import type { Errand } from './errand.js'
import type { StepResult } from './step.js'
import { runErrand, siteAsConfigured } from './story.js'

const errand: Errand = {
  way: 'open-buy',
  product: 'Ledgerly Team',
  searchFor: 'ledger',
  approvers: ['mark'],
}

describe('the loop, where something is not as it should be', () => {
  let world: World
  let reported: StepResult[]
  const run = (changes: Partial<Errand>) =>
    runErrand(world, { ...errand, ...changes }, result => reported.push(result))

  beforeEach(async () => {
    reported = []
    world = await startWorld()
  })
  afterEach(() => world.close())

  it('says what the search found instead of the product', async () => {
    await expect(run({ product: 'Ledgerly Solo' })).rejects.toThrow(
      /Searching "ledger" found no "Ledgerly Solo": \d+ of Coupa's own and \d+ by Open Buy/,
    )
    expect(reported).toEqual([
      {
        step: 'start the trip',
        way: 'open-buy',
        ok: false,
        ms: expect.any(Number),
        error: expect.stringContaining('found no "Ledgerly Solo"'),
      },
    ])
  })

  it('says who was expected to approve and was not asked', async () => {
    await expect(run({ approvers: ['fiona'] })).rejects.toThrow(
      "Requisition 1001 is not on fiona's to-do list, which has 0 entries",
    )
    expect(reported.at(-1)).toMatchObject({ step: 'approve', ok: false })
  })

  it('says when the site leads elsewhere', async () => {
    await world.coupa.company.update(company => {
      for (const site of company.punchoutSites) site.url = 'http://127.0.0.1:9/cxml'
    })
    expect(() => siteAsConfigured(world)).toThrow(
      `URL of the punchout site: found "http://127.0.0.1:9/cxml", expected "${world.market.supplier.cxmlUrl}"`,
    )
  })

  it('writes no document while one of them holds a secret', async () => {
    await run({})
    const legs = legsOf(world)
    expect(collectDocuments(legs, world.secrets)).toHaveLength(7)
    const spoilt = legs.map(({ exchange, ...ends }) => ({
      ...ends,
      exchange: {
        ...exchange,
        request: { ...exchange.request, raw: exchange.request.raw.replace('********', world.secrets.buyer) },
      },
    }))
    expect(() => collectDocuments(spoilt, world.secrets)).toThrow(
      'holds a secret, expected ******** in its place',
    )
  })
})
