import { type CatalogItem, catalogKey } from '@punchloop/sdk/catalog'
import type { Work } from '../control/work.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentText, type Row, textOf } from '../store/row.js'
import {
  type IndexCatalog,
  type IndexItem,
  type IndexLoad,
  loadedVias,
  loadStatuses,
} from './index-catalog.js'

/** Id of the catalogue; made where it is not known yet. */
export function keepCatalog(work: Work, supplier: number, name: string): number {
  const now = work.now.toISOString()
  work.db.run(
    `INSERT INTO index_catalogs (supplier, name, created_at, updated_at) VALUES ($supplier, $name, $now, $now)
     ON CONFLICT (supplier, name) DO UPDATE SET updated_at = $now`,
    { supplier, name, now },
  )
  return findCatalog(work.db, supplier, name) ?? 0
}

export function findCatalog(db: Database, supplier: number, name: string): number | undefined {
  const row = db.get('SELECT id FROM index_catalogs WHERE supplier = $supplier AND name = $name', {
    supplier,
    name,
  })
  return row && numberOf(row, 'id')
}

export function removeItems(work: Work, catalog: number): void {
  work.db.run('DELETE FROM index_items WHERE catalog = $catalog', { catalog })
}

export function removeItem(work: Work, catalog: number, item: CatalogItem): void {
  work.db.run('DELETE FROM index_items WHERE catalog = $catalog AND key = $key', {
    catalog,
    key: catalogKey(item),
  })
}

export function keepItem(work: Work, catalog: number, item: CatalogItem): void {
  work.db.run(
    `INSERT INTO index_items (catalog, key, words, record) VALUES ($catalog, $key, $words, $record)
     ON CONFLICT (catalog, key) DO UPDATE SET words = $words, record = $record`,
    { catalog, key: catalogKey(item), words: wordsIn(item), record: JSON.stringify(item) },
  )
}

/** What a search looks through. */
function wordsIn(item: CatalogItem): string {
  const { shortName, description, supplierPartID, manufacturerName, manufacturerPartID } = item
  return [shortName, description, supplierPartID, manufacturerName, manufacturerPartID]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
}

export function insertLoad(work: Work, load: Omit<IndexLoad, 'id' | 'at'>): IndexLoad {
  const { problems, ...values } = load
  const id = work.db.run(
    `INSERT INTO index_loads (supplier, name, via, by, status, load_mode, row_count, loaded_count, problems, message, at)
     VALUES ($supplier, $name, $via, $by, $status, $loadMode, $rowCount, $loadedCount, $problems, $message, $now)`,
    {
      ...values,
      loadMode: load.loadMode,
      message: load.message,
      problems: JSON.stringify(problems),
      now: work.now.toISOString(),
    },
  ).lastId
  return { id, at: work.now, ...load }
}

/** Of the suppliers named, in the order in which they were made; with the latest loads of each. */
export function listCatalogs(db: Database): IndexCatalog[] {
  return db
    .all(
      `SELECT c.*, (SELECT COUNT(*) FROM index_items i WHERE i.catalog = c.id) AS item_count
       FROM index_catalogs c ORDER BY c.id`,
    )
    .map(row => {
      const supplier = numberOf(row, 'supplier')
      const name = textOf(row, 'name')
      return {
        id: numberOf(row, 'id'),
        supplier,
        name,
        itemCount: numberOf(row, 'item_count'),
        updatedAt: dateOf(row, 'updated_at'),
        loads: db
          .all(
            `SELECT * FROM index_loads WHERE supplier = $supplier AND name = $name ORDER BY id DESC LIMIT 20`,
            { supplier, name },
          )
          .map(loadOf),
      }
    })
}

/** The latest first. */
export function listLoads(db: Database): IndexLoad[] {
  return db.all('SELECT * FROM index_loads ORDER BY id DESC LIMIT 50').map(loadOf)
}

export function findLoad(db: Database, id: number): IndexLoad | undefined {
  const row = db.get('SELECT * FROM index_loads WHERE id = $id', { id })
  return row && loadOf(row)
}

export function removeCatalog(work: Work, id: number): boolean {
  return work.db.run('DELETE FROM index_catalogs WHERE id = $id', { id }).changes > 0
}

/** Items in which every word occurs; nothing for no word. At most `most`, in the order in which they were loaded. */
export function findItems(db: Database, words: readonly string[], most: number): IndexItem[] {
  if (words.length === 0) return []
  const named = Object.fromEntries(words.map((word, index) => [`word${index}`, word]))
  const conditions = words.map((_, index) => `instr(i.words, $word${index}) > 0`)
  return db
    .all(
      `SELECT i.id, i.record, c.supplier FROM index_items i JOIN index_catalogs c ON c.id = i.catalog
       WHERE ${conditions.join(' AND ')} ORDER BY i.id LIMIT $most`,
      { ...named, most },
    )
    .map(itemOf)
}

export function findItem(db: Database, id: number): IndexItem | undefined {
  const row = db.get(
    `SELECT i.id, i.record, c.supplier FROM index_items i JOIN index_catalogs c ON c.id = i.catalog WHERE i.id = $id`,
    { id },
  )
  return row && itemOf(row)
}

function itemOf(row: Row): IndexItem {
  // Written by this program, and read back as it was.
  const item: CatalogItem = JSON.parse(textOf(row, 'record'))
  return { ...item, id: numberOf(row, 'id'), supplier: numberOf(row, 'supplier') }
}

function loadOf(row: Row): IndexLoad {
  const { loadMode, message } = presentText(row, { loadMode: 'load_mode', message: 'message' })
  return {
    id: numberOf(row, 'id'),
    supplier: numberOf(row, 'supplier'),
    name: textOf(row, 'name'),
    via: memberOf(row, 'via', loadedVias),
    by: textOf(row, 'by'),
    status: memberOf(row, 'status', loadStatuses),
    ...(loadMode === undefined ? {} : { loadMode: loadMode === 'incremental' ? 'incremental' : 'full' }),
    rowCount: numberOf(row, 'row_count'),
    loadedCount: numberOf(row, 'loaded_count'),
    problems: JSON.parse(textOf(row, 'problems')),
    ...(message === undefined ? {} : { message }),
    at: dateOf(row, 'at'),
  }
}
