import { readApprovable } from '../approvables.js'
import { waitingFor } from '../approvals/acting.js'
import type { ToDo } from '../approvals.js'
import { findPerson, fullName } from '../company/people.js'
import type { Home, Tile } from '../home.js'
import { countUnread } from '../notifications/notification-records.js'
import { findCart, listRequisitions } from '../requisitions/requisition-records.js'
import { postedFor } from './noticeboard.js'
import type { Reading } from './reading.js'

export function home(reading: Reading, login: string): Home {
  findPerson(reading.company, login)
  return {
    tiles: tiles(reading),
    toDo: toDo(reading, login),
    ...postedFor(reading, login),
    recentRequests: listRequisitions(reading.db, { login, limit: 5 }),
    cartLineCount: findCart(reading.db, login)?.lines.length ?? 0,
    unreadNotifications: countUnread(reading.db, login),
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
  return waitingFor(reading, login).map(approval => ({
    approval: approval.id,
    status: approval.status === 'on_hold' ? 'on_hold' : 'pending_approval',
    approvable: readApprovable(reading, approval.on),
    ...(approval.actsFor === login ? {} : { onBehalfOf: named(reading, approval.actsFor) }),
    rule: approval.rule,
    ...(approval.openedAt === undefined ? {} : { since: approval.openedAt }),
  }))
}

function named({ company }: Reading, login: string): { login: string; fullName: string } {
  return { login, fullName: fullName(findPerson(company, login)) }
}
