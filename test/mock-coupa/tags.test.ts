import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestClient, restClient } from '../support/rest-client.js'

let coupa: MockCoupa
let api: RestClient

beforeAll(async () => {
  coupa = await startMockCoupa({ port: 0 })
  api = await restClient(coupa)
})
afterAll(() => coupa.close())

const line = { description: 'Bench', 'unit-price': '10', supplier: { id: 1 } }

describe('tags', () => {
  it('stand on a requisition and its lines, as tags and as taggings, and are found by', async () => {
    const { json } = await api.json('POST', 'requisitions', {
      tags: [{ name: 'launch' }, 'urgent'],
      'requisition-lines': [
        line,
        { ...line, taggings: [{ tag: { name: 'heavy' }, description: 'by crane' }] },
      ],
    })
    expect(json).toMatchObject({
      tags: [{ name: 'launch' }, { name: 'urgent' }],
      taggings: [
        { 'taggable-type': 'RequisitionHeader', 'taggable-id': json.id, tag: { name: 'launch' } },
        { tag: { name: 'urgent' } },
      ],
      'requisition-lines': [
        { tags: [] },
        { tags: [{ name: 'heavy' }], taggings: [{ description: 'by crane', tag: { name: 'heavy' } }] },
      ],
    })
    const found = async (query: string) =>
      (await api.json('GET', `requisitions?${query}&fields=["id"]`)).json.map(({ id }: { id: number }) => id)
    expect(await found('tags[name]=launch')).toEqual([json.id])
    expect(await found('requisition-lines[tags][name][starts_with]=hea')).toEqual([json.id])
    expect(await found('tags[name]=heavy')).toEqual([])
  })

  it('are one word each, wherever they stand; a list that is given takes the place of the one before', async () => {
    const first = await api.json('POST', 'requisitions', { tags: ['alpha', 'alpha', 'beta'] })
    const second = await api.json('POST', 'requisitions', { tags: [{ id: first.json.tags[0].id }] })
    expect(second.json.tags).toMatchObject([{ id: first.json.tags[0].id, name: 'alpha' }])
    const path = `requisitions/${first.json.id}`
    expect((await api.json('PUT', path, { justification: 'Why not' })).json.tags).toHaveLength(2)
    expect((await api.json('PUT', path, { tags: ['beta', 'gamma'] })).json.tags).toMatchObject([
      { name: 'beta' },
      { name: 'gamma' },
    ])
    expect((await api.json('PUT', path, { tags: [] })).json.tags).toEqual([])
    expect((await api.json('PUT', path, { tags: [{ name: ' ' }] })).json).toEqual({
      errors: { requisition_header: ["Name of a tag can't be blank"] },
    })
  })

  it('stand on invoices, in XML, too', async () => {
    const invoice = await api.xml(
      'POST',
      'invoices',
      `<invoice-header><invoice-number>T-1</invoice-number><invoice-date>2026-03-02</invoice-date>
        <supplier><id>1</id></supplier><tags type="array"><tag><name>rush</name></tag></tags></invoice-header>`,
    )
    expect(invoice.text).toMatch(/<tags type="array"><tag>.*<name>rush<\/name>.*<\/tag><\/tags>/)
    expect((await api.json('GET', 'invoices?taggings[tag][name]=rush')).json).toHaveLength(1)
  })
})

it('brings whom a body names as approver into the chain', async () => {
  const { json } = await api.json('POST', 'requisitions', {
    requester: { login: 'emma' },
    approver: { login: 'fiona' },
    'requisition-lines': [line],
  })
  const submitted = await api.json('PUT', `requisitions/${json.id}/submit_for_approval`)
  expect(submitted.json.approvals).toMatchObject([
    { approver: { login: 'mark' } },
    { approver: { login: 'fiona' } },
  ])
})
