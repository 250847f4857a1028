/** A figure that is asked for, and what was measured. */
export interface Result {
  readonly work: string
  readonly figure: string
  readonly goal: string
  readonly isMet: boolean
}

/** `most` or `least` of a number, as people write it. */
export function atLeast(
  work: string,
  value: number,
  least: number,
  write: (value: number) => string,
): Result {
  return { work, figure: write(value), goal: `≥ ${write(least)}`, isMet: value >= least }
}

export function atMost(work: string, value: number, most: number, write: (value: number) => string): Result {
  return { work, figure: write(value), goal: `≤ ${write(most)}`, isMet: value <= most }
}

export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en-US')}/s`

export const percent = (value: number): string => `${Math.round(value * 100)} %`

export const factor = (value: number): string => `${value.toFixed(2)} ×`
