import { type MockCoupa, manualTime, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { readText, signIn } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let time: ReturnType<typeof manualTime>

const item = {
  source_part_num: 'SUITE-1',
  name: 'Acme Suite',
  unit_price: '49.90',
  currency: 'USD',
  uom: 'EA',
  unspsc_code: '43232701',
  realtime_item_key: 'key-1',
  image_url: 'https://pics.example/suite.png',
}

type Reply = { readonly status: number; readonly json: unknown }

/** What the supplier says of the item after it was found. */
function answer(detail: Reply | (() => Promise<Reply>), checkout: Reply = { status: 200, json: item }): void {
  supplier.openBuy = async operation => {
    if (operation === 'authentication') return { status: 200, json: { token: 't0ken' } }
    if (operation === 'search') return { status: 200, json: { count: 1, total_count: 1, results: [item] } }
    if (operation === 'checkout') return checkout
    return typeof detail === 'function' ? detail() : detail
  }
}

const ok = (more: object = {}): Reply => ({ status: 200, json: { ...item, ...more } })

beforeEach(async () => {
  time = manualTime(new Date('2026-03-02T09:00:00Z'))
  supplier = await startFakeSupplier()
  answer(ok())
  coupa = await startMockCoupa({
    port: 0,
    company: supplier.company(),
    clock: time.clock,
    timers: time.timers,
  })
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

/** Emma finds the item and puts it into her cart. */
async function added(quantity = '2') {
  const emma = coupa.person('emma')
  const { openBuy } = await emma.search('suite')
  return emma.addResult(openBuy[0]!, quantity)
}

const lineOf = (number: number) => coupa.requisition(number).lines[0]!

function checked(number: number) {
  return coupa.waitFor(() => {
    const line = lineOf(number)
    return line.realtime?.asyncStatus === 'pending' ? undefined : line
  })
}

describe('a result that goes straight into the cart', () => {
  it('is a line at once, with its realtime key, and the supplier is asked afterwards', async () => {
    const reply = Promise.withResolvers<Reply>()
    answer(() => reply.promise)
    const { number, lines } = await added()
    expect(lines[0]).toMatchObject({
      sourcePartNum: 'SUITE-1',
      quantity: '2',
      unitPrice: '49.90',
      total: '99.8',
      commodity: 'Software',
      imageUrl: 'https://pics.example/suite.png',
      supplier: { id: 1 },
      punchoutSite: { id: 1 },
      realtime: { realtimeItemKey: 'key-1', asyncStatus: 'pending', showErrorWarning: false },
    })
    expect(() => coupa.application.submit('emma', { requisition: number })).toThrow(
      'line 1: Brightstack Marketplace is still being asked about it',
    )
    reply.resolve(ok())
    await checked(number)
    const asked = coupa.documents({ kind: 'checkout' })
    expect(JSON.parse(asked[0]!.request.raw)).toEqual({
      realtime_item_key: 'key-1',
      source_part_num: 'SUITE-1',
      quantity: '2',
    })
    expect(coupa.application.submit('emma', { requisition: number }).status).toBe('pending_approval')
  })

  it('costs what the supplier says last, and the line tells of the difference', async () => {
    answer(ok({ unit_price: '49.90' }), ok({ unit_price: '55.00' }))
    const { number } = await added()
    expect(await checked(number)).toMatchObject({
      unitPrice: '55.00',
      total: '110',
      realtime: {
        asyncStatus: 'complete',
        showErrorWarning: true,
        translatedErrorMessage: 'Brightstack Marketplace changed the price from 49.90 to 55.00 USD',
      },
    })
    expect(coupa.requisition(number).total).toBe('110')
  })

  it.each(['supplier_aux_part_num', 'supp_aux_part_num'])('takes the reference of %s along', async name => {
    answer(ok(), ok({ [name]: 'offer-1' }))
    const { number } = await added()
    expect(await checked(number)).toMatchObject({ suppAuxPartNum: 'offer-1' })
  })

  it('is asked about again when its quantity changes, and is not submitted before', async () => {
    const { number } = await added()
    const { id } = await checked(number)
    const answered = Promise.withResolvers<Reply>()
    answer(() => answered.promise, ok({ unit_price: '45.00', supplier_aux_part_num: 'offer-2' }))
    coupa.application.saveCart('emma', { requisition: number, lines: [{ id, quantity: '5' }] })
    expect(() => coupa.application.submit('emma', { requisition: number })).toThrow('is still being asked')
    answered.resolve(ok())
    expect(await checked(number)).toMatchObject({
      quantity: '5',
      unitPrice: '45.00',
      total: '225',
      suppAuxPartNum: 'offer-2',
    })
  })

  it('counts an answer for the quantity that was asked about only', async () => {
    const first = Promise.withResolvers<Reply>()
    let asked = 0
    answer(async () => {
      asked += 1
      return asked === 1 ? first.promise : ok()
    })
    const { number } = await added()
    await expect.poll(() => asked).toBe(1)
    coupa.application.saveCart('emma', {
      requisition: number,
      lines: [{ id: lineOf(number).id, quantity: '7' }],
    })
    first.resolve(ok())
    await checked(number)
    const quantities = coupa
      .documents({ kind: 'checkout' })
      .map(({ request }) => JSON.parse(request.raw).quantity)
    expect(quantities.toSorted()).toEqual(['2', '7'])
  })

  it('is found among one’s own results only, at the price of the search', async () => {
    const { openBuy } = await coupa.person('emma').search('suite')
    const [result] = openBuy
    await expect(coupa.person('mark').addResult(result!)).rejects.toMatchObject({
      code: 'ERR_COUPA_NOT_FOUND',
    })
    await expect(
      coupa.person('emma').addResult({ ...result!, sourcePartNum: 'OTHER' }),
    ).rejects.toMatchObject({ code: 'ERR_COUPA_NOT_FOUND' })
    const { lines } = await coupa.person('emma').addResult({ ...result!, unitPrice: '0.01' })
    expect(lines[0]?.unitPrice).toBe('49.90')
  })

  it('is removed like any other line, and not asked about any more', async () => {
    const { number } = await added()
    await checked(number)
    coupa.application.removeLine('emma', { requisition: number, lineNum: 1 })
    expect(coupa.requisition(number).lines).toEqual([])
  })
})

describe('a line that the supplier does not take', () => {
  it.each<[string, Reply, Reply | undefined]>([
    ['has_more_options', ok({ has_more_options: true }), undefined],
    ['check_out_options_reqd', ok(), ok({ check_out_options_reqd: true })],
    ['out_of_stock', ok({ availability: 'out_of_stock' }), undefined],
    ['item_not_found', { status: 400, json: { error_code: 'item_not_found' } }, undefined],
    ['registration_error', { status: 400, json: { error_code: 'registration_error' } }, undefined],
    ['un_authorized', { status: 401, json: {} }, undefined],
    ['agent_failure', { status: 200, json: { unexpected: true } }, undefined],
    ['uom_not_available', ok({ uom: 'FURLONG' }), undefined],
    ['unknown', { status: 400, json: { error_code: 'something_new' } }, undefined],
  ])('carries Coupa’s %s, shows it and cannot be submitted', async (errorCode, detail, checkout) => {
    answer(detail, checkout)
    const { number } = await added()
    const { realtime } = await checked(number)
    expect(realtime).toMatchObject({ asyncStatus: 'failed', showErrorWarning: true, errorCode })
    expect(() => coupa.application.submit('emma', { requisition: number })).toThrow(
      `Requisition ${number} cannot be submitted: line 1: ${realtime?.translatedErrorMessage}`,
    )
    const emma = await signIn(coupa.url, 'emma')
    const { html } = await emma.get('/cart')
    expect(html).toContain(`data-error-code="${errorCode}"`)
    const hasOptions = errorCode === 'has_more_options' || errorCode === 'check_out_options_reqd'
    expect(readText(html).includes('Choose options at Brightstack Marketplace')).toBe(hasOptions)
    const refused = await emma.post(`/requisitions/${number}/submit`)
    expect(refused.status).toBe(422)
    expect(readText(refused.html)).toContain('The request was not submitted.')
  })

  it('shows what is offered instead', async () => {
    answer(
      ok({
        availability: 'out_of_stock',
        alternates: [{ ...item, source_part_num: 'SUITE-2', name: 'Suite 2' }],
      }),
    )
    const { number } = await added()
    expect((await checked(number)).realtime?.alternates).toMatchObject([
      { sourcePartNum: 'SUITE-2', description: 'Suite 2', quantity: '2', total: '99.8' },
    ])
    expect(readText((await (await signIn(coupa.url, 'emma')).get('/cart')).html)).toContain(
      'Offered instead: Suite 2',
    )
  })

  it.each(['service_error', 'timed_out'] as const)(
    'is asked about three times, a minute apart, after %s',
    async code => {
      let asked = 0
      answer(async () => {
        asked += 1
        return code === 'service_error' ? { status: 500, json: {} } : new Promise(() => {})
      })
      const { number } = await added()
      for (const attempt of [1, 2, 3]) {
        await expect.poll(() => asked).toBe(attempt)
        if (code === 'timed_out') time.advance(5_000)
        await coupa.waitFor(() => lineOf(number).realtime?.errorCode === code)
        const isLast = attempt === 3
        await coupa.waitFor(() => lineOf(number).realtime?.asyncStatus === (isLast ? 'failed' : 'pending'))
        await expect.poll(() => coupa.documents({ kind: 'detail' }).length).toBe(attempt)
        time.advance(60_000)
      }
      await new Promise(resolve => setTimeout(resolve, 20))
      expect(asked).toBe(3)
    },
  )
})
