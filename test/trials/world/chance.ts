/** Chance that is the same for the same seed: a run that failed can be run again. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** Whether something of this likelihood (0 to 1) happens. */
  happens(likelihood: number): boolean
  pick<Value>(values: readonly Value[]): Value
  readonly bytes: (length: number) => Uint8Array
}

/** splitmix32 (Steele, Lea and Flood, 2014, in 32 bits): small, fast, and good enough to shuffle events with. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const below = (most: number) => next() % most
  return {
    below,
    happens: likelihood => next() / 2 ** 32 < likelihood,
    pick: values => values[below(values.length)] as (typeof values)[number],
    bytes: length => Uint8Array.from({ length }, () => next() & 0xff),
  }
}
