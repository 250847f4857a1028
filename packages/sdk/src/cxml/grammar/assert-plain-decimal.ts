import { decimalProblem, parseDecimal } from '../values/decimal.js'

/** What is written is what every system reads alike: digits and a point. */
export function assertPlainDecimal(text: string, refuse: (problem: string) => never): void {
  const decimal = parseDecimal(text)
  if (decimal === text) return
  const problem = decimal === undefined ? decimalProblem(text) : 'is not a plain decimal such as 1234.56'
  refuse(`${JSON.stringify(text.slice(0, 40))} ${problem}`)
}
