import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCatalog, diffCatalogs } from './apply-catalog.js'
import type { Catalog, CatalogItem } from './catalog.js'
import { CatalogError } from './catalog-error.js'
import type { CifFile } from './cif-file.js'
import { readCif } from './read-cif.js'
import { streamCif, writeCif, writeCifFiles } from './write-cif.js'

const supplier = { supplierID: 'AN01000000001', supplierIDDomain: 'NetworkID', currency: 'USD' }
const suite: CatalogItem = {
  supplierPartID: 'SUITE-1',
  supplierPartAuxiliaryID: 'yearly',
  description: 'Suite, "Team" edition',
  spscCode: '43231500',
  punchOutEnabled: true,
  punchoutLevel: 'product',
}
const cable: CatalogItem = {
  supplierPartID: 'CABLE',
  description: 'Cable 2 m',
  unitPrice: '7.50',
  unitOfMeasure: 'EA',
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bytes = (written: string) => new TextEncoder().encode(written)
const lines = (...written: string[]) => bytes(written.join('\n'))
const codes = ({ problems }: CifFile) => problems.map(({ code }) => code)
const refusal = (code: string, message: RegExp | string = '') =>
  expect.objectContaining({ name: 'CatalogError', code, message: expect.stringMatching(message) })

/** The rows without where they stood. */
const rowsOf = (file: CifFile) => file.items.map(({ line, ...item }) => item)
const whole = (item: CatalogItem) => ({ supplierID: supplier.supplierID, currency: 'USD', ...item })

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(value => value.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(value) && value.trim() !== '')
const amount = fc.tuple(fc.nat(99_999), fc.nat(99)).map(([euros, cents]) => `${euros}.${cents}`)
const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })
const anyItem = fc
  .record({
    supplierPartID: word,
    supplierPartAuxiliaryID: optional(word),
    description: word,
    unitPrice: amount,
    unitOfMeasure: fc.constantFrom('EA', 'H87'),
    leadTime: optional(fc.nat(90).map(String)),
    manufacturerName: optional(word),
    shortName: optional(word),
    image: optional(fc.webUrl()),
    punchOutEnabled: optional(fc.boolean()),
    punchoutLevel: optional(fc.constantFrom('store', 'aisle', 'shelf', 'product')),
    expirationDate: optional(fc.constantFrom('2026-01-31', '2028-02-29')),
    others: optional(fc.dictionary(fc.constantFrom('Colour', 'Größe, innen', '"x"'), word, { minKeys: 1 })),
  })
  .map(item => JSON.parse(JSON.stringify(item)) as CatalogItem)
const anyItems = fc.uniqueArray(anyItem, {
  maxLength: 8,
  selector: ({ supplierPartID, supplierPartAuxiliaryID = '' }) =>
    `${supplierPartID}\n${supplierPartAuxiliaryID}`,
})

describe('writing CIF', () => {
  it('writes header, columns and rows', () => {
    const catalog = { ...supplier, comments: 'Winter\nprices', items: [suite, cable] }
    const [version, ...rest] = text(
      writeCif(catalog, { timestamp: new Date('2026-01-31T10:00:00.5Z') }),
    ).split('\r\n')
    expect(version).toBe('CIF_I_V3.0')
    expect(rest.slice(0, 9)).toEqual([
      'CHARSET: UTF-8',
      'LOADMODE: F',
      'CODEFORMAT: UNSPSC',
      'CURRENCY: USD',
      'SUPPLIERID_DOMAIN: NetworkID',
      'ITEMCOUNT: 2',
      'TIMESTAMP: 2026-01-31T10:00:00Z',
      'UNUOM: TRUE',
      'COMMENTS: Winter prices',
    ])
    expect(rest[9]).toMatch(/^FIELDNAMES: Supplier ID,Supplier Part ID,.*,PunchOut Enabled,PunchoutLevel,/)
    expect(rest[11]).toBe(
      'AN01000000001,SUITE-1,,"Suite, ""Team"" edition",43231500,,,,,,,,USD,TRUE,product,yearly,,,,,,,,,',
    )
    expect(rest.slice(13)).toEqual(['ENDOFDATA', ''])
  })

  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyItems, items => {
        const file = readCif(writeCif({ ...supplier, items }))
        expect(file.problems).toEqual([])
        expect(rowsOf(file)).toEqual(items.map(whole))
      }),
      { seed: 6, numRuns: 60 },
    )
  })

  it('in Latin-1 refuses what it does not have, or writes a question mark', () => {
    const catalog = { ...supplier, items: [{ ...cable, description: 'Kabel für 5 €' }] }
    expect(() => writeCif(catalog, { charset: '8859_1' })).toThrow(
      refusal('ERR_CATALOG_CHARACTER', /^items\[0\]: found U\+20AC in .* 8859_1 does not have/),
    )
    const file = readCif(writeCif(catalog, { charset: '8859_1', unknownCharacters: 'replace' }))
    expect(file.items[0]?.description).toBe('Kabel für 5 ?')
    expect(file.header.charset).toBe('8859_1')
  })

  it.each<[string, Partial<CatalogItem>, string]>([
    ['no part', { supplierPartID: ' ' }, 'items\\[0\\].supplierPartID is empty'],
    ['no description', { description: '' }, 'items\\[0\\].description is empty'],
    ['a price in words', { unitPrice: '1,5' }, 'items\\[0\\].unitPrice is "1,5"; expected a number'],
    ['a price below 0', { unitPrice: '-1' }, 'items\\[0\\].unitPrice'],
    ['no currency of ISO 4217', { currency: 'US$' }, 'items\\[0\\].currency is "US\\$"'],
    ['no day of the calendar', { expirationDate: '2026-02-30' }, 'expected a date'],
    ['a deletion', { delete: true }, 'delete is set in a full catalogue'],
  ])('refuses an item with %s', (_what, change, message) => {
    const items = [{ ...cable, ...change }]
    expect(() => writeCif({ ...supplier, items })).toThrow(refusal('ERR_CATALOG_ITEM', message))
  })

  it('needs a price only where the shopper does not punch out', () => {
    const { unitPrice, ...priceless } = cable
    expect(() => writeCif({ ...supplier, items: [priceless] })).toThrow(/unitPrice is empty/)
    expect(writeCif({ ...supplier, items: [{ ...priceless, punchOutEnabled: true }] })).toBeInstanceOf(
      Uint8Array,
    )
  })

  it('is refused beyond the limits, and makes several files that load one after another', () => {
    const items = Array.from({ length: 25 }, (_, index) => ({ ...cable, supplierPartID: `C-${index}` }))
    const catalog: Catalog = { ...supplier, items }
    expect(() => writeCif(catalog, { limits: { items: 24 } })).toThrow(
      refusal('ERR_CATALOG_LIMIT', '24 items'),
    )
    expect(() => writeCif(catalog, { limits: { bytes: 900 } })).toThrow(
      refusal('ERR_CATALOG_LIMIT', '900 bytes'),
    )
    for (const limits of [{ items: 10 }, { bytes: 900 }]) {
      const files = writeCifFiles(catalog, { limits })
      expect(files.length).toBeGreaterThan(2)
      expect(files.every(({ length }) => length <= (limits.bytes ?? 10_000))).toBe(true)
      const read = files.map(file => readCif(file))
      expect(read.map(({ header }) => header.loadMode).slice(0, 3)).toEqual([
        'full',
        'incremental',
        'incremental',
      ])
      const loaded = read.reduce<CatalogItem[]>(
        (known, { header, ...file }) => applyCatalog(known, { loadMode: header.loadMode, items: file.items }),
        [{ supplierPartID: 'OLD' }],
      )
      expect(loaded.map(({ supplierPartID }) => supplierPartID)).toEqual(
        items.map(item => item.supplierPartID),
      )
    }
  })

  it('streams what comes one after another', async () => {
    async function* many() {
      for (let index = 0; index < 3; index += 1) yield { ...cable, supplierPartID: `C-${index}` }
    }
    const pieces: Uint8Array[] = []
    for await (const piece of streamCif({ ...supplier, items: many() })) pieces.push(piece)
    expect(pieces).toHaveLength(5)
    const file = readCif(Buffer.concat(pieces))
    expect(file.problems).toEqual([])
    expect(file.header.itemCount).toBeUndefined()
    const counted = streamCif({ ...supplier, items: many() }, { itemCount: 4 })
    const read = async () => {
      for await (const piece of counted) pieces.push(piece)
    }
    await expect(read()).rejects.toEqual(refusal('ERR_CATALOG_HEADER', 'itemCount is 4, and 3'))
  })
})

describe('what has changed', () => {
  it('makes of the one catalogue the other', () => {
    fc.assert(
      fc.property(anyItems, anyItems, fc.integer({ min: 0, max: 8 }), (some, others, kept) => {
        const before = some.map(whole)
        const after = [...some.slice(0, kept).map(item => ({ ...item, unitPrice: '1.5' })), ...others].map(
          whole,
        )
        const changes = diffCatalogs(before, after)
        const cif = readCif(writeCif({ ...supplier, items: changes }, { loadMode: 'incremental' }))
        expect(cif.problems).toEqual([])
        const incremental = applyCatalog<CatalogItem>(before, { loadMode: 'incremental', items: rowsOf(cif) })
        const full = applyCatalog<CatalogItem>(before, { loadMode: 'full', items: after })
        const sorted = (items: readonly CatalogItem[]) =>
          items.map(item => JSON.stringify(withoutOrder(item))).sort()
        expect(sorted(incremental)).toEqual(sorted(full))
        expect(diffCatalogs(incremental, full)).toEqual([])
      }),
      { seed: 6, numRuns: 60 },
    )
  })

  it('is nothing where nothing has', () => {
    expect(diffCatalogs([suite, cable], [{ ...cable }, suite])).toEqual([])
    expect(diffCatalogs([suite], [])).toEqual([{ ...suite, delete: true }])
  })
})

function withoutOrder({ others, ...item }: CatalogItem) {
  const sort = (fields: object) => Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))
  return [sort(item), sort(others ?? {})]
}

describe('reading CIF', () => {
  const row = 'S,P-1,,Pump,43,9.50,EA,3,,,,'

  it.each([
    ['colons', ': ', ''],
    ['spaces', ' ', ''],
    ['tabs', '\t', ''],
    ['commas, as a spreadsheet saves them', ',', ',,,,'],
  ])('knows keys with %s behind them', (_what, separator, surplus) => {
    const head = ['LOADMODE', 'F'].join(separator) + surplus
    const file = readCif(
      lines(
        `CIF_I_V3.0${surplus}`,
        head,
        ['CURRENCY', 'EUR'].join(separator),
        `DATA${surplus}`,
        row,
        'ENDOFDATA',
      ),
    )
    expect(file.problems).toEqual([])
    expect(file.header).toMatchObject({ version: 'CIF_I_V3.0', loadMode: 'full', currency: 'EUR' })
    expect(file.items).toEqual([
      {
        supplierID: 'S',
        supplierPartID: 'P-1',
        description: 'Pump',
        spscCode: '43',
        unitPrice: '9.50',
        unitOfMeasure: 'EA',
        leadTime: '3',
        line: 5,
      },
    ])
  })

  it('keeps columns and keys that it does not know', () => {
    const file = readCif(
      lines(
        'CIF_I_V3.0',
        'LOADMODE: I',
        'X_KEY: 7',
        '"FIELDNAMES: Supplier Part ID, Item Description, punchout enabled, ""Shade, inner"", Delete"',
        'DATA',
        '"P ""1""", "Pump, ',
        'two lines" ,T, dark ,',
        'P-2,,,,TRUE',
        'endofdata',
      ),
    )
    expect(file.problems).toEqual([])
    expect(file.header.others).toEqual({ X_KEY: '7' })
    expect(rowsOf(file)).toEqual([
      {
        supplierPartID: 'P "1"',
        description: 'Pump, \ntwo lines',
        punchOutEnabled: true,
        others: { 'Shade, inner': 'dark' },
      },
      { supplierPartID: 'P-2', delete: true },
    ])
    expect(file.items[1]?.line).toBe(8)
  })

  it.each([
    ['Latin-1', 'CHARSET: 8859_1', 'latin1'],
    ['ISO names', 'CHARSET: ISO-8859-1', 'latin1'],
    ['UTF-8', 'CHARSET: UTF-8', 'utf8'],
    ['nothing said', 'COMMENTS: x', 'utf8'],
    ['a byte order mark', '\ufeff', 'utf8'],
  ] as const)('reads %s', (_what, key, encoding) => {
    const mark = key === '\ufeff'
    const written = [
      `${mark ? key : ''}CIF_I_V3.0`,
      'LOADMODE: F',
      mark ? '' : key,
      'DATA',
      row.replace('Pump', 'Größe'),
      'ENDOFDATA',
    ]
    const file = readCif(Buffer.from(written.join('\r\n'), encoding))
    expect(file.problems).toEqual([])
    expect(file.items[0]?.description).toBe('Größe')
  })

  it('says where what is wrong stands', () => {
    const file = readCif(
      lines(
        'CIF_I_V3.0',
        'LOADMODE: F',
        'ITEMCOUNT: 3',
        'DATA',
        'S,P-1,,Pump,43,9 dollars,EA,3,,,,',
        'S,P-2,,,43,9,EA,3,,,,',
        'S,P-2,,Pump,43,9',
        'S,P-3,,"Pump,43,9,EA',
        'S,P-4,,Pu\0mp,43,9,EA,,,,,',
        'ENDOFDATA',
        'more',
      ),
    )
    expect(file.problems.map(({ code, line, column, item }) => [code, line, column, item])).toEqual([
      ['ERR_CATALOG_ITEM', 5, 16, 0],
      ['ERR_CATALOG_ITEM', 6, 8, 1],
      ['ERR_CATALOG_ROW', 7, 16, 2],
      ['ERR_CATALOG_QUOTE', 8, 8, 3],
      ['ERR_CATALOG_CHARACTER', 9, 8, 4],
      ['WARN_CATALOG_SURPLUS', 11, 1, undefined],
      ['WARN_CATALOG_ITEMCOUNT', 3, 1, undefined],
      ['WARN_CATALOG_DOUBLED', 7, 1, 2],
    ])
    expect(file.items).toHaveLength(5)
    expect(file.items[0]?.others).toEqual({ 'Unit Price': '9 dollars' })
  })

  it('takes a file without its end, and one that does not say how to load it, for wrong', () => {
    expect(codes(readCif(lines('CIF_I_V3.0', 'LOADMODE: F', 'DATA', row)))).toEqual(['ERR_CATALOG_TRUNCATED'])
    expect(codes(readCif(lines('CIF_I_V3.0', 'DATA', row, 'ENDOFDATA')))).toEqual(['ERR_CATALOG_HEADER'])
  })

  it('names bytes that are none in the charset', () => {
    const file = readCif(
      Buffer.from(
        `CIF_I_V3.0\nCHARSET: UTF-8\nLOADMODE: F\nDATA\n${row.replace('Pump', 'Größe')}\nENDOFDATA`,
        'latin1',
      ),
    )
    expect(file.problems).toEqual([expect.objectContaining({ code: 'ERR_CATALOG_CHARACTER', line: 5 })])
    const unknown = readCif(lines('CIF_I_V3.0', 'CHARSET: KLINGON', 'LOADMODE: F', 'DATA', row, 'ENDOFDATA'))
    expect(codes(unknown)).toEqual(['WARN_CATALOG_CHARSET'])
  })

  it.each([
    ['an archive', 'PK\u0003\u0004', 'ZIP'],
    ['XML', '<?xml version="1.0"?><cXML/>', 'XML'],
    ['compressed', '\u001f\u008b', 'compressed|begins'],
    ['nothing', '', 'empty'],
    ['no data', 'CIF_I_V3.0\nLOADMODE: F\n', 'no line DATA'],
  ])('refuses %s', (_what, written, message) => {
    expect(() => readCif(Buffer.from(written, 'latin1'))).toThrow(refusal('ERR_CATALOG_NOT_CIF', message))
  })

  it('ends soon, whatever is sent', () => {
    const head = 'CIF_I_V3.0\nLOADMODE: F\nDATA\n'
    const hostile = [
      '"'.repeat(1_000_000),
      '"x\n'.repeat(49_000),
      ','.repeat(1_000_000),
      'x'.repeat(2_000_000),
    ]
    const started = performance.now()
    for (const rows of hostile) {
      const file = readCif(bytes(`${head}${rows}\nENDOFDATA`))
      expect(file.problems.length).toBeLessThanOrEqual(1000)
    }
    expect(performance.now() - started).toBeLessThan(5000)
    expect(() => readCif(bytes(`${head}${'P\n'.repeat(50_001)}`))).toThrow(refusal('ERR_CATALOG_LIMIT'))
    expect(() => readCif(new Uint8Array(11 * 1024 * 1024))).toThrow(CatalogError)
  })
})
