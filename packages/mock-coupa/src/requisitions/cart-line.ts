import type { RequisitionLine } from './requisition.js'

/** A line of a returned cart, read and found acceptable, on its way into a requisition. */
export type CartLine = Omit<RequisitionLine, 'lineNum' | 'trip'>
