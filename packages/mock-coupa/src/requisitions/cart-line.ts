import type { NewRequisitionLine } from './requisition.js'

/** A line of a returned cart, read and found acceptable, on its way into a requisition. */
export type CartLine = Omit<NewRequisitionLine, 'trip'>
