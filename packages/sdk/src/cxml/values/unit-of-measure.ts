import { trimXmlSpace } from '../../xml/space.js'
import codes from './codes.json' with { type: 'json' }
import { ansiUnits, mistakenUnits, unitNames } from './customary-units.js'

/** A unit of measure. */
export interface UnitOfMeasure {
  /** In capital letters. */
  readonly code: string
  /**
   * Where the code is from: `rec20` UN/CEFACT Recommendation 20 (units, what cXML asks for), `rec21` Recommendation 21
   * (packages, with `X` in front), `ansi` X12 (what many buyers in the United States send).
   */
  readonly standard: 'rec20' | 'rec21' | 'ansi'
  /** In English; only of the units that orders use. */
  readonly name?: string
  /** Of an ANSI code: the code of UN/CEFACT that means the same, `HUR` of `HR`, `XBX` of `BX`. Absent where none certainly does. */
  readonly rec20?: string
}

let known: { readonly rec20: ReadonlySet<string>; readonly rec21: ReadonlySet<string> } | undefined

function lists(): NonNullable<typeof known> {
  known ??= { rec20: new Set(codes.rec20.split(' ')), rec21: new Set(codes.rec21.split(' ')) }
  return known
}

/**
 * The unit of a code, small letters and outer white space allowed; `undefined` where it is in no list that is held here:
 * all of Recommendations 20 and 21 (as used in European invoices), and the customary codes of ANSI X12.
 *
 * A code that is both UN/CEFACT's and ANSI's is UN/CEFACT's.
 */
export function unitOfMeasure(code: string): UnitOfMeasure | undefined {
  const key = normalized(code)
  const { rec20, rec21 } = lists()
  const standard = rec20.has(key) ? 'rec20' : rec21.has(key) ? 'rec21' : undefined
  if (standard !== undefined) {
    const name = unitNames.get(key)
    return { code: key, standard, ...(name === undefined ? {} : { name }) }
  }
  const ansi = ansiUnits.get(key)
  if (ansi === undefined) return undefined
  const { name, same } = ansi
  return { code: key, standard: 'ansi', name, ...(same === undefined ? {} : { rec20: same }) }
}

/**
 * Whether two codes mean the same unit: `HR` and `HUR`, `bx` and `XBX`. Codes that are not known are the same when they
 * are written alike, small and capital letters aside. `EA`, `C62` and `H87` are three units.
 */
export function isSameUnit(left: string, right: string): boolean {
  return meaning(left) === meaning(right)
}

/** The code that was meant by another spelling: `XBK` by `BK` of Recommendation 21 without its `X`, `H87` by `PCS`. */
export function unitMeantBy(text: string): string | undefined {
  const key = normalized(text)
  if (unitOfMeasure(key) !== undefined) return key
  const meant = mistakenUnits.get(key)
  if (meant !== undefined) return meant
  return lists().rec21.has(`X${key}`) ? `X${key}` : undefined
}

function meaning(code: string): string {
  return unitOfMeasure(code)?.rec20 ?? normalized(code)
}

/** Only letters of ASCII have another size: `ß` would become `SS`. */
function normalized(code: string): string {
  return trimXmlSpace(code).replace(/[a-z]+/g, letters => letters.toUpperCase())
}
