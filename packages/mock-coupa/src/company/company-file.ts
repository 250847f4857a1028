import { Low, Memory } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { assertCompany } from './check-company.js'
import type { Company } from './company.js'

/** The configuration of a running mock. */
export interface CompanyFile {
  /** As it stands: not to be changed; every update makes a new one. */
  readonly current: Readonly<Company>
  /**
   * Changes a copy, checks it and writes it.
   *
   * @example
   * await coupa.company.update(company => { company.uoms.push('BX') })
   */
  update(change: (company: Company) => void): Promise<Readonly<Company>>
}

/** Reads `file`, or begins it with `initial`. Without a file everything stays in memory. */
export async function openCompanyFile(
  file: string | undefined,
  initial: Company,
  /** Told of the configuration at the beginning and after every change, before anybody else sees it. */
  onChange: (current: Readonly<Company>) => void,
): Promise<CompanyFile> {
  const low = new Low<Company>(
    file === undefined ? new Memory() : new JSONFile(file),
    structuredClone(initial),
  )
  await low.read()
  assertCompany(low.data)
  await low.write()
  onChange(low.data)
  return {
    get current() {
      return low.data
    },
    async update(change) {
      const changed = structuredClone(low.data)
      change(changed)
      assertCompany(changed)
      low.data = changed
      onChange(changed)
      await low.write()
      return changed
    },
  }
}
