/** `pnpm test:long` asks for more of everything than `npm test` has time for. */
export const isLong = process.env.TRIALS === 'long'

export function effort({ short, long }: { readonly short: number; readonly long: number }): number {
  return isLong ? long : short
}
