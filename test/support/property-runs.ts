/**
 * So many stories, the same ones at each run: what is red once is red again. `SEED=n` tells others, `TRIALS=long` ten times
 * as many.
 */
export function propertyRuns(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  const isLong = process.env.TRIALS === 'long'
  return { numRuns: isLong ? numRuns * 10 : numRuns, seed: Number(process.env.SEED ?? 20_260_302) }
}
