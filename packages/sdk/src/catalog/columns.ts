import type { CatalogItem } from './catalog.js'

type TextField = Exclude<
  keyof CatalogItem,
  'punchOutEnabled' | 'delete' | 'punchoutLevel' | 'others' | NumberField | DateField
>
type NumberField = 'unitPrice' | 'marketPrice' | 'leadTime'
type DateField = 'effectiveDate' | 'expirationDate'

/** One column of the file: its name, and the field of {@link CatalogItem} that stands in it. */
export type Column = { readonly name: string } & (
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'number'; readonly field: NumberField }
  | { readonly kind: 'date'; readonly field: DateField }
  | { readonly kind: 'flag'; readonly field: 'punchOutEnabled' | 'delete' }
  | { readonly kind: 'level'; readonly field: 'punchoutLevel' }
)

/** The columns of a file that names none, in this order. */
export const defaultColumns: readonly Column[] = [
  { name: 'Supplier ID', kind: 'text', field: 'supplierID' },
  { name: 'Supplier Part ID', kind: 'text', field: 'supplierPartID' },
  { name: 'Manufacturer Part ID', kind: 'text', field: 'manufacturerPartID' },
  { name: 'Item Description', kind: 'text', field: 'description' },
  { name: 'SPSC Code', kind: 'text', field: 'spscCode' },
  { name: 'Unit Price', kind: 'number', field: 'unitPrice' },
  { name: 'Units of Measure', kind: 'text', field: 'unitOfMeasure' },
  { name: 'Lead Time', kind: 'number', field: 'leadTime' },
  { name: 'Manufacturer Name', kind: 'text', field: 'manufacturerName' },
  { name: 'Supplier URL', kind: 'text', field: 'supplierURL' },
  { name: 'Manufacturer URL', kind: 'text', field: 'manufacturerURL' },
  { name: 'Market Price', kind: 'number', field: 'marketPrice' },
]

/** Those that we know, in the order in which we write them. */
export const columns: readonly Column[] = [
  ...defaultColumns,
  { name: 'Currency', kind: 'text', field: 'currency' },
  { name: 'PunchOut Enabled', kind: 'flag', field: 'punchOutEnabled' },
  { name: 'PunchoutLevel', kind: 'level', field: 'punchoutLevel' },
  { name: 'Supplier Part Auxiliary ID', kind: 'text', field: 'supplierPartAuxiliaryID' },
  { name: 'Language', kind: 'text', field: 'language' },
  { name: 'Classification Codes', kind: 'text', field: 'classificationCodes' },
  { name: 'Territory Available', kind: 'text', field: 'territoryAvailable' },
  { name: 'Short Name', kind: 'text', field: 'shortName' },
  { name: 'Image', kind: 'text', field: 'image' },
  { name: 'Thumbnail', kind: 'text', field: 'thumbnail' },
  { name: 'Effective Date', kind: 'date', field: 'effectiveDate' },
  { name: 'Expiration Date', kind: 'date', field: 'expirationDate' },
  { name: 'Delete', kind: 'flag', field: 'delete' },
]

/** People write `PunchoutLevel`, `Punchout Level` and `PunchOut-Level`. */
const folded = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const byName: ReadonlyMap<string, Column> = new Map([
  ...columns.map(column => [folded(column.name), column] as const),
  ...Object.entries({
    unitofmeasure: 'Units of Measure',
    uom: 'Units of Measure',
    unspsc: 'SPSC Code',
    unspsccode: 'SPSC Code',
    supplierauxiliarypartid: 'Supplier Part Auxiliary ID',
    supplierauxpartid: 'Supplier Part Auxiliary ID',
    territory: 'Territory Available',
    punchout: 'PunchOut Enabled',
    deleted: 'Delete',
  }).flatMap(([alias, name]) => {
    const column = columns.find(candidate => candidate.name === name)
    return column === undefined ? [] : [[alias, column] as const]
  }),
])

/** The column that a name in FIELDNAMES means; undefined for one of somebody else. */
export function columnNamed(name: string): Column | undefined {
  return byName.get(folded(name))
}
