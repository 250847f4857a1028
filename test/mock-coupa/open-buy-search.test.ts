import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { readText, signIn, type Visitor } from '../support/visitor.js'

let fast: FakeSupplier
let slow: FakeSupplier
let coupa: MockCoupa
let emma: Visitor

beforeEach(async () => {
  fast = await startFakeSupplier()
  slow = await startFakeSupplier()
  const company = fast.company()
  const [site] = company.punchoutSites
  company.suppliers.push({ id: 3, name: 'Slow Ltd', active: true, poMethod: 'mark_as_sent' })
  company.punchoutSites.push({
    ...site!,
    id: 2,
    name: 'Slow Shop',
    supplier: 3,
    tags: ['slowness'],
    openBuy: { ...site!.openBuy, url: `${slow.url}/open-buy`, timeoutMs: 60_000 },
  })
  coupa = await startMockCoupa({ port: 0, company })
  emma = await signIn(coupa.url, 'emma')
})

afterEach(async () => {
  await coupa.close()
  await fast.close()
  await slow.close()
})

interface Product {
  readonly part: string
  readonly price?: string
  readonly unspsc?: string
}

/** A catalogue of pages; `gate` is awaited before each search is answered. */
function sells(
  supplier: FakeSupplier,
  pages: readonly (readonly Product[])[],
  gate = async () => {},
): number[] {
  const asked: number[] = []
  supplier.openBuy = async (operation, body) => {
    if (operation === 'authentication') return { status: 200, json: { token: 't' } }
    const number = Number(body.page_number)
    asked.push(number)
    await gate()
    const results = (pages[number - 1] ?? []).map(({ part, price = '10.00', unspsc }) => ({
      source_part_num: part,
      name: `Thing ${part}`,
      unit_price: price,
      currency: 'USD',
      uom: 'EA',
      unspsc_code: unspsc,
    }))
    const total = pages.reduce((sum, page) => sum + page.length, 0)
    return { status: 200, json: { count: results.length, total_count: total, results } }
  }
  return asked
}

const parts = (html: string) => [...html.matchAll(/data-source-part-num="([^"]*)"/g)].map(([, part]) => part)

const search = (query: Record<string, string>) => emma.get(`/search?${new URLSearchParams(query)}`)

describe('a slow supplier', () => {
  it('keeps nobody waiting: the page shows the others, and renews itself when it has answered', async () => {
    let open: () => void = () => {}
    sells(fast, [[{ part: 'F-1' }]])
    sells(
      slow,
      [[{ part: 'S-1' }]],
      () =>
        new Promise(resolve => {
          open = resolve
        }),
    )
    const began = performance.now()
    const { html } = await search({ q: 'thing' })
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(parts(html)).toEqual(['F-1'])
    expect(readText(html)).toContain('Still waiting for Slow Shop.')
    const again = /data-at="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(again).toMatch(/^\/search\?q=thing&search=\d+$/)
    // Without scripts the same address is loaded after two seconds.
    expect(html).toContain('http-equiv="refresh" content="2;url=/search?q=thing&amp;search=')
    const live = /data-live="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const version = async () => JSON.parse((await emma.get(live)).html).version
    expect(html).toContain(`data-version="${await version()}"`)
    open()
    await expect.poll(version).toBe('complete')
    const renewed = await emma.get(again)
    expect(parts(renewed.html)).toEqual(['F-1', 'S-1'])
    expect(renewed.html).not.toContain('data-live=')
    // Looking again asks nobody again.
    expect(coupa.documents({ kind: 'search' })).toHaveLength(2)
  })

  it('has its own time, after which the page says so and links to its shop', async () => {
    await coupa.company.update(company => {
      company.punchoutSites[1]!.openBuy.timeoutMs = 100
    })
    sells(fast, [[{ part: 'F-1' }]])
    sells(slow, [], () => new Promise(() => {}))
    const { html } = await search({ q: 'thing' })
    expect(html).toContain('data-error-code="timed_out"')
    expect(readText(html)).toContain('Slow Shop did not answer in time')
    expect(parts(html)).toEqual(['F-1'])
  })

  it('does not keep the mock from stopping', async () => {
    sells(fast, [[]])
    sells(slow, [], () => new Promise(() => {}))
    await search({ q: 'thing' })
    const began = performance.now()
    await coupa.close()
    expect(performance.now() - began).toBeLessThan(1_500)
    coupa = await startMockCoupa({ port: 0, company: fast.company() })
  })
})

describe('results of several suppliers', () => {
  it('are merged: sites whose tags were typed, then own items, then the others in turns', async () => {
    sells(fast, [[{ part: 'F-1' }, { part: 'F-2' }, { part: 'F-3' }]])
    sells(slow, [[{ part: 'S-1' }]])
    const { html } = await search({ q: 'monitor' })
    const order = [...html.matchAll(/data-(?:source-part-num|item)="([^"]*)"/g)].map(([, key]) => key)
    expect(order).toEqual(['2', 'F-1', 'S-1', 'F-2', 'F-3'])
    await coupa.company.update(company => {
      company.punchoutSites[1]!.tags = ['monitor']
    })
    const tagged = await search({ q: 'monitor' })
    expect(
      [...tagged.html.matchAll(/data-(?:source-part-num|item)="([^"]*)"/g)].map(([, key]) => key),
    ).toEqual(['S-1', '2', 'F-1', 'F-2', 'F-3'])
  })

  it('are narrowed by supplier, commodity and price, each with its count', async () => {
    sells(fast, [
      [
        { part: 'F-1', price: '20.00', unspsc: '43232701' },
        { part: 'F-2', price: '300.00', unspsc: '81162000' },
      ],
    ])
    sells(slow, [[{ part: 'S-1', price: '25.00', unspsc: '43232701' }]])
    const { html } = await search({ q: 'thing' })
    expect(readText(html)).toContain('Supplier Brightstack Inc 2 Slow Ltd 1')
    expect(readText(html)).toContain('Commodity Cloud services 1 Software 2')
    expect(readText(html)).toContain('Price Under 50 2 200 to 1000 1')
    const [, number = ''] = /search=(\d+)/.exec(html) ?? []
    const software = await search({ q: 'thing', search: number, commodity: 'Software' })
    expect(parts(software.html)).toEqual(['F-1', 'S-1'])
    // The other facets count what is left, and their own choices stay to be chosen.
    expect(readText(software.html)).toContain('Supplier Brightstack Inc 1 Slow Ltd 1')
    expect(readText(software.html)).toContain('Commodity Cloud services 1 Software 2 Any Commodity')
    const both = await search({
      q: 'thing',
      search: number,
      commodity: 'Software',
      supplier: '3',
      price: '-50',
    })
    expect(parts(both.html)).toEqual(['S-1'])
    expect(coupa.documents({ kind: 'search' })).toHaveLength(2)
  })

  it('come page by page, and only those are asked that have more', async () => {
    const asked = sells(fast, [[{ part: 'F-1' }, { part: 'F-2' }], [{ part: 'F-3' }]])
    const askedSlow = sells(slow, [[{ part: 'S-1' }]])
    const first = await search({ q: 'thing' })
    expect(readText(first.html)).toContain('4 products')
    expect(readText(first.html)).toContain('Page 1 of 2')
    const next = /rel="next" href="([^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await emma.get(next)
    expect(parts(second.html)).toEqual(['F-3'])
    expect(second.html).toContain('rel="prev"')
    expect(second.html).not.toContain('rel="next"')
    expect([asked, askedSlow]).toEqual([[1, 2], [1]])
  })

  it('are shown to whoever searched and to nobody else', async () => {
    sells(fast, [[{ part: 'F-1' }]])
    sells(slow, [[]])
    const [, number = ''] = /trace\/search-(\d+)/.exec((await search({ q: 'thing' })).html) ?? []
    const mark = await signIn(coupa.url, 'mark')
    expect((await mark.get(`/search?q=thing&search=${number}`)).status).toBe(404)
  })

  it('go into the cart from the page, unless they have options', async () => {
    sells(fast, [[{ part: 'F-1' }]])
    sells(slow, [[]])
    const { html } = await search({ q: 'thing' })
    expect(html).toContain('action="/cart/open-buy-items"')
    const [, number = ''] = /name="search" value="(\d+)"/.exec(html) ?? []
    const answer = await emma.post('/cart/open-buy-items', {
      search: number,
      site: '1',
      item: 'F-1',
      quantity: '3',
    })
    expect(answer.location).toBe('/cart?notice=item-added')
    const { lines } = (await coupa.person('emma').cart())!
    expect(lines).toMatchObject([{ sourcePartNum: 'F-1', quantity: '3', total: '30' }])
    fast.openBuy = async operation => ({
      status: 200,
      json:
        operation === 'authentication'
          ? { token: 't' }
          : {
              count: 1,
              total_count: 1,
              results: [
                {
                  source_part_num: 'O',
                  name: 'O',
                  unit_price: '1',
                  currency: 'USD',
                  uom: 'EA',
                  has_more_options: true,
                },
              ],
            },
    })
    expect((await search({ q: 'thing' })).html).not.toContain('action="/cart/open-buy-items"')
  })
})

describe('a request in own words', () => {
  it('stands behind the pen, and goes into the cart', async () => {
    expect((await emma.get('/')).html).toContain('href="/requests/new"')
    expect((await emma.get('/requests/new')).status).toBe(200)
    const fields = {
      description: 'A whiteboard',
      quantity: '2',
      unitPrice: '120.50',
      supplier: '2',
      commodity: 'Office furniture',
      uom: 'EA',
    }
    expect((await emma.post('/requests/new', fields)).location).toBe('/cart?notice=item-added')
    expect((await coupa.person('emma').cart())?.lines).toMatchObject([
      {
        description: 'A whiteboard',
        sourceType: 'Non-Catalog Request',
        quantity: '2',
        unitPrice: '120.50',
        total: '241',
        commodity: 'Office furniture',
        supplier: { id: 2, name: 'Harbour Office Supply' },
      },
    ])
  })

  it.each([
    ['description', '', 'Description can'],
    ['quantity', 'many', 'must be a number above 0'],
    ['unitPrice', '-1', 'must be an amount'],
  ])('is refused where %s is “%s”, and shown again', async (name, value, words) => {
    const fields = { description: 'A whiteboard', quantity: '2', unitPrice: '1', [name]: value }
    const answer = await emma.post('/requests/new', fields)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(words)
    expect(await coupa.person('emma').cart()).toBeUndefined()
  })
})
