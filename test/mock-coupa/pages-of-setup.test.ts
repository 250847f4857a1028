import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { readText, signIn, type Visitor } from '../support/visitor.js'

let supplier: FakeSupplier
let coupa: MockCoupa
let ada: Visitor

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
  ada = await signIn(coupa.url, 'ada')
})

afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

const site = () => coupa.company.current.punchoutSites[0]

/** What the form of the site sends when nobody changes anything. */
const siteFields = () => ({
  name: 'Brightstack Marketplace',
  supplier: '1',
  url: `${supplier.url}/cxml`,
  domain: 'NetworkID',
  identity: 'BRIGHTSTACK',
  senderDomain: 'NetworkID',
  senderIdentity: 'NORTHWIND',
  secret: '',
  active: 'on',
  tags: 'software, cloud',
  'openBuy.enabled': 'on',
  'openBuy.url': `${supplier.url}/open-buy`,
  'openBuy.credentials': '',
  'openBuy.timeoutMs': '4000',
})

describe('a punchout site', () => {
  it('never shows its secrets, and keeps them when they are left empty', async () => {
    const { html } = await ada.get('/setup/punchout-sites/1')
    expect(html).not.toContain('marker-')
    expect(html).toContain('Set. Leave empty to keep it.')
    const saved = await ada.post('/setup/punchout-sites/1', { ...siteFields(), description: 'New words' })
    expect(saved).toMatchObject({ status: 303, location: '/setup/punchout-sites?notice=saved' })
    expect(site()).toMatchObject({
      description: 'New words',
      secret: 'marker-secret-out',
      tags: ['software', 'cloud'],
      sendsShipTo: false,
      openBuy: { credentials: 'marker-open-buy', timeoutMs: 4000 },
    })
  })

  it('takes new secrets, and shows those that were typed into a faulty form no more', async () => {
    const fields = { ...siteFields(), secret: 'typed-secret', url: 'javascript:alert(1)', name: '' }
    const again = await ada.post('/setup/punchout-sites/1', fields)
    expect(again.status).toBe(422)
    expect(again.html).toContain('Nothing was saved.')
    expect(again.html).not.toContain('typed-secret')
    expect(again.html.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect(again.html).toContain('id="field-url-problem"')
    await ada.post('/setup/punchout-sites/1', { ...siteFields(), secret: 'typed-secret' })
    expect(site()?.secret).toBe('typed-secret')
  })

  it('is added, shown as a tile, switched off and removed', async () => {
    const fields = { ...siteFields(), name: 'Second Shop', secret: 's2', 'openBuy.credentials': 'c2' }
    expect((await ada.post('/setup/punchout-sites', fields)).status).toBe(303)
    expect((await ada.get('/')).html).toContain('data-site="2"')
    await ada.post('/setup/punchout-sites/2', { ...fields, active: '' })
    expect((await ada.get('/')).html).not.toContain('data-site="2"')
    expect((await ada.post('/setup/punchout-sites/2/remove')).location).toBe(
      '/setup/punchout-sites?notice=removed',
    )
    expect(coupa.company.current.punchoutSites).toHaveLength(1)
    expect((await ada.get('/setup/punchout-sites/2')).status).toBe(404)
  })

  it('that does not exist is not made by saving it', async () => {
    expect((await ada.post('/setup/punchout-sites/9', siteFields())).status).toBe(404)
  })
})

describe('a person', () => {
  const noor = {
    login: 'noor',
    firstName: 'Noor',
    lastName: 'Haddad',
    email: 'noor@northwind.example',
    title: 'Analyst',
    department: 'Engineering',
    manager: 'mark',
    address: 'HQ',
    account: 'IT',
    active: 'on',
  }

  it('is added and can sign in', async () => {
    expect((await ada.post('/setup/people', noor)).location).toBe('/setup/people?notice=saved')
    expect(readText((await ada.get('/')).html)).toContain('Switch to Noor Haddad')
  })

  it('does not replace another of the same login', async () => {
    const again = await ada.post('/setup/people', { ...noor, login: 'emma' })
    expect(again.status).toBe(422)
    expect(again.html).toContain('taken')
    expect(again.html).toContain('value="Noor"')
    expect(coupa.application.user('emma').firstName).toBe('Emma')
  })

  it('keeps the login, whatever the form says', async () => {
    await ada.post('/setup/people', noor)
    await ada.post('/setup/people/noor', { ...noor, login: 'emma', approvalLimit: '250.50' })
    expect(coupa.application.user('noor').approvalLimit).toBe('250.50')
    expect(coupa.application.user('emma').firstName).toBe('Emma')
  })

  it('who is still needed is not removed, and the page says by whom', async () => {
    const refused = await ada.post('/setup/people/mark/remove')
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Nothing was saved.')
    expect(coupa.application.user('mark').login).toBe('mark')
  })
})

describe('an approval rule', () => {
  it('is added with its approvers in order, and asked', async () => {
    const rule = {
      name: 'IT first',
      kind: 'approval_chain',
      priority: '10',
      approvers: 'ada\nfiona',
      minTotal: '100',
      active: 'on',
    }
    expect((await ada.post('/setup/approval-rules', rule)).status).toBe(303)
    const emma = await signIn(coupa.url, 'emma')
    await coupa.person('emma').addItem({ itemId: 1, quantity: '10' })
    const { html } = await emma.get('/cart')
    expect([...html.matchAll(/data-approver="(\w+)"/g)].map(([, login]) => login)).toEqual(
      expect.arrayContaining(['ada', 'fiona', 'mark']),
    )
  })

  it('tells what is wrong with it, field by field', async () => {
    const again = await ada.post('/setup/approval-rules', { name: '', kind: 'approval_chain', priority: 'x' })
    expect(again.status).toBe(422)
    for (const field of ['name', 'priority', 'approvers']) {
      expect(again.html).toContain(`id="field-${field}-problem"`)
    }
  })

  it('is removed', async () => {
    await ada.post('/setup/approval-rules/2/remove')
    expect(coupa.company.current.approvalRules.map(({ id }) => id)).toEqual([1, 3])
  })
})

describe('a supplier', () => {
  it('keeps its secrets when they are left empty, and never shows them', async () => {
    expect((await ada.get('/setup/suppliers/1')).html).not.toContain('marker-')
    const { cxml, inbound } = coupa.company.current.suppliers[0] ?? {}
    const fields = {
      name: 'Brightstack Inc',
      poMethod: 'cxml',
      active: 'on',
      'cxml.url': cxml?.url ?? '',
      'cxml.domain': cxml?.domain ?? '',
      'cxml.identity': 'NEW-IDENTITY',
      'cxml.supplierDomain': cxml?.supplierDomain ?? '',
      'cxml.supplierIdentity': cxml?.supplierIdentity ?? '',
      'cxml.secret': '',
      'inbound.domain': inbound?.domain ?? '',
      'inbound.identity': inbound?.identity ?? '',
      'inbound.secret': '',
    }
    expect((await ada.post('/setup/suppliers/1', fields)).status).toBe(303)
    expect(coupa.company.current.suppliers[0]).toMatchObject({
      cxml: { identity: 'NEW-IDENTITY', secret: 'marker-secret-out' },
      inbound: { secret: 'marker-secret-in' },
    })
  })
})

describe('e-mails', () => {
  it('are listed for administrators', async () => {
    const { number } = await coupa.person('emma').addItem({ itemId: 1, quantity: '1' })
    await coupa.person('emma').submit(number)
    const { html } = await ada.get('/setup/mails')
    expect(html).toContain(`Requisition ${number} needs your approval`)
    expect(html).toContain('data-status="recorded"')
  })
})

describe('Company Setup', () => {
  it('says what holds for the company as a whole, and takes it back', async () => {
    const fields = {
      digestHour: '6',
      estimatedTaxPercent: '8.25',
      'orderSplit.contract': 'on',
      'invoiceTolerances.pricePercent': '2.5',
      sendInvoicesToApprovals: 'on',
      customFields: 'requisition-header project top-level required\ndepartment region\n',
    }
    expect((await ada.post('/setup/company', fields)).status).toBe(303)
    expect(coupa.company.current).toMatchObject({
      digestHour: 6,
      estimatedTaxPercent: '8.25',
      orderSplit: ['contract'],
      invoiceTolerances: { pricePercent: '2.5' },
      sendInvoicesToApprovals: true,
      customFields: [
        { object: 'requisition-header', name: 'project', topLevel: true, required: true },
        { object: 'department', name: 'region', topLevel: false },
      ],
    })
    const { html } = await ada.get('/setup/company')
    expect(html).toContain('requisition-header project top-level required\ndepartment region')
    const refused = await ada.post('/setup/company', { digestHour: '25', customFields: 'department' })
    expect(refused.status).toBe(422)
    expect(readText(refused.html)).toContain('must be an hour from 0 to 23')
    expect(readText(refused.html)).toContain('Line 1 must say an object and a name')
    expect((await ada.post('/setup/company', {})).status).toBe(303)
    const { digestHour, customFields, sendInvoicesToApprovals } = coupa.company.current
    expect([digestHour, customFields, sendInvoicesToApprovals]).toEqual([undefined, undefined, undefined])
    expect((await (await signIn(coupa.url, 'emma')).get('/setup/company')).status).toBe(403)
  })
})
