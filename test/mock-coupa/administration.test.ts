import { type MockCoupa, northwindInstruments, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let coupa: MockCoupa

beforeEach(async () => {
  coupa = await startMockCoupa({ port: 0, company: northwindInstruments({ sharedSecret: 'marker-secret' }) })
})

afterEach(() => coupa.close())

const application = () => coupa.application

describe('the administrator', () => {
  it('alone sees the configuration, and never a secret', () => {
    expect(() => application().configuration('emma')).toThrow('Only an administrator may do this')
    expect(JSON.stringify(application().configuration('ada'))).not.toContain('marker-secret')
  })

  it('adds a person who can shop and be approved', async () => {
    const emma = application().user('emma')
    await application().savePerson('ada', {
      ...emma,
      login: 'noor',
      firstName: 'Noor',
      email: 'noor@northwind.example',
    })
    const { number } = await coupa.person('noor').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('noor').submit(number)
    expect(await coupa.person('mark').toDo()).toHaveLength(1)
  })

  it('is told which fields are wrong', async () => {
    const emma = application().user('emma')
    const saved = application().savePerson('ada', {
      ...emma,
      email: 'nowhere',
      manager: 'nobody',
      approvalLimit: '1,000',
    })
    await expect(saved).rejects.toMatchObject({
      code: 'ERR_COUPA_INVALID',
      fields: [
        { field: 'email', message: 'must be an e-mail address' },
        { field: 'approvalLimit', message: 'must be an amount such as 5000 or 5000.00' },
        { field: 'manager', message: 'must be the login of an active person; found "nobody"' },
      ],
    })
    expect(application().user('emma').email).toBe('emma.reyes@northwind.example')
  })

  it('cannot make people managers of each other', async () => {
    const fiona = application().user('fiona')
    await expect(application().savePerson('ada', { ...fiona, manager: 'emma' })).rejects.toThrow(
      'above and below',
    )
  })

  it('cannot remove somebody who is still needed, nor herself', async () => {
    await expect(application().removePerson('ada', 'mark')).rejects.toMatchObject({
      code: 'ERR_COUPA_INVALID',
    })
    await expect(application().removePerson('ada', 'ada')).rejects.toThrow('You cannot remove yourself')
    await application().removePerson('ada', 'emma')
    expect(() => application().user('emma')).toThrow('Nobody with the login "emma"')
  })

  it('changes a site without retyping its secret', async () => {
    const [site] = application().configuration('ada').punchoutSites
    const saved = await application().savePunchoutSite('ada', { ...site!, name: 'Software' })
    expect(saved).toMatchObject({ id: 1, name: 'Software', secret: '' })
    expect(coupa.company.current.punchoutSites[0]).toMatchObject({
      name: 'Software',
      secret: 'marker-secret',
    })
    expect(application().home('emma').tiles).toMatchObject([{ siteId: 1, name: 'Software', openBuy: true }])
  })

  it('is told what a site lacks', async () => {
    const { id: _id, ...site } = application().configuration('ada').punchoutSites[0]!
    await expect(application().savePunchoutSite('ada', { ...site, url: 'ftp://x' })).rejects.toMatchObject({
      fields: [
        { field: 'url', message: expect.stringContaining('https://') },
        { field: 'openBuy.credentials', message: 'must not be empty' },
        { field: 'name', message: '"Brightstack Marketplace" is taken' },
      ],
    })
  })

  it('adds and removes approval rules', async () => {
    const rule = await application().saveApprovalRule('ada', {
      name: 'IT first',
      kind: 'approval_chain',
      priority: 10,
      approvers: ['ada'],
      active: true,
    })
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    expect(coupa.requisition(number).chain.map(step => step.approver.login)).toEqual(['ada', 'mark'])
    await application().removeApprovalRule('ada', rule.id)
    expect(coupa.requisition(number).chain.map(step => step.approver.login)).toEqual(['mark'])
    await expect(
      application().saveApprovalRule('ada', { ...rule, id: 2, priority: 50 }),
    ).rejects.toMatchObject({ fields: [{ field: 'priority', message: expect.stringContaining('51 to 99') }] })
  })

  it('refuses to start with a configuration that cannot be taken', async () => {
    const company = northwindInstruments()
    company.people[0]!.account = 'Nowhere'
    await expect(startMockCoupa({ port: 0, company })).rejects.toMatchObject({
      code: 'ERR_COUPA_INVALID',
      fields: [{ field: 'people[0].account', message: 'must be the name of an account; found "Nowhere"' }],
    })
  })
})

describe('the server', () => {
  it('says that its port is in use', async () => {
    const port = Number(new URL(coupa.url).port)
    await expect(startMockCoupa({ port })).rejects.toMatchObject({
      code: 'ERR_COUPA_PORT_BUSY',
      message: `Port ${port} of 127.0.0.1 is in use: choose another, or 0 for any free one`,
    })
  })

  it('forbids frames, foreign scripts and caches', async () => {
    const { headers, status } = await fetch(`${coupa.url}/nothing-here`)
    expect(status).toBe(404)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
