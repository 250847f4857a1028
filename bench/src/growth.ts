import { millisecondsSince } from './measure.js'

/** How the time for a document grows with it. */
export interface Growth {
  /** Milliseconds of processor time at the whole limit. */
  readonly time: number
  /** Of the size: 1 is linear, 2 quadratic. `undefined` where there is too little to time. */
  readonly exponent: number | undefined
}

/** A growth beyond this is no noise. */
export const steepest = 1.3

const shares = [1 / 8, 1 / 4, 1 / 2, 1]
/** Milliseconds; below this the clock says nothing. */
const leastTime = 0.2
/** What looks too steep is timed so often before it is believed: other work on the machine can only add. */
const mostTries = 4

/** Times `work` on documents of an eighth, a quarter, half and all of a limit: the best of `tries`, each. */
export function growthOf(
  document: (share: number) => string,
  work: (bytes: Uint8Array) => unknown,
  tries: number,
): Growth {
  const points = shares.map(share => {
    const bytes = new TextEncoder().encode(document(share))
    return { bytes, size: bytes.length, time: Number.POSITIVE_INFINITY }
  })
  for (const { bytes } of points) timeOf(() => work(bytes))
  for (let round = 0; round < mostTries; round++) {
    for (let count = 0; count < tries; count++) {
      for (const point of points)
        point.time = Math.min(
          point.time,
          timeOf(() => work(point.bytes)),
        )
    }
    if (slopeOf(points) <= steepest) break
  }
  const time = points.at(-1)?.time ?? 0
  return { time, exponent: time < leastTime ? undefined : slopeOf(points) }
}

/** Milliseconds of one run, from enough of them. */
function timeOf(run: () => unknown): number {
  const start = process.cpuUsage()
  for (let count = 1; ; count++) {
    run()
    const milliseconds = millisecondsSince(start)
    if (milliseconds > 5) return milliseconds / count
  }
}

/** Of the line through the points' logarithms, by least squares. */
function slopeOf(points: readonly { readonly size: number; readonly time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const x = mean(logs.map(([size]) => size))
  const y = mean(logs.map(([, time]) => time))
  const over = logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0)
  return over / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
}
