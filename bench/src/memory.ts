import { medianOf } from './measure.js'

/** Bytes that the result of some work keeps alive: median of some tries. Needs `node --expose-gc`. */
export function memoryOf(work: () => object, tries = 5): number {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('Memory can be measured with node --expose-gc only')
  const sizes = Array.from({ length: tries }, () => {
    gc()
    const before = usedBytes()
    const kept = work()
    gc()
    const added = usedBytes() - before
    // Used once more, so that it was alive until here.
    return kept === undefined ? 0 : added
  })
  return medianOf(sizes.toSorted((a, b) => a - b))
}

function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
