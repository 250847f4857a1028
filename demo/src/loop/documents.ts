import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exchange } from '@punchloop/mock-coupa'

/** One cXML document as it travelled, in order. */
export interface TravelledDocument {
  readonly name: string
  readonly xml: string
}

/** Every cXML document of the journal, both directions, named `NN-from-to-Kind.xml`. Secrets are redacted already. */
export function collectDocuments(exchanges: readonly Exchange[]): TravelledDocument[] {
  return exchanges
    .flatMap(exchange => {
      const [here, there] =
        exchange.direction === 'sent' ? ['coupa', 'marketplace'] : ['marketplace', 'coupa']
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

export function writeDocuments(folder: string, documents: readonly TravelledDocument[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, xml } of documents) writeFileSync(join(folder, name), xml)
}
