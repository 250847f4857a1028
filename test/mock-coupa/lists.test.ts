import { type MockCoupa, manualTime, northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readText, signIn, type Visitor } from '../support/visitor.js'

let coupa: MockCoupa
let time: ReturnType<typeof manualTime>
let emma: Visitor
let ada: Visitor

const day = 24 * 60 * 60 * 1000

beforeEach(async () => {
  time = manualTime(new Date('2026-03-02T20:00:00Z'))
  coupa = await startMockCoupa({ port: 0, clock: time.clock, timers: time.timers })
  emma = await signIn(coupa.url, 'emma')
  ada = await signIn(coupa.url, 'ada')
})

afterEach(() => coupa.close())

async function submitted(login = 'emma', itemId = 1, quantity = '1'): Promise<number> {
  const { number } = await coupa.person(login).addItem({ itemId, quantity })
  await coupa.person(login).submit(number)
  return number
}

/** Numbers of the requests on a page, in its order. */
async function shown(visitor: Visitor, path: string): Promise<number[]> {
  const { html, status } = await visitor.get(path)
  expect(status).toBe(200)
  return [...html.matchAll(/<tr data-requisition="(\d+)"/g)].map(([, number]) => Number(number))
}

describe('a list', () => {
  it('has 25 rows a page, and links to the others', async () => {
    const numbers: number[] = []
    for (let count = 0; count < 27; count += 1) numbers.unshift(await submitted())
    expect(await shown(emma, '/requisitions')).toEqual(numbers.slice(0, 25))
    const { html } = await emma.get('/requisitions?text=laptop')
    expect(readText(html)).toContain('27 requests · page 1 of 2')
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(html) ?? []
    expect(await shown(emma, next.replaceAll('&amp;', '&'))).toEqual(numbers.slice(25))
    expect(await shown(emma, '/requisitions?page=99')).toEqual(numbers.slice(25))
    expect(await shown(emma, '/requisitions?page=x')).toEqual(numbers.slice(0, 25))
  })

  it('is narrowed by status, requester, supplier, day and text', async () => {
    const laptop = await submitted('emma', 1)
    time.advance(day)
    const chair = await submitted('mark', 7)
    await coupa.person('fiona').approve(chair)
    const all = [chair, laptop]
    expect(await shown(ada, '/requisitions')).toEqual(all)
    expect(await shown(ada, '/requisitions?status=pending_approval')).toEqual([laptop])
    expect(await shown(ada, '/requisitions?requester=mark')).toEqual([chair])
    expect(await shown(ada, '/requisitions?supplier=2')).toEqual(all)
    expect(await shown(ada, '/requisitions?supplier=1')).toEqual([])
    expect(await shown(ada, '/requisitions?text=LAPTOP')).toEqual([laptop])
    expect(await shown(ada, '/requisitions?text=HOS-CH07')).toEqual([chair])
    expect(await shown(ada, `/requisitions?text=${chair}`)).toEqual([chair])
    expect(await shown(ada, '/requisitions?text=%25')).toEqual([])
    expect(await shown(ada, '/requisitions?to=2026-03-02')).toEqual([laptop])
    expect(await shown(ada, '/requisitions?from=2026-03-03&to=2026-03-03')).toEqual([chair])
    expect(await shown(ada, '/requisitions?from=soon&sort=secrets')).toEqual(all)
  })

  it('counts days where the company’s offset counts', async () => {
    time.advance(8 * 60 * 60 * 1000 + 30 * 60 * 1000)
    const late = await submitted()
    expect(time.clock().toISOString()).toBe('2026-03-03T04:30:00.000Z')
    expect(await shown(emma, '/requisitions?to=2026-03-02')).toEqual([late])
    expect(await shown(emma, '/requisitions?from=2026-03-03')).toEqual([])
  })

  it('is ordered by a column, amounts by what they are worth', async () => {
    const dear = await submitted('emma', 1, '2')
    const cheap = await submitted('emma', 4)
    const middle = await submitted('emma', 1)
    expect(await shown(emma, '/requisitions?sort=total')).toEqual([cheap, middle, dear])
    expect(await shown(emma, '/requisitions?sort=-total')).toEqual([dear, middle, cheap])
    const { html } = await emma.get('/requisitions?sort=total&status=pending_approval')
    expect(html).toMatch(/<th[^>]*aria-sort="ascending"[^>]*><a href="[^"]*sort=-total/)
    expect(html).toContain('status=pending_approval&amp;sort=-total')
  })

  it('shows nobody more than may be seen', async () => {
    const marks = await submitted('mark')
    const own = await submitted('emma')
    expect(await shown(emma, '/requisitions?requester=mark')).toEqual([])
    expect(await shown(emma, '/requisitions')).toEqual([own])
    expect(await shown(ada, '/requisitions')).toEqual([own, marks])
    expect(await shown(ada, '/activity/requisitions')).toEqual([])
    expect((await emma.get('/requisitions.csv')).html).not.toContain(`${marks},`)
    expect((await emma.get('/requisitions')).html).not.toContain('name="requester"')
  })

  it('says so when nothing matches', async () => {
    await submitted()
    expect(readText((await emma.get('/requisitions?text=unicorn')).html)).toContain('No requests match')
    expect(readText((await emma.get('/orders')).html)).toContain('No orders yet')
  })
})

describe('an export', () => {
  it('has every row of all pages, as narrowed and ordered, without formulas', async () => {
    await coupa.company.update(company => {
      for (const item of company.items) if (item.id === 2) item.name = '=HYPERLINK("x"), "y"'
    })
    for (let count = 0; count < 26; count += 1) await submitted('emma', 2)
    await submitted('emma', 1)
    const answer = await emma.get('/requisitions.csv?text=HYPERLINK&sort=number')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="requests.csv"')
    const lines = answer.html.split('\r\n')
    expect(lines[0]).toBe(
      'Requisition,Title,Lines,Requester,Created,Submitted,Status,Waiting for,Total,Currency',
    )
    expect(lines).toHaveLength(1 + 26 + 1)
    expect(lines[1]).toContain(`,"'=HYPERLINK(""x""), ""y""",1,Emma Reyes,`)
    expect(lines[1]).toMatch(/,pending_approval,Mark Osei,429\.5,USD$/)
  })
})

describe('the orders', () => {
  it('have the same tools', async () => {
    const supplier = northwindInstruments().suppliers[1]?.name ?? ''
    const requisition = await submitted('emma', 7)
    await coupa.person('mark').approve(requisition)
    const { number } = await coupa.waitForOrder({ requisition })
    const orders = async (path: string) =>
      [...(await emma.get(path)).html.matchAll(/<tr data-purchase-order="(\d+)"/g)].map(([, found]) => found)
    for (const query of ['', '?status=issued', '?supplier=2', '?text=chair', '?sort=-issued']) {
      expect([query, await orders(`/orders${query}`)]).toEqual([query, [number]])
      expect([query, await orders(`/activity/orders${query}`)]).toEqual([query, [number]])
    }
    for (const query of ['?status=closed', '?supplier=1', '?text=laptop', '?from=2030-01-01']) {
      expect([query, await orders(`/orders${query}`)]).toEqual([query, []])
    }
    expect((await emma.get('/orders.csv')).html).toContain(
      `${number},${requisition},Office chair,${supplier},`,
    )
    expect((await emma.get('/activity/orders.csv')).html).toContain(`${number},${requisition}`)
  })
})

describe('Activity', () => {
  it('begins with the requisitions, and has no tab that there is not', async () => {
    expect(await emma.get('/activity')).toMatchObject({ status: 303, location: '/activity/requisitions' })
    const { html } = await emma.get('/activity/requisitions')
    expect(readText(html)).toContain('Requisitions Orders')
    expect((await emma.get('/activity/payments')).status).toBe(404)
    expect((await emma.get('/activity/constructor')).status).toBe(404)
  })
})
