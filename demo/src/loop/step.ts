/** How a person comes to the marketplace. */
export type Way = 'shop-online' | 'open-buy' | 'level-2'

/** One line of the report. */
export interface StepResult {
  readonly step: string
  readonly way?: Way
  readonly ok: boolean
  readonly ms: number
  /** Numbers and names that came into being: `requisition`, `purchaseOrder`, `subscription`. */
  readonly [id: string]: unknown
  /** Why the step failed. */
  readonly error?: string
}

export type Ids = Readonly<Record<string, string | number>>

/** A step found something else than it expected. The message says both. */
export class StepFailedError extends Error {
  override readonly name = 'StepFailedError'
}

export interface Steps {
  /** Runs one step and reports it. `describe` picks from its result what the report shows. */
  run<T>(name: string, work: () => Promise<T> | T, describe?: (result: T) => Ids): Promise<T>
}

export function createSteps(way: Way | undefined, report: (result: StepResult) => void): Steps {
  return {
    async run(name, work, describe) {
      const started = performance.now()
      const line = (ok: boolean) => {
        const ms = Math.round(performance.now() - started)
        return { step: name, ...(way ? { way } : {}), ok, ms }
      }
      try {
        const result = await work()
        report({ ...line(true), ...describe?.(result) })
        return result
      } catch (error) {
        report({ ...line(false), error: error instanceof Error ? error.message : String(error) })
        throw error
      }
    },
  }
}

/** The value where it is what the loop needs, else a sentence with both. */
export function expectEqual<T>(found: T, expected: T, what: string): T {
  if (found === expected) return found
  throw new StepFailedError(`${what}: found ${show(found)}, expected ${show(expected)}`)
}

export function expectPresent<T>(found: T | undefined, what: string): T {
  if (found !== undefined) return found
  throw new StepFailedError(what)
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
