import { medianOf, spreadOf } from './measure.js'

/** One line of the report: what was measured, round by round, and what is asked of it. */
export interface Figure {
  readonly work: string
  /** Of the rounds. */
  readonly values: readonly number[]
  readonly unit: Unit
  /** Nothing is asked of what others do, and of what is told for completeness. */
  readonly goal?: Goal
}

/** `perSecond`: of processor time, or by the clock where the report says so. `share` and `times` are of something else: 0.6 is 60 %, or 0.60 ×. */
export type Unit = 'perSecond' | 'milliseconds' | 'share' | 'times'

export interface Goal {
  readonly is: '>' | '≥' | '<' | '≤'
  readonly than: number
}

export function isMet({ values }: Figure, { is, than }: Goal): boolean {
  const value = medianOf(values)
  switch (is) {
    case '>':
      return value > than
    case '≥':
      return value >= than
    case '<':
      return value < than
    case '≤':
      return value <= than
  }
}

/** The median, as people write it. */
export function written({ values, unit }: Figure): string {
  return write(medianOf(values), unit)
}

export function writtenGoal({ is, than }: Goal, unit: Unit): string {
  return `${is} ${write(than, unit)}`
}

/** `±3 %`: half of the rounds are no further from the median. */
export function writtenSpread({ values }: Figure): string {
  return `±${(spreadOf(values) * 100).toFixed(0)} %`
}

function write(value: number, unit: Unit): string {
  if (unit === 'share') return `${(value * 100).toFixed(0)} %`
  if (unit === 'milliseconds') return `${value.toFixed(2)} ms`
  if (unit === 'times') return `${value.toFixed(2)} ×`
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')
}
