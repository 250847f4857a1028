import { jobRecords } from './job-records.js'
import { orderRecords } from './order-records.js'
import { outdatedRecords } from './outdated-records.js'
import { requestRecords } from './request-records.js'
import { sentDocumentRecords } from './sent-document-records.js'
import { shoppingRecords } from './shopping-records.js'
import type { Sql } from './sql.js'
import type { StoreTransaction } from './store.js'

/** The port in SQL, the same for every database. */
export function sqlTransaction(sql: Sql): StoreTransaction {
  return {
    ...shoppingRecords(sql),
    ...requestRecords(sql),
    ...orderRecords(sql),
    ...sentDocumentRecords(sql),
    ...jobRecords(sql),
    ...outdatedRecords(sql),
  }
}
