import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type OrderXml, orderXml, returnedRequest } from '../../test/order-xml.js'
import { startTestSupplier, type TestSupplier } from '../../test/start-test-supplier.js'
import { type FileToAttach, serializeCxmlMessage } from '../cxml/serialize-cxml-message.js'
import type { SupplierOptions } from '../options.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import { memoryStore } from '../store/memory-store.js'
import { sqliteStore } from '../store/sqlite-store.js'

const folder = mkdtempSync(join(tmpdir(), 'punchloop-attachments-'))
afterAll(() => rmSync(folder, { recursive: true }))

const key = { buyerId: 'acme', orderID: 'PO-1' }
const file = (contentId: string, ...bytes: number[]): FileToAttach => ({
  contentId,
  contentType: 'application/pdf',
  fileName: `${contentId}.pdf`,
  bytes: Uint8Array.from(bytes.length === 0 ? [0x25, 0xff, 0x00, 0x0d, 0x0a] : bytes),
})

/** POSTs an order with files; the document refers to each in its header unless it says otherwise. */
async function postOrder(
  world: TestSupplier,
  request: PurchaseRequest,
  change: OrderXml,
  files: FileToAttach[],
) {
  const attached = files.map(({ contentId }) => contentId)
  const { contentType, body } = serializeCxmlMessage(
    orderXml(request, { ...(change.lines === undefined ? { attached } : {}), ...change }),
    files,
    { boundary: 'b0undary.1' },
  )
  return world.post(body, { 'Content-Type': contentType })
}

async function startOrdered(
  files: FileToAttach[],
  change: OrderXml = {},
  options: Partial<SupplierOptions> = {},
) {
  const world = startTestSupplier(options)
  const request = await returnedRequest(world)
  const answer = await postOrder(world, request, change, files)
  return { world, request, answer }
}

const stored = async (world: TestSupplier, query: { orderVersion?: number } = {}) =>
  (await world.supplier.attachments({ ...key, ...query })).map(
    ({ orderVersion, number, contentId, bytes }) => [orderVersion, number, contentId, [...bytes]],
  )

describe('the files that come with an order', () => {
  it.each([
    ['in memory', memoryStore],
    ['in SQLite', () => sqliteStore({ file: join(folder, 'one.sqlite') })],
  ])('are kept %s, byte for byte, with the order and the lines that they belong to', async (_, store) => {
    const terms = file('terms@b')
    const logo = { ...file('logo@b', 1, 2, 3), contentType: 'image/png' }
    const lines = [{ attached: ['logo@b'] }, { attached: ['logo@b'] }]
    const { world, answer } = await startOrdered(
      [terms, logo],
      { attached: ['terms@b'], lines },
      { store: store() },
    )
    expect(answer).toMatchObject({ code: '200', reason: 'The order was received and is being fulfilled.' })
    const described = [
      {
        orderVersion: 1,
        number: 1,
        contentId: 'terms@b',
        contentType: 'application/pdf',
        fileName: 'terms@b.pdf',
        size: 5,
        digest: createHash('sha256').update(terms.bytes).digest('hex'),
        lineNumbers: [],
      },
      {
        orderVersion: 1,
        number: 2,
        contentId: 'logo@b',
        contentType: 'image/png',
        fileName: 'logo@b.pdf',
        size: 3,
        digest: createHash('sha256').update(logo.bytes).digest('hex'),
        lineNumbers: [1, 2],
      },
    ]
    expect((await world.supplier.order(key))?.attachments).toEqual(described)
    expect(await world.supplier.attachments(key)).toEqual([
      { ...described[0], bytes: terms.bytes },
      { ...described[1], bytes: logo.bytes },
    ])
    expect(await world.supplier.attachments({ ...key, buyerId: 'globex' })).toEqual([])
  })

  it('are at hand when a line is fulfilled', async () => {
    const seen: number[][] = []
    const { world } = await startOrdered(
      [file('terms@b', 9)],
      {},
      {
        fulfil: async ({ order }) => {
          for (const { bytes } of await world.supplier.attachments(order)) seen.push([...bytes])
          return { reference: order.orderID }
        },
      },
    )
    await world.supplier.deliver()
    expect(seen).toEqual([[9], [9]])
  })

  it('are there after a restart', async () => {
    const options = () => ({ store: sqliteStore({ file: join(folder, 'restart.sqlite') }) })
    const first = options()
    await startOrdered([file('terms@b', 9)], {}, first)
    await first.store.close()
    expect(await stored(startTestSupplier(options()))).toEqual([[1, 1, 'terms@b', [9]]])
  })

  it('that are missing are told to the buyer and to the log, and the order stands', async () => {
    const world = startTestSupplier()
    const answer = await world.post(orderXml(await returnedRequest(world), { attached: ['gone@b'] }))
    expect(answer.code).toBe('200')
    expect(answer.reason).toBe(
      'The order was received and is being fulfilled. Attachment/URL names the Content-ID "gone@b", and no part of the message has it.',
    )
    expect(world.log).toContainEqual(
      expect.objectContaining({
        event: 'document answered',
        warning: expect.stringContaining('"gone@b", and no part'),
      }),
    )
    expect((await world.supplier.order(key))?.status).toBe('accepted')
  })

  it('that are missing under a name that XML cannot carry are told all the same', async () => {
    const world = startTestSupplier()
    const answer = await world.post(orderXml(await returnedRequest(world), { attached: ['%EF%BF%BE%00'] }))
    expect(answer).toMatchObject({ code: '200', reason: expect.stringContaining('"\\ufffe\\u0000"') })
  })

  it('that nothing refers to are kept all the same', async () => {
    const world = startTestSupplier()
    const xml = orderXml(await returnedRequest(world))
    const body = `--x\r\nContent-Type: text/xml\r\n\r\n${xml}\r\n--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x--`
    expect((await world.post(body, { 'Content-Type': 'multipart/related; boundary=x' })).code).toBe('200')
    expect(await stored(world)).toEqual([[1, 1, undefined, [...Buffer.from('hello')]]])
    expect(world.log).toContainEqual(
      expect.objectContaining({
        warning: 'A part of the message has no Content-ID, so nothing can refer to it.',
      }),
    )
  })

  it('are stored for nobody who is not let in, and with no order that is refused', async () => {
    const { world, answer } = await startOrdered([file('terms@b')], { secret: 'wrong' })
    expect(answer.code).toBe('401')
    expect(await stored(world)).toEqual([])
    const invalid = await startOrdered([file('terms@b')], { header: 'orderVersion="x"' })
    expect(invalid.answer.code).toBe('400')
    expect(await stored(invalid.world)).toEqual([])
  })

  it('count when a document comes again: the same files get the first answer, others are a conflict', async () => {
    const payloadID = 'same@b'
    const { world, request, answer } = await startOrdered([file('terms@b', 1)], { payloadID })
    const again = await postOrder(world, request, { payloadID }, [file('terms@b', 1)])
    expect(again.xml).toBe(answer.xml)
    const other = await postOrder(world, request, { payloadID }, [file('terms@b', 2)])
    expect(other.code).toBe('409')
    expect(await stored(world)).toEqual([[1, 1, 'terms@b', [1]]])
  })
})

describe('the files of an order that comes again under another payloadID', () => {
  it('with the same version and the same bytes changes nothing', async () => {
    const { world, request } = await startOrdered([file('terms@b', 1)])
    expect((await postOrder(world, request, {}, [file('renamed@b', 1)])).code).toBe('200')
    expect(await stored(world)).toEqual([[1, 1, 'terms@b', [1]]])
  })

  it('with the same version and other files is refused', async () => {
    const { world, request } = await startOrdered([file('terms@b', 1)])
    for (const files of [[file('terms@b', 2)], [], [file('terms@b', 1), file('more@b', 1)]]) {
      expect((await postOrder(world, request, {}, files)).code).toBe('409')
    }
    expect(await stored(world)).toEqual([[1, 1, 'terms@b', [1]]])
  })

  it('with a higher version takes the place of the first, which is kept', async () => {
    const { world, request } = await startOrdered([file('terms@b', 1)])
    const update = { header: 'type="update" orderVersion="2"' }
    expect((await postOrder(world, request, update, [file('a@b', 2), file('b@b', 3)])).code).toBe('200')
    const order = await world.supplier.order(key)
    expect(order?.attachments).toMatchObject([
      { orderVersion: 2, number: 1, contentId: 'a@b' },
      { orderVersion: 2, number: 2, contentId: 'b@b' },
    ])
    expect(await stored(world)).toEqual([
      [1, 1, 'terms@b', [1]],
      [2, 1, 'a@b', [2]],
      [2, 2, 'b@b', [3]],
    ])
    expect(await stored(world, { orderVersion: 1 })).toEqual([[1, 1, 'terms@b', [1]]])
    const bare = { header: 'type="update" orderVersion="3"' }
    expect((await postOrder(world, request, bare, [])).code).toBe('200')
    expect(await world.supplier.order(key)).not.toHaveProperty('attachments')
  })

  it('after it was fulfilled: the same files leave it so, others hold it', async () => {
    const { world, request } = await startOrdered([file('terms@b', 1)])
    await world.supplier.deliver()
    const update = (version: number) => ({ header: `type="update" orderVersion="${version}"` })
    await postOrder(world, request, update(2), [file('terms@b', 1)])
    expect(await world.supplier.order(key)).toMatchObject({ status: 'fulfilled', orderVersion: 2 })
    await postOrder(world, request, update(3), [file('terms@b', 2)])
    expect(await world.supplier.order(key)).toMatchObject({
      status: 'held',
      reason: 'The order was changed after it was fulfilled.',
      attachments: [{ orderVersion: 3 }],
    })
    expect((await stored(world)).map(([version]) => version)).toEqual([1, 2, 3])
  })

  it('as its cancellation stands behind what came before', async () => {
    const { world, request } = await startOrdered([file('terms@b', 1)])
    const late = { header: 'type="delete" orderVersion="1"' }
    expect((await postOrder(world, request, late, [file('letter@b', 2)])).code).toBe('200')
    expect((await postOrder(world, request, late, [file('again@b', 3)])).code).toBe('200')
    expect((await postOrder(world, request, late, [file('known@b', 2)])).code).toBe('200')
    expect(await world.supplier.order(key)).toMatchObject({ status: 'cancelled', attachments: [{}, {}, {}] })
    expect(await stored(world)).toEqual([
      [1, 1, 'terms@b', [1]],
      [1, 2, 'letter@b', [2]],
      [1, 3, 'again@b', [3]],
    ])
  })

  it('as a cancellation that came first is kept too', async () => {
    const { world } = await startOrdered([file('letter@b', 2)], { header: 'type="delete"' })
    expect((await world.supplier.order(key))?.status).toBe('cancelled')
    expect(await stored(world)).toEqual([[1, 1, 'letter@b', [2]]])
  })
})
