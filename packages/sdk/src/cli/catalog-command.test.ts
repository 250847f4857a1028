import { describe, expect, it } from 'vitest'
import { run } from '../../test/command-line.js'
import { writeCif } from '../catalog/write-cif.js'

const cif = new TextDecoder().decode(
  writeCif({
    supplierID: 'AN01',
    supplierIDDomain: 'NetworkID',
    currency: 'USD',
    items: [
      { supplierPartID: 'A', description: 'Aisle', punchOutEnabled: true, punchoutLevel: 'aisle' },
      { supplierPartID: 'P', description: 'Pump', unitPrice: '9.50', unitOfMeasure: 'EA' },
    ],
  }),
)

describe('cxml catalog', () => {
  it('sums a CIF file up for people', async () => {
    const { code, stdout, stderr } = await run('catalog order.xml', { file: cif, isTerminal: true })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /^order\.xml: CIF_I_V3\.0\n {2}Rows +2 \(1 aisle, 1 static\)\n {2}Load mode +full\n/,
    )
  })

  it('says in which line what is wrong, as text and as JSON, and exits with 1', async () => {
    const { code, stdout, stderr } = await run('catalog order.xml', { file: cif.replace('9.50', '9,50') })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      header: { loadMode: 'full', currency: 'USD' },
      rows: 2,
      levels: { aisle: 1, static: 1 },
    })
    expect(JSON.parse(stdout).problems[0]).toMatchObject({
      severity: 'error',
      code: 'ERR_CATALOG_ITEM',
      line: 12,
    })
    expect(stderr).toContain('error line 12, column ')
    expect(stderr).toContain('AN01,P,,Pump')
    expect(stderr).toMatch(/\d errors, 0 warnings\n$/)
  })

  it('refuses what is no CIF', async () => {
    const { code, stdout, stderr } = await run('catalog order.xml')
    expect(code).toBe(1)
    expect(stderr).toContain('The file is no CIF: its first line must be CIF_I_V3.0. It is XML')
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ERR_CATALOG_NOT_CIF', line: 1 } })
    expect(await run('catalog nowhere.cif')).toMatchObject({ code: 2 })
  })
})
