import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exchange } from '@punchloop/mock-coupa'
import type { Secrets } from '../secrets.js'
import { StepFailedError } from './step.js'

/** One cXML document as it travelled, in order. */
export interface TravelledDocument {
  readonly name: string
  readonly xml: string
}

/**
 * Every cXML document of the journal, both directions, named `NN-from-to-Kind.xml`. `buyer` names the procurement
 * system. The journal has replaced the secrets;
 * should one be left all the same, nothing is written.
 */
export function collectDocuments(
  exchanges: readonly Exchange[],
  secrets: Secrets,
  buyer = 'coupa',
): TravelledDocument[] {
  const documents = listDocuments(exchanges, buyer)
  for (const { name, xml } of documents) {
    if (Object.values(secrets).some(secret => xml.includes(secret))) {
      throw new StepFailedError(`${name} holds a secret, expected ******** in its place; nothing was written`)
    }
  }
  return documents
}

function listDocuments(exchanges: readonly Exchange[], buyer: string): TravelledDocument[] {
  return exchanges
    .flatMap(exchange => {
      const [here, there] = exchange.direction === 'sent' ? [buyer, 'marketplace'] : ['marketplace', buyer]
      const { request, response } = exchange
      return [
        { from: here, to: there, message: request },
        { from: there, to: here, message: response },
      ]
    })
    .flatMap(({ from, to, message }) =>
      message?.document === undefined ? [] : [{ from, to, kind: message.document.kind, xml: message.raw }],
    )
    .map(({ from, to, kind, xml }, index) => ({
      name: `${String(index + 1).padStart(2, '0')}-${from}-${to}-${kind}.xml`,
      xml,
    }))
}

/** Returns how many it wrote. */
export function writeDocuments(folder: string, documents: readonly TravelledDocument[]): number {
  mkdirSync(folder, { recursive: true })
  for (const { name, xml } of documents) writeFileSync(join(folder, name), xml)
  return documents.length
}
