import { readApprovable } from '../approvables.js'
import { waitingFor } from '../approvals/acting.js'
import type { ToDo } from '../approvals.js'
import { findPerson, fullName } from '../company/people.js'
import type { Counts, Home, Tile } from '../home.js'
import { countUnread } from '../notifications/notification-records.js'
import { findCart, listRequisitions } from '../requisitions/requisition-records.js'
import { type ListPage, placeOfPage } from '../store/list-page.js'
import { postedFor } from './noticeboard.js'
import type { Reading } from './reading.js'

export function home(reading: Reading, login: string): Home {
  findPerson(reading.company, login)
  return {
    tiles: tiles(reading),
    toDo: firstToDo(reading, login),
    ...postedFor(reading, login),
    recentRequests: listRequisitions(reading.db, { login, limit: 5 }),
    ...ownCounts(reading, login),
  }
}

export function counts(reading: Reading, login: string): Counts {
  findPerson(reading.company, login)
  return { ...ownCounts(reading, login), toDo: waitingFor(reading, login).length }
}

function ownCounts({ db }: Reading, login: string): Omit<Counts, 'toDo'> {
  return {
    cartLineCount: findCart(db, login)?.lines.length ?? 0,
    unreadNotifications: countUnread(db, login),
  }
}

/** Active sites, in the order of the configuration. */
function tiles({ company }: Reading): Tile[] {
  return company.punchoutSites
    .filter(site => site.active)
    .map(site => ({
      siteId: site.id,
      name: site.name,
      description: site.description,
      supplierName: company.suppliers.find(({ id }) => id === site.supplier)?.name ?? '',
      hasLogo: site.logo !== undefined,
      openBuy: site.openBuy.enabled,
      ...(site.logoUrl === undefined ? {} : { logoUrl: site.logoUrl }),
    }))
}

/** Longest waiting first. */
export function toDo(reading: Reading, login: string): ToDo[] {
  return waitingFor(reading, login).map(approval => toDoOf(reading, login, approval))
}

/** The first page of the same. */
function firstToDo(reading: Reading, login: string): ListPage<ToDo> {
  const waiting = waitingFor(reading, login)
  const { limit, offset: _first, ...place } = placeOfPage(waiting.length, 1)
  return { ...place, rows: waiting.slice(0, limit).map(approval => toDoOf(reading, login, approval)) }
}

function toDoOf(reading: Reading, login: string, approval: ReturnType<typeof waitingFor>[number]): ToDo {
  return {
    approval: approval.id,
    status: approval.status === 'on_hold' ? 'on_hold' : 'pending_approval',
    approvable: readApprovable(reading, approval.on),
    ...(approval.actsFor === login ? {} : { onBehalfOf: named(reading, approval.actsFor) }),
    rule: approval.rule,
    ...(approval.openedAt === undefined ? {} : { since: approval.openedAt }),
  }
}

function named({ company }: Reading, login: string): { login: string; fullName: string } {
  return { login, fullName: fullName(findPerson(company, login)) }
}
