#!/usr/bin/env node
import { Command, Option } from 'commander'
import { collectDocuments, legsOf, writeDocuments } from './loop/documents.js'
import { createReport } from './loop/report.js'
import { createSteps } from './loop/step.js'
import { errandsIn, runErrand, siteAsConfigured } from './loop/story.js'
import { startAribaWorld, startWorld, type World } from './world.js'

/** Who buys. */
const buyers: Readonly<Record<string, () => Promise<World>>> = { coupa: startWorld, ariba: startAribaWorld }

const command = new Command('loop')
  .description(
    'Walks the whole loop over HTTP in a fresh world in memory: once by Shop Online, once by Open Buy.',
  )
  .option('--json', 'one JSON object a line: step, ok, ms, ids', false)
  .addOption(new Option('--buyer <name>', 'who buys').choices(Object.keys(buyers)).default('coupa'))
  .option('--out <folder>', 'write every cXML document that was exchanged, as NN-from-to-Kind.xml')
  .action(loop)

await command.parseAsync()

interface LoopOptions {
  readonly json: boolean
  readonly buyer: string
  readonly out?: string
}

async function loop(options: LoopOptions): Promise<void> {
  const report = createReport(process.stdout, options)
  const { run } = createSteps(undefined, report)
  try {
    const world = await run(
      'start the world',
      buyers[options.buyer] ?? startWorld,
      ({ coupa, network, market }) => ({
        [options.buyer]: coupa.url,
        ...(network === undefined ? {} : { network: network.url }),
        marketplace: market.url,
      }),
    )
    try {
      await run(
        'find the site',
        () => siteAsConfigured(world),
        ({ id, name }) => ({ site: id, name }),
      )
      for (const errand of errandsIn(world)) await runErrand(world, errand, report)
      if (options.out !== undefined) {
        const { out } = options
        await run(
          'write documents',
          () => writeDocuments(out, collectDocuments(legsOf(world), world.secrets)),
          documents => ({ documents }),
        )
      }
    } finally {
      await run('stop the world', () => world.close())
    }
  } catch {
    // The step that failed has reported why.
    process.exitCode = 1
  }
}
