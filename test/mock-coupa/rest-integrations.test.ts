import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestClient, restClient } from '../support/rest-client.js'

let coupa: MockCoupa
let api: RestClient

beforeAll(async () => {
  coupa = await startMockCoupa({ port: 0, apiRateLimit: { perSecond: 1_000_000, burst: 1_000_000 } })
  api = await restClient(coupa)
})
afterAll(() => coupa.close())

/** How many wait for an administrator's eyes. */
function alerts(): number {
  return coupa.mails().filter(({ subject }) => subject.startsWith('Integration alert')).length
}

describe('an integration', () => {
  it('begins a run, counts its records, and ends it', async () => {
    const made = await api.json('POST', 'integrations', { name: 'ERP', code: 'erp-orders' })
    const run = await api.json('POST', 'integration_runs', { integration: { code: 'erp-orders' } })
    expect(run.json).toMatchObject({ status: 'pending', integration: { id: made.json.id } })
    const begun = await api.json('PUT', `integration_runs/${run.json.id}/run`, { total_records: '12' })
    expect(begun.json).toMatchObject({ status: 'running', 'total-records': 12 })
    const ended = await api.json('PUT', `integration_runs/${run.json.id}/success`)
    expect(ended.json).toMatchObject({ status: 'successful', 'total-records': 12 })
    expect(Date.parse(ended.json['end-time'])).toBeGreaterThan(0)
  })

  it('writes down what became of a document, by PUT, too', async () => {
    const record = {
      'document-type': 'OrderHeader',
      'document-id': 7,
      status: 'Error',
      responses: [{ response: 'No such vendor' }],
    }
    for (const method of ['POST', 'PUT'] as const) {
      const kept = await api.json(method, 'integration_history_records/', record)
      expect(kept.status).toBe(201)
      expect(kept.json).toMatchObject({ ...record, resolved: false })
    }
    const open =
      'integration_history_records?resolved=false&document-type=OrderHeader&document-id=7&status=Error'
    const found = await api.json('GET', open)
    expect(found.json).toHaveLength(2)
    await api.json('PUT', `integration_history_records/${found.json[0].id}/resolve`)
    expect((await api.json('GET', open)).json).toHaveLength(1)
    expect(alerts()).toBe(0)
  })

  it('alerts the administrators by mail', async () => {
    const run = await api.json('POST', 'integration_runs', { integration: { code: 'erp-orders' } })
    const failed = await api.json('POST', 'integration_errors/create_alert', {
      'integration-run-id': String(run.json.id),
      'document-type': 'InvoiceHeader',
      'document-id': '3',
      'contact-alert-type': 'Technical',
      responses: [{ response: 'The ERP sleeps' }],
    })
    expect(failed.json).toMatchObject({
      'integration-run-id': run.json.id,
      'contact-alert-type': 'Technical',
    })
    await api.xml(
      'PUT',
      'integration_history_records/create_alert',
      `<integration-history-record><document-type>OrderHeader</document-type><document-id>7</document-id>
        <responses type="array"><response><response>Late</response></response></responses></integration-history-record>`,
    )
    expect(alerts()).toBe(2)
  })

  it('asks for all custom fields with an empty object, as an example does', async () => {
    await api.json('PUT', 'suppliers/1', { 'custom-fields': { 'erp-id': 'S1' } })
    const fields = encodeURIComponent('["id",{"custom_fields":{}}]')
    const { json } = await api.json('GET', `suppliers/1?fields=${fields}`)
    expect(json).toEqual({ id: 1, 'custom-fields': { 'erp-id': 'S1' } })
  })
})
