import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exchange } from '@punchloop/mock-coupa'
import type { Secrets } from '../secrets.js'
import type { World } from '../world.js'
import { StepFailedError } from './step.js'

/** One cXML document as it travelled, in order. */
export interface TravelledDocument {
  readonly name: string
  readonly xml: string
}

/** An exchange, and what its two ends are called in the names of files. */
export interface Leg {
  readonly exchange: Exchange
  /** Whose journal it is from. */
  readonly here: string
  readonly there: string
}

/**
 * Every cXML document of the journals, both directions, named `NN-from-to-Kind.xml`. The journals have replaced the
 * secrets; should one be left all the same, nothing is written.
 */
export function collectDocuments(legs: readonly Leg[], secrets: Secrets): TravelledDocument[] {
  const documents = listDocuments(legs)
  for (const { name, xml } of documents) {
    if (Object.values(secrets).some(secret => xml.includes(secret))) {
      throw new StepFailedError(`${name} holds a secret, expected ******** in its place; nothing was written`)
    }
  }
  return documents
}

/** What a world's journals hold: that of the buyer, and of a network its side towards the marketplace. */
export function legsOf({ coupa, network }: Pick<World, 'coupa' | 'network'>): Leg[] {
  const buyer = coupa.system.name
  if (network === undefined) return between(coupa.documents(), buyer, 'marketplace')
  const beyond = network.documents().filter(({ from, to }) => [from, to].includes('Brightstack Inc'))
  const legs = [
    ...coupa.documents().flatMap(exchange =>
      // A cart goes past the network, through the browser.
      between([exchange], buyer, exchange.via === 'browser' ? 'marketplace' : 'network'),
    ),
    ...between(beyond, 'network', 'marketplace'),
  ]
  return legs.toSorted((one, other) => one.exchange.at.getTime() - other.exchange.at.getTime())
}

function between(exchanges: readonly Exchange[], here: string, there: string): Leg[] {
  return exchanges.map(exchange => ({ exchange, here, there }))
}

function listDocuments(legs: readonly Leg[]): TravelledDocument[] {
  return legs
    .flatMap(({ exchange, here, there }) => {
      const [from, to] = exchange.direction === 'sent' ? [here, there] : [there, here]
      const { request, response } = exchange
      return [
        { from, to, message: request },
        { from: to, to: from, message: response },
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
