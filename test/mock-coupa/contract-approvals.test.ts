import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApprovalWorld, startApprovals } from '../support/approvals.js'
import { type RestClient, restClient } from '../support/rest-client.js'
import { readText, signIn } from '../support/visitor.js'

let world: ApprovalWorld
let api: RestClient

beforeEach(async () => {
  world = await startApprovals(company => {
    company.approvalRules = [
      ...company.approvalRules.filter(({ documentType }) => documentType !== 'contract'),
      {
        id: 31,
        name: 'Managers',
        kind: 'management_hierarchy',
        documentType: 'contract',
        priority: 50,
        approvers: [],
        active: true,
      },
    ]
    for (const person of company.people) {
      if (person.login === 'mark') person.contractApprovalLimit = '1000'
      if (person.login === 'fiona') Object.assign(person, { contractApprovalLimit: '100000' })
      if (person.login === 'emma') person.contractSelfApprovalLimit = '10'
    }
  })
  api = await restClient(world.coupa)
})
afterEach(() => world.coupa.close())

let written = 0

/** A draft of Emma's. Its id. */
async function draft(more: object = {}): Promise<number> {
  written += 1
  const { json, status } = await api.json('POST', 'contracts', {
    name: `Frame ${written}`,
    number: `C-${written}`,
    supplier: { id: 2 },
    'maximum-value': '5000',
    'contract-owner': { login: 'emma' },
    ...more,
  })
  expect(status).toBe(201)
  return json.id
}

const contract = async (id: number) => (await api.json('GET', `contracts/${id}`)).json
const put = (path: string, body?: unknown) => api.json('PUT', `contracts/${path}`, body)
const logins = (shown: { approvals: { approver: { login: string } }[] }) =>
  shown.approvals.map(({ approver }) => approver.login)

describe('a contract that is submitted', () => {
  it('goes up the hierarchy by contract approval limits, and is published by the last approval', async () => {
    const id = await draft()
    const submitted = await put(`${id}/submit_for_approval`)
    expect(submitted.json).toMatchObject({
      status: 'pending_approval',
      submitter: { login: 'ada' },
      'current-approval': { approver: { login: 'mark' }, 'approvable-type': 'Contract', 'approvable-id': id },
    })
    expect(logins(submitted.json)).toEqual(['mark', 'fiona'])
    expect(await world.coupa.person('mark').toDo()).toMatchObject([
      { approvable: { type: 'Contract', id, total: '5000', requestedBy: { login: 'emma' } } },
    ])
    await world.coupa.person('mark').approveContract(id)
    expect((await contract(id)).status).toBe('pending_approval')
    await world.coupa.person('fiona').approveContract(id, 'Good price')
    expect(await contract(id)).toMatchObject({
      status: 'published',
      'published-date': '2026-03-02T01:00:00-08:00',
      version: 1,
    })
    expect(await world.coupa.person('emma').notifications()).toContainEqual(
      expect.objectContaining({ kind: 'document_approved', contract: id }),
    )
  })

  it('is published at once within the owner’s self-approval limit', async () => {
    const id = await draft({ 'maximum-value': '10' })
    expect((await put(`${id}/submit_for_approval`)).json).toMatchObject({
      status: 'published',
      approvals: [],
    })
  })

  it('cannot be, where the hierarchy ends too low', async () => {
    const id = await draft({ 'maximum-value': '100000.01' })
    const refused = await put(`${id}/submit_for_approval`)
    expect(refused.text).toContain('whose contract approval limit is 100000')
    expect((await contract(id)).status).toBe('draft')
  })

  it('is rejected with a reason, changed, and submitted again in a new round', async () => {
    const id = await draft({ 'maximum-value': '900' })
    await put(`${id}/submit_for_approval`)
    expect((await put(id.toString(), { 'maximum-value': '800' })).status).toBe(400)
    await world.coupa.person('mark').rejectContract(id, 'Too long')
    expect(await contract(id)).toMatchObject({ status: 'rejected', 'reject-reason': 'Too long' })
    await put(id.toString(), { 'maximum-value': '800' })
    expect((await put(`${id}/submit_for_approval`)).json).toMatchObject({
      status: 'pending_approval',
      'reject-reason': null,
      approvals: [{ status: 'pending_approval' }],
    })
  })

  it('is decided by a buyer where the company has no chains for contracts', async () => {
    await world.coupa.company.update(company => {
      company.approvalRules = company.approvalRules.filter(({ id }) => id !== 31)
    })
    const id = await draft()
    await put(`${id}/submit_for_approval`)
    expect(await world.coupa.person('ada').toDo()).toMatchObject([{ rule: 'Buyer' }])
    const own = await draft({ 'contract-owner': { login: 'ada' } })
    expect((await put(`${own}/submit_for_approval`)).json.status).toBe('published')
  })

  it('takes other approvers in, before and after, and lets go of them', async () => {
    const id = await draft({ 'maximum-value': '900' })
    await put(`${id}/add_approver?place=at_end`, { approver: { login: 'fiona' } })
    const submitted = (await put(`${id}/submit_for_approval`)).json
    expect(logins(submitted)).toEqual(['mark', 'fiona'])
    await put(`${id}/add_approver?approver_login=ada`)
    expect(logins(await contract(id))).toEqual(['mark', 'ada', 'fiona'])
    const [, added] = (await contract(id)).approvals
    await put(`${id}/remove_approval`, { approval: { id: added.id } })
    expect(logins(await contract(id))).toEqual(['mark', 'fiona'])
    expect((await put(`${id}/remove_approval?approval_id=99`)).status).toBe(400)
  })
})

describe('a contract by its other actions', () => {
  it('is published, changed while it is, and completed, without asking anybody', async () => {
    const id = await draft()
    expect((await put(`${id}/update_published`, { description: 'x' })).status).toBe(400)
    const published = await api.json('POST', `contracts/${id}/create_published`, { description: 'As agreed' })
    expect(published.json).toMatchObject({ status: 'published', description: 'As agreed', approvals: [] })
    expect((await put(id.toString(), { description: 'Not so' })).text).toContain('update_published')
    expect((await put(`${id}/update_published`, { description: 'Amended' })).json).toMatchObject({
      version: 2,
      description: 'Amended',
      status: 'published',
    })
    expect((await put(`${id}/complete`)).json.status).toBe('completed')
    expect((await put(`${id}/complete`)).status).toBe(400)
  })

  it('is created as published, and never as anything that only an action leads to', async () => {
    const id = await draft({ status: 'published' })
    expect((await contract(id)).status).toBe('published')
    const { status, text } = await api.json('POST', 'contracts', {
      name: 'Other',
      number: 'C-other',
      supplier: { id: 2 },
      status: 'completed',
    })
    expect(status).toBe(400)
    expect(text).toContain('draft or published')
    expect((await put(id.toString(), { status: 'completed' })).status).toBe(400)
  })

  it('is checked out by one, whom the others wait for', async () => {
    await world.coupa.company.update(company => {
      company.apiKeys = [{ name: 'Emma', key: 'marker-key', login: 'emma' }]
    })
    const emmas = async (path: string, body?: object) => {
      const response = await fetch(`${world.coupa.url}/api/contracts/${path}`, {
        method: 'PUT',
        headers: {
          'x-coupa-api-key': 'marker-key',
          accept: 'application/json',
          'content-type': 'application/json',
        },
        body: JSON.stringify(body ?? {}),
      })
      return { status: response.status, text: await response.text() }
    }
    const id = await draft()
    const { json } = await put(`${id}/check_out`)
    expect(json['locked-by-user-id']).toBe(json['created-by'].id)
    const refused = await emmas(id.toString(), { description: 'Mine' })
    expect(refused.text).toContain('checked out by ada')
    expect((await emmas(`${id}/check_in`)).status).toBe(400)
    expect((await put(`${id}/check_in`)).json['locked-by-user-id']).toBeNull()
    expect((await emmas(id.toString(), { description: 'Mine' })).status).toBe(200)
    expect((await put(`${id}/check_in`)).text).toContain('nobody has checked it out')
  })

  it('expires with its end date', async () => {
    const id = await draft({ status: 'published', 'end-date': '2026-03-02T11:00:00Z' })
    world.time.advance(2 * 3_600_000)
    await world.coupa.waitFor(() => world.coupa.application.contract('ada', id).status === 'expired')
    expect((await contract(id)).status).toBe('expired')
  })
})

describe('the pages of contracts', () => {
  it('show the chain before and after, and let owner and approvers do their part', async () => {
    const id = await draft({ 'maximum-value': '900' })
    const emma = await signIn(world.coupa.url, 'emma')
    const mark = await signIn(world.coupa.url, 'mark')
    expect(readText((await emma.get('/contracts')).html)).toContain(`Frame ${written}`)
    expect((await emma.get('/contracts.csv')).html).toContain(`C-${written},Frame ${written}`)
    expect((await mark.get(`/contracts/${id}`)).status).toBe(404)
    const preview = await emma.get(`/contracts/${id}`)
    expect(preview.html).toContain('data-approver="mark" data-status="not_asked"')
    expect((await emma.post(`/contracts/${id}/submit`)).status).toBe(303)
    expect(readText((await mark.get('/')).html)).toContain(`Approve contract C-${written}`)
    expect((await mark.post(`/contracts/${id}/reject`, { comment: '' })).status).toBe(422)
    await mark.post(`/contracts/${id}/approve`)
    expect(readText((await emma.get(`/contracts/${id}`)).html)).toContain('Published')
    expect((await mark.post(`/contracts/${id}/complete`)).status).toBe(403)
    expect((await emma.post(`/contracts/${id}/complete`)).status).toBe(303)
  })
})
