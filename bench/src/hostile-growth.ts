import { CxmlError, parseCxml, readCxmlMessage, validateCxml } from '@punchloop/sdk/cxml'
import { growthOf } from './growth.js'
import { type Dimension, dimensions } from './hostile.js'
import { contentType, type MessageDimension, messageDimensions } from './hostile-messages.js'
import type { HostileResult } from './show.js'

/** Reads and validates every kind of hostile document, each in four sizes; the best of `tries`. */
export function timeHostile(tries: number, progress: (step: string) => void): readonly HostileResult[] {
  const documents = dimensions.map(dimension => {
    progress(`hostile: ${dimension.name}`)
    const { name, limit, document, refusal } = dimension
    assertOutcome(dimension, parseCxml)
    return {
      name,
      limit,
      outcome: outcomeOf(refusal),
      parsed: growthOf(document, bytes => refusalOf(() => parseCxml(bytes)), tries),
      validated: growthOf(document, bytes => validateCxml(bytes), tries),
    }
  })
  const messages = messageDimensions.map(dimension => {
    progress(`hostile: ${dimension.name}`)
    const { name, limit, document, refusal } = dimension
    assertOutcome(dimension, unpack)
    return {
      name,
      limit,
      outcome: outcomeOf(refusal),
      parsed: growthOf(document, bytes => refusalOf(() => unpack(bytes)), tries),
    }
  })
  return [...documents, ...messages]
}

/** A document that is refused at once for another reason than its size would look fast. */
function assertOutcome(
  { name, document, refusal }: Dimension | MessageDimension,
  work: (bytes: Uint8Array) => unknown,
): void {
  const found = refusalOf(() => work(new TextEncoder().encode(document(1))))
  if (found !== refusal) {
    throw new Error(`Hostile document "${name}": ${outcomeOf(refusal)} was expected, not ${outcomeOf(found)}`)
  }
}

function unpack(bytes: Uint8Array): unknown {
  return readCxmlMessage(bytes, contentType)
}

function outcomeOf(refusal: string | undefined): string {
  return refusal === undefined ? 'read' : 'refused'
}

/** The code of what was thrown. */
function refusalOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (!(error instanceof CxmlError)) throw error
    return error.code
  }
}
