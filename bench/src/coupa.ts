import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { timeRest } from './coupa/rest.js'
import { isMet } from './figures.js'
import { showFigures } from './show.js'

const help = `pnpm bench:coupa [--quick] [--markdown] [--strict]

  --quick     5,000 requisitions instead of 100,000, fewer rounds: a glance, no figure to quote
  --markdown  the table as docs/benchmarks.md has it
  --strict    exit code 1 where a goal is missed
`

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (options.help) process.stdout.write(help)
else await bench()

async function bench(): Promise<void> {
  const { quick, markdown, strict } = options
  process.stderr.write('a Coupa is filled, and asked …\n')
  const figures = await timeRest(
    quick ? { rounds: 2, requests: 100, stored: 5_000 } : { rounds: 7, requests: 1_000, stored: 100_000 },
  )
  const [cpu] = cpus()
  process.stdout.write(
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n\nBy the clock, medians of rounds:\n\n${showFigures(figures, markdown)}\n`,
  )
  const isMissed = figures.some(figure => figure.goal !== undefined && !isMet(figure, figure.goal))
  if (strict && isMissed) process.exitCode = 1
}
