import type { Company } from '../company/company.js'
import { CoupaError } from '../errors.js'
import type { HeldLine, HeldLines } from '../shopping/shopping-trip.js'
import type { Requisition, RequisitionLine } from './requisition.js'

/** The lines of one cart of one shop, which the shop can be asked to open again. */
export interface PunchoutSession {
  /** The trip that brought them. */
  readonly trip: number
  readonly site: { readonly id: number; readonly name: string }
  readonly lineNums: readonly number[]
  readonly may: { readonly edit: boolean; readonly inspect: boolean }
}

/** In the order of the lines. `login`: who looks at them. */
export function punchoutSessions(
  requisition: Requisition,
  login: string,
  company: Readonly<Company>,
): PunchoutSession[] {
  const isOpen = requisition.status === 'cart' || requisition.status === 'draft'
  const mayEdit = isOpen && requisition.requestedBy.login === login
  const byTrip = Map.groupBy(requisition.lines.filter(isOfTrip), line => line.trip)
  return [...byTrip].map(([trip, lines]) => {
    const { punchoutSite } = lines[0] as LineOfTrip
    const site = company.punchoutSites.find(({ id, active }) => active && id === punchoutSite.id)
    return {
      trip,
      site: punchoutSite,
      lineNums: lines.map(({ lineNum }) => lineNum),
      may: { edit: mayEdit && site?.supportsEdit === true, inspect: site?.supportsInspect === true },
    }
  })
}

type LineOfTrip = RequisitionLine & Required<Pick<RequisitionLine, 'trip' | 'punchoutSite'>>

function isOfTrip(line: RequisitionLine): line is LineOfTrip {
  return line.trip !== undefined && line.punchoutSite !== undefined
}

/**
 * What goes back to the shop. `ERR_COUPA_FORBIDDEN` where the site's flags or the requisition's status do not allow it;
 * whoever calls has seen to it that `login` may see the requisition.
 */
export function holdSession(
  requisition: Requisition,
  by: { readonly login: string; readonly company: Readonly<Company> },
  wanted: { readonly trip: number; readonly operation: 'edit' | 'inspect' },
): { readonly siteId: number; readonly held: HeldLines } {
  const sessions = punchoutSessions(requisition, by.login, by.company)
  const session = sessions.find(({ trip }) => trip === wanted.trip)
  if (session === undefined) {
    throw new CoupaError(
      'ERR_COUPA_NOT_FOUND',
      `Requisition ${requisition.number} has no items of that visit to a supplier`,
    )
  }
  if (!session.may[wanted.operation]) {
    throw new CoupaError(
      'ERR_COUPA_FORBIDDEN',
      wanted.operation === 'edit'
        ? `The items from ${session.site.name} cannot be edited there: the site must support it, and the requisition be your own cart or draft`
        : `The items from ${session.site.name} cannot be inspected there: the site does not support it`,
    )
  }
  const lines = requisition.lines.filter(({ trip }) => trip === wanted.trip).map(heldLine)
  return { siteId: session.site.id, held: { ...wanted, requisition: requisition.number, lines } }
}

function heldLine(line: RequisitionLine): HeldLine {
  return {
    lineNum: line.lineNum,
    quantity: line.quantity,
    sourcePartNum: line.sourcePartNum ?? '',
    unitPrice: line.unitPrice,
    currency: line.currency,
    description: line.description,
    descriptionLang: line.descriptionLang,
    uom: line.uom ?? '',
    ...(line.suppAuxPartNum === undefined ? {} : { suppAuxPartNum: line.suppAuxPartNum }),
    ...(line.unspscCode === undefined ? {} : { unspscCode: line.unspscCode }),
  }
}
