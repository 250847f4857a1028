#!/usr/bin/env node
import { Command } from 'commander'
import { collectDocuments, writeDocuments } from './loop/documents.js'
import { createReport } from './loop/report.js'
import { createSteps } from './loop/step.js'
import { errands, runErrand, siteAsConfigured } from './loop/story.js'
import { startWorld } from './world.js'

const command = new Command('loop')
  .description(
    'Walks the whole loop over HTTP in a fresh world in memory: once by Shop Online, once by Open Buy.',
  )
  .option('--json', 'one JSON object a line: step, ok, ms, ids', false)
  .option('--out <folder>', 'write every cXML document that was exchanged, as NN-from-to-Kind.xml')
  .action(loop)

await command.parseAsync()

async function loop(options: { readonly json: boolean; readonly out?: string }): Promise<void> {
  const report = createReport(process.stdout, options)
  const { run } = createSteps(undefined, report)
  try {
    const world = await run(
      'start the world',
      () => startWorld(),
      ({ coupa, market }) => ({
        coupa: coupa.url,
        marketplace: market.url,
      }),
    )
    try {
      await run(
        'find the site',
        () => siteAsConfigured(world),
        ({ id, name }) => ({ site: id, name }),
      )
      for (const errand of errands) await runErrand(world, errand, report)
      if (options.out !== undefined) {
        const { out } = options
        await run(
          'write documents',
          () => writeDocuments(out, collectDocuments(world.coupa.documents(), world.secrets)),
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
