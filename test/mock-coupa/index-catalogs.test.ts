import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import {
  type CatalogItem,
  readCatalogUploadAnswer,
  writeCatalogUpload,
  writeCif,
} from '@punchloop/sdk/catalog'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSupplier, startFakeSupplier } from '../support/fake-supplier.js'
import { readText, signIn, type Visitor } from '../support/visitor.js'

const pump: CatalogItem = {
  supplierPartID: 'PUMP-1',
  supplierPartAuxiliaryID: 'blue',
  shortName: 'Pump One',
  description: 'Centrifugal pump <b>',
  punchOutEnabled: true,
  punchoutLevel: 'product',
}
const hose: CatalogItem = {
  supplierPartID: 'HOSE-1',
  shortName: 'Hose for a pump',
  description: 'Ten metres',
  unitPrice: '12.50',
  unitOfMeasure: 'MTR',
}
const aisle: CatalogItem = {
  supplierPartID: 'AISLE-PUMPS',
  shortName: 'All pump things',
  description: 'The department',
  punchOutEnabled: true,
  punchoutLevel: 'aisle',
}
const us = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }

const cif = (items: readonly CatalogItem[], loadMode: 'full' | 'incremental' = 'full') =>
  writeCif({ supplierID: us.identity, supplierIDDomain: us.domain, currency: 'USD', items }, { loadMode })
const file = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'catalog.cif')

let supplier: FakeSupplier
let coupa: MockCoupa
let ada: Visitor
let sent = 0

beforeEach(async () => {
  supplier = await startFakeSupplier()
  coupa = await startMockCoupa({ port: 0, company: supplier.company() })
  ada = await signIn(coupa.url, 'ada')
})
afterEach(async () => {
  await coupa.close()
  await supplier.close()
})

const site = () => coupa.company.current.punchoutSites[0]!
const load = (bytes: Uint8Array, name = 'Pumps') =>
  coupa.application.loadIndexCatalog('ada', { supplier: site().supplier, name, bytes })
const found = async (text: string) => (await coupa.person('emma').search(text)).index
const parts = async (text: string) => (await found(text)).map(({ supplierPartID }) => supplierPartID)

async function upload(
  bytes: Uint8Array,
  change: {
    readonly operation?: 'new' | 'update'
    readonly secret?: string
    readonly payloadID?: string
  } = {},
) {
  sent += 1
  const message = writeCatalogUpload(
    {
      payloadID: change.payloadID ?? `catalog-${sent}@supplier.example`,
      timestamp: '2026-03-02T09:00:00+00:00',
      header: {
        from: { credentials: [us] },
        to: { credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }] },
        sender: {
          credentials: [{ ...us, sharedSecret: change.secret ?? 'marker-secret-in' }],
          userAgent: 'Fake',
        },
      },
      operation: change.operation ?? 'new',
      catalogName: 'Pumps',
      description: 'All pumps',
      cif: bytes,
    },
    { boundary: 'b0unda4y' },
  )
  const response = await fetch(`${coupa.url}/cxml/catalogs`, {
    method: 'POST',
    headers: { 'content-type': message.contentType },
    body: new Uint8Array(message.body),
  })
  const { outcome, status } = readCatalogUploadAnswer(await response.text())
  return { outcome, code: status.code, text: status.value }
}

describe('an index catalogue', () => {
  it('is uploaded on its page, and searches find its rows beside the rest', async () => {
    const fields = { supplier: String(site().supplier), name: 'Pumps' }
    const answer = await ada.upload('/setup/index-catalogs', fields, file(cif([pump, hose, aisle])))
    expect(answer).toMatchObject({
      status: 303,
      location: '/setup/index-catalogs/loads/1?notice=catalog-loaded',
    })
    const { html } = await ada.get(answer.location!)
    expect(readText(html)).toContain('3 of 3 rows were loaded')
    expect(readText((await ada.get('/setup/index-catalogs')).html)).toMatch(/Pumps Brightstack Inc 3/)
    const emma = await signIn(coupa.url, 'emma')
    const text = readText((await emma.get('/search?q=pump')).html)
    expect(text).toContain('4 products')
    expect(text).toContain('Price on the supplier’s site')
    expect(text).toContain('12.50 USD per MTR')
    expect(text).toContain('Centrifugal pump &lt;b&gt;')
    expect(text).toContain('Department')
  })

  it('is replaced by a full file, and changed by an incremental one', async () => {
    load(cif([pump, hose]))
    load(cif([{ ...hose, unitPrice: '9.00' }, { ...pump, delete: true }, aisle], 'incremental'))
    expect((await found('pump')).map(({ supplierPartID, unitPrice }) => [supplierPartID, unitPrice])).toEqual(
      [
        ['HOSE-1', '9.00'],
        ['AISLE-PUMPS', undefined],
      ],
    )
    load(cif([pump]))
    expect(await parts('pump')).toEqual(['PUMP-1'])
    load(cif([hose]), 'Another')
    expect(await parts('pump')).toEqual(['PUMP-1', 'HOSE-1'])
    coupa.application.removeIndexCatalog('ada', 1)
    expect(await parts('pump')).toEqual(['HOSE-1'])
  })

  it('says by line what is wrong, loads the other rows, and changes nothing where the file is cut off', async () => {
    load(cif([pump]))
    const text = new TextDecoder().decode(cif([hose, aisle]))
    const fields = { supplier: String(site().supplier), name: 'Pumps' }
    const cut = new TextEncoder().encode(text.replace(/ENDOFDATA\s*$/, ''))
    const refused = await ada.upload('/setup/index-catalogs', fields, file(cut))
    expect(readText((await ada.get(refused.location!)).html)).toContain(
      'Nothing was loaded. Line 13: The file ends without a line ENDOFDATA',
    )
    expect(await parts('pump')).toEqual(['PUMP-1'])
    const wrong = new TextEncoder().encode(text.replace('12.50', 'twelve'))
    const partly = await ada.upload('/setup/index-catalogs', fields, file(wrong))
    const { html } = await ada.get(partly.location!)
    expect(readText(html)).toContain('1 of 2 rows were loaded')
    expect(html).toContain('data-problem="ERR_CATALOG_ITEM"')
    expect(readText(html)).toMatch(/11:\d+ Unit Price is &quot;twelve&quot;; expected a number/)
    expect(await parts('pump')).toEqual(['AISLE-PUMPS'])
    expect(load(new TextEncoder().encode('PK\u0003\u0004')).message).toContain('ZIP')
  })

  it('is for administrators to load, under a name, with a file', async () => {
    const emma = await signIn(coupa.url, 'emma')
    expect((await emma.get('/setup/index-catalogs')).status).toBe(403)
    const nameless = await ada.upload(
      '/setup/index-catalogs',
      { supplier: '1', name: ' ' },
      file(cif([pump])),
    )
    expect(nameless.status).toBe(422)
    const fileless = await ada.upload('/setup/index-catalogs', { supplier: '1', name: 'P' }, new File([], ''))
    expect(fileless.status).toBe(422)
    expect(readText(fileless.html)).toContain('must be chosen')
  })
})

describe('an index catalogue by cXML', () => {
  it('is taken from the supplier, new once and updated afterwards', async () => {
    expect(await upload(cif([pump]), { operation: 'update' })).toMatchObject({
      outcome: 'refused',
      code: '412',
    })
    expect(await upload(cif([pump]), { payloadID: 'same@s.example' })).toMatchObject({
      outcome: 'taken',
      code: '200',
      text: '1 rows loaded',
    })
    // A sender that did not hear the answer sends the same again.
    expect(await upload(cif([pump]), { payloadID: 'same@s.example' })).toMatchObject({ code: '200' })
    expect(await upload(cif([hose]))).toMatchObject({ outcome: 'refused', code: '409' })
    const faulty = new TextEncoder().encode(
      new TextDecoder().decode(cif([hose, aisle])).replace('12.50', 'x'),
    )
    const partly = await upload(faulty, { operation: 'update' })
    expect(partly).toMatchObject({ outcome: 'taken', code: '201' })
    expect(partly.text).toContain('1 of 2 rows loaded; line 11: Unit Price is "x"')
    expect(await parts('pump')).toEqual(['AISLE-PUMPS'])
    const [latest] = coupa.application.indexLoads('ada')
    expect(latest).toMatchObject({ via: 'cxml', by: 'Brightstack Inc', status: 'partly' })
  })

  it('is refused from strangers, and where it is no CIF', async () => {
    expect(await upload(cif([pump]), { secret: 'guess' })).toMatchObject({ outcome: 'refused', code: '401' })
    const archive = await upload(new TextEncoder().encode('PK'))
    expect(archive).toMatchObject({ outcome: 'refused', code: '406' })
    expect(archive.text).toContain('ZIP')
    expect(await found('pump')).toEqual([])
  })
})

describe('a hit of an index catalogue', () => {
  const selected = () =>
    supplier.received.flatMap(document =>
      document.kind === 'PunchOutSetupRequest' ? document.request.punchOutSetupRequest.selectedItems : [],
    )

  it('opens the shop at what it names, by part and auxiliary id', async () => {
    load(cif([pump, hose, aisle]))
    const emma = coupa.person('emma')
    const [first] = await found('centrifugal')
    const trip = await emma.chooseIndexed(first!)
    expect(trip.selectedItem).toEqual({ supplierPartID: 'PUMP-1', supplierPartAuxiliaryID: 'blue' })
    expect(selected()).toMatchObject([{ itemID: trip.selectedItem }])
  })

  it('opens it with several SelectedItem where several were ticked', async () => {
    load(cif([pump, hose, aisle]))
    const emma = await signIn(coupa.url, 'emma')
    const { html } = await emma.get('/search?q=pump')
    expect(html).toContain('View those ticked at Brightstack Marketplace')
    expect(html.match(/type="checkbox" name="index" value="\d+" form="together-1"/g)).toHaveLength(2)
    const hop = await emma.get('/punchout/sites/1?index=1&index=2&search=1')
    expect(hop.html.match(/name="index" value="[12]"/g)).toHaveLength(2)
    const [one, two] = await found('pump')
    const trip = await coupa.person('emma').chooseIndexed(one!, two!)
    expect(trip.selectedItems).toHaveLength(2)
    expect(selected().map(({ itemID }) => itemID.supplierPartID)).toEqual(['PUMP-1', 'HOSE-1'])
  })

  it('is gone where the catalogue changed meanwhile, and of no use where the site is another', async () => {
    load(cif([pump]))
    const [hit] = await found('pump')
    load(cif([hose]))
    await expect(coupa.person('emma').chooseIndexed(hit!)).rejects.toThrow('not in the catalogue any more')
    const [other] = await found('hose')
    await expect(
      coupa.application.chooseIndexed('emma', { site: 99, items: [other!.indexItem] }),
    ).rejects.toThrow('not in the catalogue')
    await coupa.company.update(company => {
      for (const site of company.punchoutSites) site.active = false
    })
    expect(await found('hose')).toEqual([])
  })

  it('belongs to its supplier: several suppliers stand beside each other, and nobody is asked for another’s', async () => {
    const harbour = coupa.company.current.suppliers.find(({ id }) => id !== site().supplier)!
    await coupa.company.update(company => {
      company.punchoutSites.push({ ...site(), id: 2, name: 'Harbour', supplier: harbour.id })
    })
    load(cif([pump]))
    const bytes = cif([{ ...hose, description: 'A pump' }])
    coupa.application.loadIndexCatalog('ada', { supplier: harbour.id, name: 'Pumps', bytes })
    const hits = await found('pump')
    expect(hits.map(hit => [hit.supplierPartID, hit.site.name])).toEqual([
      ['PUMP-1', 'Brightstack Marketplace'],
      ['HOSE-1', 'Harbour'],
    ])
    const items = hits.map(({ indexItem }) => indexItem)
    await expect(coupa.application.chooseIndexed('emma', { site: 1, items })).rejects.toThrow(
      'not in the catalogue',
    )
    load(cif([aisle]))
    expect(await parts('pump')).toEqual(['HOSE-1', 'AISLE-PUMPS'])
    expect(selected()).toEqual([])
  })
})
