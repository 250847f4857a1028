import { assertAdministrator, findPerson } from '../company/people.js'
import { CoupaError } from '../errors.js'
import type { Trace, TraceSummary } from '../journal/exchange.js'
import { type ExchangeFilter, listExchanges } from '../journal/journal.js'
import { listTraces, readTraceId, traceTitle } from '../journal/traces.js'
import { readRequisition } from '../requisitions/requisition-records.js'
import { findTrip } from '../shopping/trip-records.js'
import { textOf } from '../store/row.js'
import type { Reading } from './reading.js'
import { assertMaySee } from './requisition-view.js'

/** Every exchange of one transaction, for whoever may see what it belongs to. */
export function trace(reading: Reading, login: string, id: string): Trace {
  const filter = readTraceId(id)
  if (filter === undefined || !maySee(reading, login, filter)) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no trace "${id.slice(0, 40)}"`)
  }
  return { id, title: traceTitle(id), exchanges: listExchanges(reading.db, filter) }
}

/** The latest hundred transactions. */
export function traces(reading: Reading, login: string): readonly TraceSummary[] {
  assertAdministrator(reading.company, login)
  return listTraces(reading.db, 100)
}

function maySee(reading: Reading, login: string, filter: ExchangeFilter): boolean {
  if (filter.requisition !== undefined) {
    assertMaySee(reading, login, readRequisition(reading.db, filter.requisition))
    return true
  }
  const owner = ownerOf(reading, filter)
  return owner !== undefined && (owner === login || findPerson(reading.company, login).administrator)
}

function ownerOf({ db }: Reading, filter: ExchangeFilter): string | undefined {
  if (filter.trip !== undefined) return findTrip(db, filter.trip)?.login
  const row = db.get('SELECT login FROM searches WHERE id = $search', { search: filter.search })
  return row && textOf(row, 'login')
}
