import { parseCxml } from '@punchloop/sdk/cxml'
import { order } from './documents.js'

/*
 * Run by itself, in a process where nothing else happened: parses one order of as many lines as its argument says, and
 * prints what that took as JSON, in bytes. Needs `node --expose-gc`.
 */

const { gc } = globalThis
if (gc === undefined) throw new Error('Memory can be measured by node --expose-gc only')

const bytes = new TextEncoder().encode(order(Number(process.argv[2])))
// The code and its tables are there once, however large the document.
parseCxml(new TextEncoder().encode(order(100)))
gc()
const before = usedBytes()
const highestBefore = process.resourceUsage().maxRSS
const document = parseCxml(bytes)
const highest = process.resourceUsage().maxRSS
gc()
const kept = usedBytes() - before
process.stdout.write(
  JSON.stringify({
    document: bytes.length,
    kept,
    highest: (highest - highestBefore) * 1024,
    // Asked last, so that the document was alive until here.
    kind: document.kind,
  }),
)

function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
