import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { validationByLibxml2 } from './dtd-validation.js'
import { type Figure, isMet } from './figures.js'
import { steepest } from './growth.js'
import { timeHostile } from './hostile-growth.js'
import { memoryOfOrder } from './memory.js'
import { isLinear, showFigures, showHostile } from './show.js'
import { assertValid, timeCart, timeOrder, timeSetupRequest, timeValidation } from './speed.js'

const help = `pnpm bench:cxml [--quick] [--markdown] [--strict]

  --quick     fewer rounds: a glance, no figure to quote
  --markdown  the tables as docs/benchmarks.md has them
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
else bench()

function bench(): void {
  const { quick, markdown } = options
  const effort = quick
    ? { rounds: 3, roundTime: 100, warmUpTime: 400 }
    : { rounds: 11, roundTime: 300, warmUpTime: 1500 }
  const libxml2 = validationByLibxml2()
  assertValid(libxml2)

  progress('a setup request')
  const figures: Figure[] = [...timeSetupRequest(effort)]
  progress('an order')
  figures.push(...timeOrder(effort))
  progress('a cart')
  figures.push(...timeCart(effort))
  progress('validation')
  figures.push(...timeValidation(libxml2, effort))
  progress('memory')
  figures.push(...memoryOfOrder(5000, quick ? 1 : 5))
  const hostile = timeHostile(quick ? 1 : 3, progress)
  progress('')

  const [cpu] = cpus()
  const parts = [
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}`,
    `Times a second of processor time, medians of ${effort.rounds} rounds:`,
    showFigures(figures, markdown),
    ...(libxml2 === undefined ? ['Without libxml2: the DTDs are not beside the clone (CXML_MATERIAL).'] : []),
    `Documents made large on purpose: processor time at the limit, and how it grows\nwith the size (n^1 is linear; beyond n^${steepest} it is no noise):`,
    showHostile(hostile, markdown),
  ]
  process.stdout.write(`${parts.join('\n\n')}\n`)
  const isMissed = figures.some(figure => figure.goal !== undefined && !isMet(figure, figure.goal))
  if (options.strict && (isMissed || !hostile.every(isLinear))) process.exitCode = 1
}

/** One line that is written over where somebody looks. */
function progress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${step === '' ? '' : `measuring ${step} …`}`)
  else if (step !== '') process.stderr.write(`measuring ${step} …\n`)
}
