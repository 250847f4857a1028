import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { replaceLine } from './requisition-lines.js'
import { readRequisition } from './requisition-records.js'

const day = 24 * 60 * 60 * 1000

/**
 * When the order is made: a line of a punchout site with a lead time is needed no earlier than that many days from now,
 * where its need-by date is blank or earlier.
 */
export function keepLeadTimes(event: LifecycleEvents['requisition approved'], work: Work): void {
  const { lines } = readRequisition(work.db, event.requisition)
  for (const line of lines) {
    const site = work.company.punchoutSites.find(({ id }) => id === line.punchoutSite?.id)
    if (site?.leadTimeDays === undefined) continue
    const earliest = new Date(work.now.getTime() + site.leadTimeDays * day)
    if (line.needByDate === undefined || line.needByDate < earliest) {
      replaceLine(work, event.requisition, { ...line, needByDate: earliest })
    }
  }
}
