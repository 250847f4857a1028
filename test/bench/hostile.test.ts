import { dimensions } from '@punchloop/bench/hostile'
import { contentType, messageDimensions } from '@punchloop/bench/hostile-messages'
import { CxmlError, parseCxml, readCxmlMessage } from '@punchloop/sdk/cxml'
import { describe, expect, it } from 'vitest'

/* A document that is refused for another reason than it says would be timed to no purpose. */

describe('the hostile documents of the benchmark', () => {
  it.each(dimensions)('are read, or refused as they say: $name', ({ document, refusal }) => {
    expect(refusalOf(() => parseCxml(document(1 / 8)))).toBe(refusal)
  })

  it.each(messageDimensions)('are taken apart, or refused as they say: $name', ({ document, refusal }) => {
    const bytes = new TextEncoder().encode(document(1 / 8))
    expect(refusalOf(() => readCxmlMessage(bytes, contentType))).toBe(refusal)
  })

  it.each([...dimensions, ...messageDimensions])('grow with their share: $name', ({ document }) => {
    const [eighth, quarter, half] = [1 / 8, 1 / 4, 1 / 2].map(share => document(share).length)
    const growth = ((half ?? 0) - (quarter ?? 0)) / ((quarter ?? 0) - (eighth ?? 0))
    expect(growth).toBeGreaterThan(1.8)
    expect(growth).toBeLessThan(2.2)
  })
})

function refusalOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (!(error instanceof CxmlError)) throw error
    return error.code
  }
}
