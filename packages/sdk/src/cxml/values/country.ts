import codes from './codes.json' with { type: 'json' }

/** Codes that ISO 3166 leaves to users, and that many of them use alike: Kosovo, Northern Ireland in trade with the EU. */
const inUse = ['XK', 'XI']

/** What people write for the code that is meant. */
const mistaken: readonly (readonly [string, string])[] = [
  ['UK', 'GB'],
  ['EL', 'GR'],
]

let known: { readonly alpha2: ReadonlySet<string>; readonly meant: ReadonlyMap<string, string> } | undefined

function list(): NonNullable<typeof known> {
  if (known === undefined) {
    const pairs = codes.countries.split(' ').map(both => [both.slice(0, 2), both.slice(2)] as const)
    known = {
      alpha2: new Set([...pairs.map(([alpha2]) => alpha2), ...inUse]),
      meant: new Map([...pairs.map(([alpha2, alpha3]) => [alpha3, alpha2] as const), ...mistaken]),
    }
  }
  return known
}

/** Whether it is a code of ISO 3166-1 of two capital letters, as `isoCountryCode` wants it; `XK` and `XI` are taken too. */
export function isCountry(code: string): boolean {
  return list().alpha2.has(code)
}

/** The code that was meant by another spelling: `us`, `USA`, `UK`. */
export function countryMeantBy(text: string): string | undefined {
  if (!/^[a-z]{2,3}$/i.test(text)) return undefined
  const code = text.toUpperCase()
  return isCountry(code) ? code : list().meant.get(code)
}
