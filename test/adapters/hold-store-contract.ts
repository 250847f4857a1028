import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { sqliteStore } from '@punchloop/sdk/sqlite'
import { storeContract } from '@punchloop/sdk/store-contract'

/* Run by a runtime that is not Node: holds `sqliteStore` to the contract of stores, and prints how many cases there are. */

const folder = mkdtempSync(join(tmpdir(), 'punchloop-stores-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

let opened = 0
const cases = storeContract(() => {
  opened += 1
  return sqliteStore({ file: join(folder, `${opened}.sqlite`) })
})
for (const { name, run } of cases) {
  try {
    await run()
  } catch (error) {
    throw new Error(`${name}: ${error}`, { cause: error })
  }
}
console.log(cases.length)
