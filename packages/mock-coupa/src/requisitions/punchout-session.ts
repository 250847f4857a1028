import type { Company } from '../company/company.js'
import { CoupaError } from '../errors.js'
import type { HeldLine, HeldLines, OperationAllowed, ReopeningOperation } from '../shopping/shopping-trip.js'
import type { SetupOperation } from '../systems/system.js'
import { isOwn } from './edit-cart.js'
import type { Requisition, RequisitionLine } from './requisition.js'

/** The lines of one cart of one shop, which the shop can be asked to open again. */
export interface PunchoutSession {
  /** The trip that brought them. */
  readonly trip: number
  readonly site: { readonly id: number; readonly name: string }
  readonly lineNums: readonly number[]
  /** `validate`: an OCI catalogue can be asked what the lines are today. */
  readonly may: Readonly<Record<ReopeningOperation | 'validate', boolean>>
}

/** Who looks at the lines, and what is offered there. */
export interface Looking {
  readonly login: string
  readonly company: Readonly<Company>
  /** What the procurement system can ask suppliers for. */
  readonly operations: readonly SetupOperation[]
  /** What the supplier allows with the lines of a trip. */
  readonly operationAllowed: (trip: number) => OperationAllowed
}

/** In the order of the lines. */
export function punchoutSessions(requisition: Requisition, by: Looking): PunchoutSession[] {
  const byTrip = Map.groupBy(requisition.lines.filter(isOfTrip), line => line.trip)
  return [...byTrip].map(([trip, lines]) => {
    const { punchoutSite } = lines[0] as LineOfTrip
    return {
      trip,
      site: punchoutSite,
      lineNums: lines.map(({ lineNum }) => lineNum),
      may: mayReopen(requisition, { trip, site: punchoutSite.id }, by),
    }
  })
}

/** The buyer's system must offer it, the site be set up for it, and the supplier have allowed it with the cart. */
function mayReopen(
  requisition: Requisition,
  session: { readonly trip: number; readonly site: number },
  { login, company, operations, operationAllowed }: Looking,
): PunchoutSession['may'] {
  const site = company.punchoutSites.find(({ id, active }) => active && id === session.site)
  const { status } = requisition
  const mayChange = (status === 'cart' || status === 'draft') && isOwn(requisition, login)
  const allowed = operationAllowed(session.trip)
  const changes = mayChange && site?.supportsEdit === true && allowed === 'edit'
  return {
    edit: changes && operations.includes('edit'),
    source: changes && operations.includes('source'),
    inspect: site?.supportsInspect === true && allowed !== 'create' && operations.includes('inspect'),
    validate: mayChange && site?.oci !== undefined,
  }
}

type LineOfTrip = RequisitionLine & Required<Pick<RequisitionLine, 'trip' | 'punchoutSite'>>

function isOfTrip(line: RequisitionLine): line is LineOfTrip {
  return line.trip !== undefined && line.punchoutSite !== undefined
}

/**
 * What goes back to the shop. `ERR_COUPA_FORBIDDEN` where the system, the site's flags, the supplier or
 * the requisition's status do not allow it;
 * whoever calls has seen to it that `login` may see the requisition.
 */
export function holdSession(
  requisition: Requisition,
  by: Looking,
  wanted: { readonly trip: number; readonly operation: ReopeningOperation },
): { readonly siteId: number; readonly held: HeldLines } {
  const session = findSession(requisition, by, wanted.trip)
  if (!session.may[wanted.operation]) {
    throw new CoupaError(
      'ERR_COUPA_FORBIDDEN',
      `The items from ${session.site.name} cannot be ${refusals[wanted.operation]}, and the supplier have allowed it with the cart`,
    )
  }
  const lines = requisition.lines.filter(({ trip }) => trip === wanted.trip).map(heldLine)
  return { siteId: session.site.id, held: { ...wanted, requisition: requisition.number, lines } }
}

/** Whose lines a catalogue may be asked about; `ERR_COUPA_FORBIDDEN` where the site or the requisition does not allow it. */
export function sessionToValidate(requisition: Requisition, by: Looking, trip: number): PunchoutSession {
  const session = findSession(requisition, by, trip)
  if (session.may.validate) return session
  throw new CoupaError(
    'ERR_COUPA_FORBIDDEN',
    `The items from ${session.site.name} cannot be checked there: it must be an OCI catalogue, the requisition your own cart or draft`,
  )
}

function findSession(requisition: Requisition, by: Looking, trip: number): PunchoutSession {
  const session = punchoutSessions(requisition, by).find(candidate => candidate.trip === trip)
  if (session !== undefined) return session
  throw new CoupaError(
    'ERR_COUPA_NOT_FOUND',
    `Requisition ${requisition.number} has no items of that visit to a supplier`,
  )
}

const refusals: Readonly<Record<ReopeningOperation, string>> = {
  edit: 'edited there: the site must support it, the requisition be your own cart or draft',
  source: 'quoted there: the site must support it, the requisition be your own cart or draft',
  inspect: 'inspected there: the site must support it',
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
