import type { Dimension } from './hostile.js'

/** How the time for a document grows with it. */
export interface Growth {
  readonly name: string
  readonly limit: string
  /** Milliseconds of processor time at the whole limit. */
  readonly time: number
  /** Of size: 1 is linear, 2 quadratic. */
  readonly exponent: number
}

const shares = [1 / 8, 1 / 4, 1 / 2, 1]
const tries = 5
/** Below this the clock says nothing. */
const leastTime = 0.2

/** Refusals count as work: a refused document costs its time too. */
export function growthOf({ name, limit, document }: Dimension, work: (text: string) => unknown): Growth {
  const points = shares.map(share => {
    const text = document(share)
    return {
      size: text.length,
      time: Math.min(...Array.from({ length: tries }, () => timeOf(() => work(text)))),
    }
  })
  const time = points.at(-1)?.time ?? 0
  return { name, limit, time, exponent: time < leastTime ? 0 : slope(points) }
}

/** Milliseconds of one run, from enough of them. */
function timeOf(run: () => unknown): number {
  const start = process.cpuUsage()
  for (let count = 1; ; count++) {
    try {
      run()
    } catch {
      // What is refused is timed like what is not.
    }
    const { user, system } = process.cpuUsage(start)
    if (user + system > 3000) return (user + system) / 1000 / count
  }
}

/** Of the line through the points' logarithms, by least squares. */
function slope(points: readonly { readonly size: number; readonly time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const x = mean(logs.map(([size]) => size))
  const y = mean(logs.map(([, time]) => time))
  const over = logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0)
  return over / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
}
