#!/usr/bin/env node
import { Command, Option } from 'commander'
import {
  type BuyerName,
  buyerNames,
  buyers,
  isBuyerName,
  type Operation,
  offering,
  operations,
  protocols,
  type Realm,
  realms,
} from './buyers.js'
import { collectDocuments, legsOf, writeDocuments } from './loop/documents.js'
import { type Errand, errandsOf, level2Errand } from './loop/errand.js'
import { loadIndex } from './loop/load-index.js'
import { createReport } from './loop/report.js'
import { createSteps } from './loop/step.js'
import { runErrand, siteAsConfigured, supportOperation } from './loop/story.js'
import { startWorld } from './world.js'

interface LoopOptions {
  readonly json: boolean
  readonly out?: string
  readonly buyer: string
  readonly operation: Operation
  readonly level: (typeof levels)[number]
  readonly protocol: (typeof protocols)[number]
  readonly realm: Realm
}

/** Level 1 is the shop's home page; at level 2 the buyer's own search knows the products. */
const levels = ['1', '2'] as const

/** Of what cannot be walked at all: 1 says that a step of the loop has failed. */
const misused = 2

const command = new Command('loop')
  .description(
    'Walks the whole loop over HTTP in a fresh world in memory: by Shop Online and, where the buyer is Coupa, by Open Buy.',
  )
  .option('--json', 'one JSON object a line: step, ok, ms, ids', false)
  .option('--out <folder>', 'write every cXML document that was exchanged, as NN-from-to-Kind.xml')
  .addOption(
    new Option('--buyer <system>', 'procurement system of the company').choices(buyerNames).default('coupa'),
  )
  .addOption(
    new Option('--operation <operation>', 'what is done with a cart before it is ordered')
      .choices(operations)
      .default('create'),
  )
  .addOption(
    new Option('--protocol <protocol>', 'how the shopper enters; by oci the buyer is SAP SRM')
      .choices(protocols)
      .default('cxml'),
  )
  .addOption(
    new Option(
      '--level <level>',
      "level 2: by an index catalogue of the marketplace in the buyer's own search",
    )
      .choices(levels)
      .default('1'),
  )
  .addOption(
    new Option('--realm <realm>', "test: by SAP Ariba's accounts for tests (-T); nothing is provided")
      .choices(realms)
      .default('production'),
  )
  .addHelpText(
    'after',
    '\nExit code: 0 every step ok, 1 a step failed, 2 the flags ask for what there is not.',
  )
  .showHelpAfterError('loop --help says what there is.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : misused))
  .action(loop)

await command.parseAsync()

/** Which system is walked with, where the flags ask for something that there is. */
function buyerOf({ buyer: wanted, protocol, operation, level, realm }: LoopOptions): BuyerName {
  const isOci = protocol === 'oci'
  if (isOci && wanted !== 'srm' && command.getOptionValueSource('buyer') === 'cli') {
    return refuse(`${wanted} does not enter by OCI; srm does, which --protocol oci takes by itself`)
  }
  const buyer = isOci ? 'srm' : wanted
  if (!isBuyerName(buyer)) return refuse(`there is no buyer "${buyer}"; there are ${buyerNames.join(', ')}`)
  const { title, catalogs } = buyers[buyer].system
  if (!offering(operation).includes(buyer)) {
    return refuse(
      `${title} asks suppliers for no "${operation}"; those that do: ${offering(operation).join(', ')}`,
    )
  }
  if (level === '2' && catalogs === 'oci') {
    return refuse(`${title} enters by OCI, which knows no index catalogues`)
  }
  if (realm === 'test' && buyer !== 'ariba') {
    return refuse(`${title} has no accounts for tests; ariba has: --buyer ariba --realm test`)
  }
  return buyer
}

function refuse(why: string): never {
  return command.error(`error: ${why}`)
}

function errandsAt({ level, operation }: LoopOptions, errands: readonly Errand[]): readonly Errand[] {
  return level === '2' ? [{ ...level2Errand, operation }] : errands
}

async function loop(options: LoopOptions): Promise<void> {
  const { operation, realm } = options
  const buyer = buyerOf(options)
  const report = createReport(process.stdout, options)
  const { run } = createSteps(undefined, report)
  try {
    const world = await run(
      'start the world',
      () => startWorld({ buyer, realm }),
      ({ coupa, network, market }) => ({
        [buyer]: coupa.url,
        ...(network === undefined ? {} : { network: network.url }),
        marketplace: market.url,
      }),
    )
    try {
      await run(
        'find the site',
        async () => {
          await supportOperation(world, operation)
          return siteAsConfigured(world)
        },
        ({ id, name }) => ({ site: id, name }),
      )
      if (options.level === '2')
        await run(
          'load the index',
          () => loadIndex(world),
          ids => ids,
        )
      for (const errand of errandsAt(options, errandsOf(buyers[buyer], operation)))
        await runErrand(world, errand, report)
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
