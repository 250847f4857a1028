import { readFileSync } from 'node:fs'
import type { Buyer, PartyCredential } from '@punchloop/sdk'
import { UsageError } from './usage-error.js'

/** Who we are and who buys here: what the file behind `--partners` says. */
export interface TradingPartners {
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
}

/** Enough to open the shop; nobody can punch out to it. */
const nobody: TradingPartners = {
  credentials: [{ domain: 'NetworkID', identity: 'BRIGHTSTACK' }],
  buyers: [],
}

/**
 * Reads `{ "credentials": […], "buyers": […] }`, shaped as the SDK's options of these names. Only the outer shape is
 * judged here: the SDK checks the rest and names what is wrong. A file, because secrets on a command line can be read by
 * everybody on the machine.
 */
export function readTradingPartners(file: string | undefined): TradingPartners {
  if (file === undefined) return nobody
  const found = parse(readText(file), file)
  if (isTradingPartners(found)) return found
  throw new UsageError(`${file}: expected an object with the arrays "credentials" and "buyers"`)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new UsageError(`${file} cannot be read (${code}): --partners names a JSON file`, { cause })
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The engine's message quotes the text, and the text holds secrets.
    throw new UsageError(`${file} is not JSON`)
  }
}

function isTradingPartners(value: unknown): value is TradingPartners {
  return (
    typeof value === 'object' &&
    value !== null &&
    'credentials' in value &&
    Array.isArray(value.credentials) &&
    'buyers' in value &&
    Array.isArray(value.buyers)
  )
}
