import type { StepResult } from './step.js'

/** A line for each step: for people, or one JSON object. */
export function createReport(out: NodeJS.WritableStream, { json }: { readonly json: boolean }) {
  return (result: StepResult): void => {
    out.write(`${json ? JSON.stringify(result) : sentence(result)}\n`)
  }
}

function sentence({ step, way, ok, ms, error, ...ids }: StepResult): string {
  const details = Object.entries(ids).map(([name, value]) => `${name} ${value}`)
  const found = error ?? details.join(', ')
  return `${ok ? '✓' : '✗'} ${(way ?? '').padEnd(11)} ${step.padEnd(17)} ${String(ms).padStart(5)} ms  ${found}`.trimEnd()
}
