import { describe, expect, it } from 'vitest'
import { type LineXml, orderXml, returnedRequest } from '../../test/order-xml.js'
import { startTestSupplier } from '../../test/start-test-supplier.js'

const extrinsic = (name: string, value: string) => `<Extrinsic name="${name}">${value}</Extrinsic>`
const idReference = (domain: string, value: string) =>
  `<IdReference domain="${domain}" identifier="${value}"/>`

/** An order of somebody unknown, whose lines have lost our reference. */
async function orderBy(
  change: (id: string) => { readonly lines: readonly LineXml[]; readonly headerEnd?: string },
) {
  const world = startTestSupplier()
  const request = await returnedRequest(world)
  const { lines, headerEnd } = change(request.id)
  const lost = lines.map(line => ({ reference: '', ...line }))
  const answer = await world.post(
    orderXml(request, { lines: lost, ...(headerEnd === undefined ? {} : { headerEnd }) }),
  )
  expect(answer.code).toBe('200')
  const order = await world.supplier.order({ buyerId: 'acme', orderID: 'PO-1' })
  return { world, request, order }
}

describe('a line without our reference', () => {
  it.each([
    [
      'an Extrinsic of the line',
      (id: string) => ({
        lines: ['1', '00002'].map(item => ({
          extrinsics: extrinsic('EXT_QUOTE_ID', id) + extrinsic('EXT_QUOTE_ITEM', item),
        })),
      }),
    ],
    [
      'an IdReference of the line, and its part',
      (id: string) => ({ lines: [1, 2].map(() => ({ idReferences: idReference('ExtQuoteID', ` ${id} `) })) }),
    ],
    ['an Extrinsic of the order', (id: string) => ({ lines: [{}, {}], headerEnd: extrinsic('QuoteId', id) })],
  ])('is found by the quote in %s', async (_, change) => {
    const { request, order } = await orderBy(change)
    expect(order).toMatchObject({
      status: 'accepted',
      requestIds: [request.id],
      lines: [{ requested: { lineNumber: 1 } }, { requested: { lineNumber: 2 } }],
    })
  })

  it('is held against the line of the quote, as one with our reference is', async () => {
    const { order } = await orderBy(id => ({
      lines: [
        { price: '1.00', extrinsics: extrinsic('EXT_QUOTE_ID', id) + extrinsic('EXT_QUOTE_ITEM', '1') },
        { extrinsics: extrinsic('EXT_QUOTE_ID', id) },
      ],
    }))
    expect(order?.status).toBe('held')
    expect(order?.reason).toContain('Line 1: unit price 1.00 was ordered, 19.99 was offered.')
  })

  it('is not found by a quote that nobody gave, nor by that of another buyer', async () => {
    const { world, request, order } = await orderBy(() => ({
      lines: [{}, {}],
      headerEnd: extrinsic('EXT_QUOTE_ID', 'nobody-gave-it'),
    }))
    expect(order?.status).toBe('held')
    const foreign = orderXml(request, {
      identity: 'AN02',
      secret: 'globex-secret',
      lines: [{ reference: '' }, { reference: '' }],
      headerEnd: extrinsic('EXT_QUOTE_ID', request.id),
    })
    await world.post(foreign)
    expect(await world.supplier.order({ buyerId: 'globex', orderID: 'PO-1' })).toMatchObject({
      status: 'held',
      requestIds: [],
    })
  })
})
