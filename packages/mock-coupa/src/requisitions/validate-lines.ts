import { compareDecimals } from '@punchloop/sdk/cxml'
import { findSupplier } from '../company/find.js'
import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import { recordHistory } from '../journal/history.js'
import { recordExchange } from '../journal/journal.js'
import type { ReadItem } from '../oci/read-items.js'
import { askCatalog, type CatalogCaller, type OciSite } from '../shopping/ask-catalog.js'
import type { Searching } from '../shopping/search.js'
import { readLine } from './read-cart.js'
import { filledIn } from './replace-session.js'
import type { RequisitionLine } from './requisition.js'
import { replaceLine } from './requisition-lines.js'
import { readRequisition } from './requisition-records.js'

/** The lines that one visit to an OCI catalogue brought, and who asks about them. */
export interface LinesToValidate {
  readonly login: string
  readonly requisition: number
  readonly trip: number
  readonly site: OciSite
}

/**
 * `FUNCTION=VALIDATE`: the catalogue says what each line is today, and the line becomes that; the quantity stays. What it does not
 * know any more stays as it is. What came of each line stands in the history.
 *
 * Unverified: that the system asks in the background, as it does for BACKGROUND_SEARCH, and line by line.
 */
export async function validateLines(asking: Searching, wanted: LinesToValidate): Promise<void> {
  const { login, requisition, trip, site } = wanted
  const company = asking.company()
  const caller: CatalogCaller = {
    site,
    supplierName: findSupplier(company, site.supplier).name,
    companyName: company.name,
    email: findPerson(company, login).email,
    publicUrl: asking.publicUrl(),
    about: { trip },
    record: entry => void asking.transaction(work => recordExchange(work.db, entry)),
    signal: asking.stopping,
  }
  const held = readRequisition(asking.db, requisition).lines.filter(line => line.trip === trip)
  for (const { id, suppAuxPartNum, sourcePartNum = '', quantity } of held) {
    const productID = suppAuxPartNum ?? sourcePartNum
    const answer = await askCatalog(asking, caller, {
      FUNCTION: 'VALIDATE',
      PRODUCTID: productID,
      QUANTITY: quantity,
    })
    asking.transaction(work => {
      const { lines } = readRequisition(work.db, requisition)
      const line = lines.find(candidate => candidate.id === id && candidate.trip === trip)
      if (line === undefined) return
      const [item] = 'items' in answer ? answer.items : []
      const found =
        'problem' in answer ? answer.problem.message : becomeToday(work, { ...wanted, line, item })
      recordHistory(work, {
        requisition,
        by: fullName(findPerson(work.company, login)),
        text: `Checked line ${line.lineNum} at ${site.name}: ${found}`,
      })
    })
  }
}

/** The line as the catalogue offers it now; returns what has changed. */
function becomeToday(
  work: Work,
  by: LinesToValidate & { readonly line: RequisitionLine; readonly item: ReadItem | undefined },
): string {
  const { line, item, site, requisition } = by
  if (item === undefined) return 'it is not offered any more'
  if ('problem' in item) return item.problem
  const { company, system } = work
  const taking = { company, site, supplier: findSupplier(company, site.supplier), habits: system.cart }
  const read = readLine({ ...item.itemIn, quantity: line.quantity }, taking)
  if ('problem' in read) return read.problem.error
  replaceLine(work, requisition, { ...read.line, ...filledIn(line, read.line.total), trip: by.trip })
  return compareDecimals(read.line.unitPrice, line.unitPrice) === 0
    ? 'its price is as it was'
    : `its price was ${line.unitPrice} and is ${read.line.unitPrice}`
}
