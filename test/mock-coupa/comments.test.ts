import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '../support/visitor.js'

let coupa: MockCoupa

beforeEach(async () => {
  coupa = await startMockCoupa({ port: 0 })
})

afterEach(() => coupa.close())

/** Emma's request that waits for Mark. */
async function submitted(): Promise<number> {
  const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
  await coupa.person('emma').submit(number)
  return number
}

const onRequisition = (id: number) => ({ type: 'RequisitionHeader', id }) as const

async function heardBy(login: string): Promise<string[]> {
  return (await coupa.person(login).notifications()).map(({ kind, subject }) => `${kind}: ${subject}`)
}

describe('a comment', () => {
  it('is read by everybody who may see the document, and by nobody else', async () => {
    const on = onRequisition(await submitted())
    coupa.application.comment('emma', { on, comments: ' For the new colleague ' })
    expect(coupa.application.comments('mark', on)).toMatchObject([
      {
        comments: 'For the new colleague',
        author: { login: 'emma', fullName: 'Emma Reyes' },
        toSupplier: false,
      },
    ])
    expect(() => coupa.application.comments('fiona', on)).toThrow('There is no requisition')
    expect(() => coupa.application.comment('fiona', { on, comments: 'x' })).toThrow('There is no requisition')
  })

  it('tells the requester, and not whoever wrote it', async () => {
    const on = onRequisition(await submitted())
    coupa.application.comment('mark', { on, comments: 'Why this one?' })
    coupa.application.comment('emma', { on, comments: 'It is the quiet one' })
    expect(await heardBy('emma')).toEqual([`comment_added: Mark Osei commented on requisition ${on.id}`])
    expect(await heardBy('mark')).toHaveLength(1)
  })

  it.each(['@fiona, can you look?', 'Please @[User:3].'])(
    'tells whom %s mentions, who can see the document from then on',
    async text => {
      const on = onRequisition(await submitted())
      coupa.application.comment('emma', { on, comments: text })
      expect(await heardBy('fiona')).toEqual([
        `comment_mention: Emma Reyes mentioned you on requisition ${on.id}`,
      ])
      expect(coupa.mails().some(({ to }) => to === 'fiona.lund@northwind.example')).toBe(true)
      expect(coupa.application.requisition('fiona', on.id).number).toBe(on.id)
    },
  )

  it.each(['fiona@northwind.example', '@nobody', '@[User:99]', 'x@fiona'])(
    'mentions nobody with %s',
    async text => {
      const on = onRequisition(await submitted())
      coupa.application.comment('emma', { on, comments: text })
      expect(await heardBy('fiona')).toEqual([])
    },
  )

  it.each(['', ' \n ', 'x'.repeat(10_001)])('is not taken when it is empty or too long', async comments => {
    const on = onRequisition(await submitted())
    expect(() => coupa.application.comment('emma', { on, comments })).toThrow('The comment must not be')
    expect(coupa.application.comments('emma', on)).toEqual([])
  })

  it('on an order tells the requester', async () => {
    const requisition = await submitted()
    await coupa.person('mark').approve(requisition)
    const { number } = await coupa.waitForOrder({ requisition })
    coupa.application.comment('mark', {
      on: { type: 'OrderHeader', id: Number(number) },
      comments: 'It is on its way',
    })
    expect((await coupa.person('emma').notifications())[0]).toMatchObject({
      kind: 'comment_added',
      purchaseOrder: number,
      body: 'It is on its way',
    })
  })
})

describe('an attachment', () => {
  it('comes back byte for byte, for whoever may see the document', async () => {
    const on = onRequisition(await submitted())
    const bytes = new Uint8Array([0, 255, 1, 254, 10, 13])
    const content = {
      type: 'file',
      fileName: 'C:\\offers\\quote.pdf',
      contentType: 'application/pdf',
      bytes,
    } as const
    const { id } = coupa.application.attach('emma', { on, content })
    expect(coupa.application.attachments('mark', on)).toMatchObject([
      { id, type: 'file', fileName: 'quote.pdf', size: 6, intent: 'internal', author: { login: 'emma' } },
    ])
    expect(Buffer.from(coupa.application.attachedFile('mark', id).bytes)).toEqual(Buffer.from(bytes))
    expect(() => coupa.application.attachedFile('fiona', id)).toThrow('There is no requisition')
  })

  it.each([
    [{ type: 'url', url: 'javascript:alert(1)' }, 'the url must be a web address'],
    [{ type: 'text', text: ' ' }, 'the text must not be empty'],
    [
      { type: 'file', fileName: 'a', contentType: 'a/b', bytes: new Uint8Array() },
      'the file must not be empty',
    ],
    [
      { type: 'file', fileName: 'a', contentType: 'a/b', bytes: new Uint8Array(5 * 1024 * 1024 + 1) },
      'the file must not be larger than 5242880 bytes',
    ],
  ] as const)('is refused for %o', async (content, message) => {
    const on = onRequisition(await submitted())
    expect(() => coupa.application.attach('emma', { on, content })).toThrow(message)
  })
})

describe('the page of a document', () => {
  it('takes a comment and shows it as text', async () => {
    const number = await submitted()
    const mark = await signIn(coupa.url, 'mark')
    const path = `/requisitions/${number}`
    const answer = await mark.post(`${path}/comments`, { comments: 'Is <b>one</b> enough?' })
    expect(answer).toMatchObject({ status: 303, location: `${path}?notice=commented` })
    const { html } = await mark.get(path)
    expect(html).toContain('Is &lt;b&gt;one&lt;/b&gt; enough?')
    const fiona = await signIn(coupa.url, 'fiona')
    expect((await fiona.post(`${path}/comments`, { comments: 'x' })).status).toBe(404)
    expect((await mark.post(`${path}/comments`, { comments: ' ' })).status).toBe(422)
  })

  it('takes a file, and gives it back as a download that no browser runs', async () => {
    const number = await submitted()
    const emma = await signIn(coupa.url, 'emma')
    const file = new File(['<script>alert(1)</script>'], 'quote ü.html', { type: 'text/html' })
    const answer = await emma.upload(`/requisitions/${number}/attachments`, { intent: 'external' }, file)
    expect(answer).toMatchObject({ status: 303, location: `/requisitions/${number}?notice=attached` })
    const page = await emma.get(`/requisitions/${number}`)
    expect(page.html).toContain('quote ü.html')
    const [, path = ''] = /href="(\/attachments\/\d+)"/.exec(page.html) ?? []
    const download = await emma.get(path)
    expect(download.html).toBe('<script>alert(1)</script>')
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename=/)
    expect(download.headers.get('x-content-type-options')).toBe('nosniff')
    expect(download.headers.get('content-security-policy')).toContain('sandbox')
    expect((await (await signIn(coupa.url, 'fiona')).get(path)).status).toBe(404)
  })

  it('takes no file that is too large, or that comes without the token', async () => {
    const number = await submitted()
    const emma = await signIn(coupa.url, 'emma')
    const path = `/requisitions/${number}/attachments`
    const large = new File([new Uint8Array(5 * 1024 * 1024 + 70_000)], 'large.bin')
    expect((await emma.upload(path, {}, large)).status).toBe(413)
    const small = new File(['x'], 'small.txt')
    expect((await emma.upload(path, { csrf: 'wrong' }, small)).status).toBe(403)
    expect((await emma.upload(path, {}, new File([], ''))).status).toBe(422)
    expect((await emma.postRaw(path, { csrf: await emma.csrf() })).status).toBe(422)
    expect(coupa.requisition(number).attachments).toEqual([])
  })
})
