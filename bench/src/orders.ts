import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { isMet } from './figures.js'
import { timeDurableOrders } from './orders/durable-order.js'
import { weighRequests } from './orders/request-memory.js'
import { timeSetupRequests } from './orders/setup-requests.js'
import { showFigures } from './show.js'
import { timeStorms } from './storm/time-storms.js'

const help = `pnpm bench:orders [--quick] [--markdown] [--strict]

  --quick     a ledger of 20,000 orders instead of a million, fewer rounds: a glance, no figure to quote
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
  progress('a ledger is filled, orders are taken')
  const orders = await timeDurableOrders(
    quick ? { rounds: 2, orders: 50, stored: 20_000 } : { rounds: 9, orders: 200, stored: 1_000_000 },
  )
  progress('setup requests')
  const setups = await timeSetupRequests(quick ? 2 : 9, quick ? 500 : 2000)
  progress('a storm of duplicates')
  const storms = await timeStorms(quick ? 2 : 7)
  progress('a million requests')
  const memory = await weighRequests(quick ? 20_000 : 1_000_000)
  progress('')
  const figures = [...orders, ...setups, ...storms, ...memory]
  const [cpu] = cpus()
  process.stdout.write(
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}\n\nBy the clock, medians of rounds:\n\n${showFigures(figures, markdown)}\n`,
  )
  const isMissed = figures.some(figure => figure.goal !== undefined && !isMet(figure, figure.goal))
  if (strict && isMissed) process.exitCode = 1
}

/** One line that is written over where somebody looks. */
function progress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${step === '' ? '' : `${step} …`}`)
  else if (step !== '') process.stderr.write(`${step} …\n`)
}
