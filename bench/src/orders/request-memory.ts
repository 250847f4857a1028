import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteStore } from '@punchloop/sdk/sqlite'
import type { Figure } from '../figures.js'
import { openMarketplace, post, returnAndOrder } from './marketplace.js'

/** What a process holds after so many requests beside what it held after the first tenth. Needs `--expose-gc`. */
export async function weighRequests(requests: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-bench-'))
  const store = sqliteStore({ file: join(folder, 'requests.sqlite') })
  try {
    const supplier = openMarketplace(store)
    const documents: string[] = []
    while (documents.length < 100) documents.push(await returnAndOrder(supplier, `PO-${documents.length}`))
    const early = await heldAfter(requests / 10, documents, xml => post(supplier, xml))
    const late = await heldAfter((requests * 9) / 10, documents, xml => post(supplier, xml))
    return [
      {
        work: `held after ${requests.toLocaleString('en-US')} requests, in times of a tenth of them`,
        values: [late / early],
        unit: 'times',
        goal: { is: '≤', than: 1.1 },
      },
    ]
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

/** Bytes on the heap when everything that can go has gone. */
async function heldAfter(
  count: number,
  documents: readonly string[],
  ask: (xml: string) => Promise<unknown>,
): Promise<number> {
  for (let index = 0; index < count; index++) await ask(documents[index % documents.length] ?? '')
  for (let round = 0; round < 3; round++) {
    await new Promise(resolve => setImmediate(resolve))
    globalThis.gc?.()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
