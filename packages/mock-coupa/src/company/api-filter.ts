/** What of an object the REST API shows to whoever says `?filter=<name>`. Documented: API Response Filters. */
export interface ApiFilter {
  name: string
  description?: string
  /** Whose answers it is for, as in their address: `purchase_orders`. */
  resource: string
  /** As the query's `fields`: `["id",{"supplier":["name"]}]`. */
  fields: string
  /** Whether it is taken where a request says nothing about it. Default: no. */
  isDefault?: boolean
}

/** `["id",{"supplier":["name"]}]`, names with dashes. Null: as it shows inside others. */
export type WantedFields = ReadonlyMap<string, WantedFields | null>

/** @throws {SyntaxError | TypeError} where it is no JSON list of names and objects. */
export function readWantedFields(text: string): WantedFields {
  return wantedOf(JSON.parse(text))
}

function wantedOf(value: unknown): WantedFields {
  if (!Array.isArray(value)) throw new TypeError('not a list')
  const wanted = new Map<string, WantedFields | null>()
  for (const entry of value) {
    if (typeof entry === 'string') wanted.set(entry.replaceAll('_', '-'), null)
    else if (typeof entry === 'object' && entry !== null) {
      for (const [name, inner] of Object.entries(entry)) {
        wanted.set(name.replaceAll('_', '-'), isEmptyObject(inner) ? null : wantedOf(inner))
      }
    } else throw new TypeError('neither a name nor an object')
  }
  return wanted
}

/** `{"custom_fields": {}}` asks for all of them, as an example call has it. */
function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
