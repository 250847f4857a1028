import { type CatalogItem, catalogKey, type LoadMode } from './catalog.js'

/**
 * The rows that make the one catalogue of the other, for an incremental file: what is new or differs as a whole row, what
 * is gone as a row with `delete`. Empty where both are the same.
 */
export function diffCatalogs(before: readonly CatalogItem[], after: readonly CatalogItem[]): CatalogItem[] {
  const earlier = byKey(before)
  const later = byKey(after)
  const changed = [...later].flatMap(([key, item]) => {
    const known = earlier.get(key)
    return known !== undefined && isSame(known, item) ? [] : [item]
  })
  const gone = [...earlier].flatMap(([key, item]) => (later.has(key) ? [] : [{ ...item, delete: true }]))
  return [...changed, ...gone]
}

/** What a buyer has after loading a file: `full` replaces everything, `incremental` changes, adds and deletes rows. */
export function applyCatalog<Item extends CatalogItem>(
  items: readonly Item[],
  load: { readonly loadMode: LoadMode; readonly items: readonly Item[] },
): Item[] {
  const result = load.loadMode === 'full' ? new Map<string, Item>() : byKey(items)
  for (const item of load.items) {
    const key = catalogKey(item)
    if (item.delete === true) result.delete(key)
    else result.set(key, item)
  }
  return [...result.values()]
}

/** Of two rows with one key the later one holds. */
function byKey<Item extends CatalogItem>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map(item => [catalogKey(item), item]))
}

function isSame(one: CatalogItem, other: CatalogItem): boolean {
  return written(one) === written(other)
}

/** Independent of the order in which fields were set. */
function written({ others = {}, ...item }: CatalogItem): string {
  const sorted = (fields: object) =>
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([sorted(item), sorted(others)])
}
