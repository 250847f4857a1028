import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, restClient } from '../support/rest-client.js'

describe('the settings of a supplier in the API', () => {
  let ordering: Ordering
  beforeEach(async () => {
    ordering = await startOrdering()
  })
  afterEach(() => ordering.close())

  it('are those that the mock acts upon', async () => {
    const api = await restClient(ordering.coupa)
    const { status, json } = await api.json('PUT', 'suppliers/1', {
      'order-confirmation-level': 'line',
      'confirm-by-hrs': 24,
      'buyer-hold': true,
      'invoice-matching-level': '2-way',
      'allow-cxml-invoicing': false,
      'po-email': 'orders@brightstack.example',
    })
    expect(status).toBe(200)
    expect(json).toMatchObject({ 'order-confirmation-level': 2, 'buyer-hold': true, 'on-hold': false })
    expect(ordering.coupa.company.current.suppliers[0]).toMatchObject({
      orderConfirmationLevel: 'line',
      confirmByHours: 24,
      buyerHold: true,
      invoiceMatchingLevel: '2-way',
      allowCxmlInvoicing: false,
      poEmail: 'orders@brightstack.example',
    })
    expect((await ordering.order()).status).toBe('buyer_hold')
  })
})

describe('a supplier', () => {
  let coupa: MockCoupa
  let api: RestClient
  beforeAll(async () => {
    coupa = await startMockCoupa({ port: 0, apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 } })
    api = await restClient(coupa)
  })
  afterAll(() => coupa.close())

  const contact = `<primary-contact>
    <email>joe.smith@cdw.example</email><name-family>Smith</name-family><name-given>Joe</name-given>
    <name-prefix nil="true"/>
    <phone-work><area-code>650</area-code><country-code>1</country-code><extension nil="true"/><number>4442932</number></phone-work>
  </primary-contact>`

  it('comes with its contact and its address, in Coupa’s own form', async () => {
    const created = await api.xml(
      'POST',
      'suppliers',
      `<?xml version="1.0" encoding="UTF-8"?>
      <supplier><name>CDW</name><number>cdw2323</number><status>active</status><po-method>prompt</po-method><po-email/>
        <duns/>${contact}
        <primary_address><street1>1234 Concur Drive</street1><street2/><city>San Mateo</city><state>CA</state>
          <postal_code>93325</postal_code><country><code>US</code></country></primary_address>
      </supplier>`,
    )
    expect(created.status).toBe(201)
    expect(created.text).toContain(
      '<phone-work><country-code>1</country-code><area-code>650</area-code><number>4442932</number><extension nil="true"/></phone-work>',
    )
    const { json } = await api.json('GET', 'suppliers?number=cdw2323')
    const [supplier] = json
    expect(supplier).toMatchObject({
      status: 'active',
      'payment-method': 'invoice',
      'primary-contact': { id: supplier.id, email: 'joe.smith@cdw.example', 'name-given': 'Joe' },
      'primary-address': { city: 'San Mateo', country: { code: 'US', name: 'United States' } },
    })
  })

  it('is found by its contact and its address', async () => {
    const names = async (query: string) =>
      (await api.json('GET', `suppliers?${query}`)).json.map(({ name }: { name: string }) => name)
    expect(
      await names('primary-contact[email][contains]=cdw.example&primary-address[city]=San%20Mateo'),
    ).toEqual(['CDW'])
    expect(await names('primary_contact[phone_work][area_code]=650')).toEqual(['CDW'])
    expect(await names('primary-address[country][code]=US')).toEqual(['CDW'])
    expect(await names('primary-contact[email]=nobody@cdw.example')).toEqual([])
  })

  it('has its contact changed field by field, and its tags and lists as a whole', async () => {
    const { json: created } = await api.json('POST', 'suppliers', {
      name: 'Fishy',
      'primary-contact': { email: 'a@fishy.example', 'name-given': 'Ann', 'phone-work': { number: '1' } },
      tags: ['fish', { name: 'sea' }],
      contacts: [
        { 'name-given': 'One', notes: 'Oslo' },
        { 'name-given': 'Two', notes: 'Bergen' },
      ],
      'supplier-risk-detail': { level: 'high', 'last-audit': '2026-01-01' },
    })
    const { json } = await api.json('PUT', `suppliers/${created.id}`, {
      primary_contact: { email: 'b@fishy.example', phone_work: { extension: '7' } },
      tags: [{ name: 'ocean' }],
      contacts: [{ id: 2, notes: 'Trondheim' }, { 'name-given': 'Three' }],
      'supplier-risk-detail': { level: 'low' },
    })
    expect(json).toMatchObject({
      'primary-contact': {
        email: 'b@fishy.example',
        'name-given': 'Ann',
        'phone-work': { number: '1', extension: '7' },
      },
      tags: [{ name: 'ocean' }],
      contacts: [
        { id: 1, 'name-given': 'One', notes: 'Oslo' },
        { id: 2, 'name-given': 'Two', notes: 'Trondheim' },
        { id: 3, 'name-given': 'Three' },
      ],
      'supplier-risk-detail': { level: 'low' },
    })
    expect(json.tags).toHaveLength(1)
    const found = await api.json('GET', 'suppliers?contacts[notes]=Oslo&tags[name][in]=ocean,river')
    expect(found.json).toMatchObject([{ name: 'Fishy' }])
    const fields = encodeURIComponent('["id",{"primary_contact":["email",{"phone-work":["number"]}]}]')
    expect((await api.json('GET', `suppliers/${created.id}?fields=${fields}`)).json).toEqual({
      id: created.id,
      'primary-contact': { email: 'b@fishy.example', 'phone-work': { number: '1' } },
    })
  })

  it('is paid at addresses, and has sites, each with an address of its own', async () => {
    const at = {
      street1: '100 Ellsworth Ave.',
      city: 'San Mateo',
      'postal-code': '94404',
      country: { code: 'US' },
    }
    const { json: supplier } = await api.json('POST', 'suppliers', {
      name: 'Paid',
      'remit-to-addresses': [{ ...at, 'remit-to-code': '100' }],
    })
    const first = supplier['remit-to-addresses'][0]
    expect(first).toMatchObject({ 'remit-to-code': '100', country: { code: 'US' } })

    const below = `suppliers/${supplier.id}`
    const added = await api.xml(
      'POST',
      `${below}/addresses`,
      `<remit-to-address><remit-to-code>200</remit-to-code><name>200 Ellsworth</name><street1>200 Ellsworth Ave.</street1>
        <city>SAN MATEO</city><state>CA</state><postal-code>94404</postal-code><active type="boolean">true</active>
        <country><code>US</code></country></remit-to-address>`,
    )
    expect(added.status).toBe(201)
    const changed = await api.json('PUT', `${below}/remit_to_addresses/${first.id}`, {
      'remit-to-code': '001',
    })
    expect(changed.json).toMatchObject({ id: first.id, 'remit-to-code': '001', city: 'San Mateo' })
    const whole = await api.json('PUT', below, { 'remit-to-addresses': [{ id: first.id, active: false }] })
    expect(whole.json['remit-to-addresses']).toMatchObject([
      { id: first.id, 'remit-to-code': '001', active: false },
      { 'remit-to-code': '200', active: true },
    ])
    expect((await api.json('PUT', `suppliers/1/addresses/${first.id}`, {})).status).toBe(404)
    expect((await api.json('DELETE', `${below}/addresses/${first.id}`)).status).toBe(200)
    expect((await api.json('GET', `${below}/addresses`)).json).toMatchObject([{ 'remit-to-code': '200' }])

    const site = await api.json('POST', `${below}/supplier_sites`, {
      code: 'SM',
      'po-method': 'email',
      'cxml-secret': 'hush',
    })
    expect(site).toMatchObject({ status: 201, json: { code: 'SM', active: true, 'po-method': 'email' } })
    expect(site.text).not.toContain('hush')
    const [{ 'supplier-sites': sites }] = (await api.json('GET', 'suppliers?supplier-sites[code]=SM')).json
    expect(sites).toMatchObject([{ code: 'SM' }])
  })

  it('without a status is a draft, and none that anybody can order of', async () => {
    const { json } = await api.json('POST', 'suppliers', { name: 'Not yet' })
    expect(json).toMatchObject({ status: 'draft', active: false })
    const active = await api.json('PUT', `suppliers/${json.id}`, { status: 'active' })
    expect(active.json).toMatchObject({ status: 'active', active: true })
    const inactive = await api.json('PUT', `suppliers/${json.id}`, { 'supplier-status': 'inactive' })
    expect(inactive.json).toMatchObject({ status: 'inactive', active: false })
  })

  it('is told what is wrong inside it', async () => {
    const refused = await api.json('POST', 'suppliers', {
      name: 'Wrong',
      'primary-contact': 'joe',
      'primary-address': { country: { code: 'XX' } },
      tags: [{}],
      contacts: { 'name-given': 'Ann' },
      'remit-to-addresses': [{ city: 'Oslo' }],
      'savings-pct': 'much',
      'payment-method': 'gold',
    })
    expect(refused.status).toBe(400)
    expect(refused.json.errors.supplier).toEqual(
      expect.arrayContaining([
        'Payment method is not included in the list',
        'Savings pct is not a number',
        'Primary contact must be made of objects; found "joe"',
        "Name can't be blank",
        'Contacts must be a list',
        "Street1 can't be blank",
      ]),
    )
  })
})
