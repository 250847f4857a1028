#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander'
import { FolderOccupiedError, openDataFolder } from './data-folder.js'
import { createScreen } from './screen.js'
import { host, startThreePrograms, type ThreePrograms } from './three-programs.js'

interface StartOptions {
  readonly fresh: boolean
  readonly data: string
  readonly coupaPort: number
  readonly marketplacePort: number
  readonly mailPort: number
  readonly also?: 'ariba'
  readonly aribaPort: number
  readonly networkPort: number
  readonly verbose: boolean
}

const command = new Command('demo')
  .description(
    'A company with the mock Coupa, the Brightstack marketplace and a mail server, wired together.',
  )
  .option('--fresh', 'forget everything and start with the seeded company', false)
  .option('--data <folder>', 'where everything is kept', '.data')
  .option('--coupa-port <port>', 'wanted port of the mock Coupa', readPort, 4010)
  .option('--marketplace-port <port>', 'wanted port of the marketplace', readPort, 4020)
  .option('--mail-port <port>', 'wanted port of the mail server', readPort, 4025)
  .addOption(new Option('--also <buyer>', 'a second company, which buys with SAP Ariba').choices(['ariba']))
  .option('--ariba-port <port>', 'wanted port of the mock Ariba', readPort, 4030)
  .option('--network-port <port>', 'wanted port of the network between it and its suppliers', readPort, 4031)
  .option('--verbose', 'show every line that the programs write', false)
  .action(start)

await command.parseAsync()

async function start(options: StartOptions): Promise<void> {
  const screen = createScreen(process.stdout, { verbose: options.verbose })
  const stopAsked = waitForStop()
  let isStopping = false
  void stopAsked.then(() => {
    isStopping = true
  })
  try {
    const folder = await openDataFolder(options.data, { fresh: options.fresh })
    screen.starting()
    const programs = await startThreePrograms({
      folder,
      ports: {
        coupa: options.coupaPort,
        marketplace: options.marketplacePort,
        mail: options.mailPort,
        ...(options.also === 'ariba' ? { ariba: options.aribaPort, network: options.networkPort } : {}),
      },
      onLine: screen.line,
      onDied: screen.died,
      onPortBusy: screen.portBusy,
    })
    folder.occupy(programs.coupaUrl)
    if (!isStopping)
      screen.ready({ ...programs, mailAddress: `${host}:${programs.ports.mail}`, folder: folder.path })
    await stopAsked
    await stop(programs, screen)
    folder.leave()
  } catch (error) {
    screen.failed(messageOf(error), { isUsers: error instanceof FolderOccupiedError })
    process.exitCode = 1
  }
  // The channel to the launcher would keep us alive.
  process.exit()
}

async function stop(programs: ThreePrograms, screen: ReturnType<typeof createScreen>): Promise<void> {
  screen.stopping()
  await programs.close()
  screen.stopped()
}

/** Ctrl-C, a polite signal, or word from the launcher, which also counts when the launcher is gone. */
function waitForStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    process.on('message', () => resolve())
    process.on('disconnect', () => resolve())
  })
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new InvalidArgumentError(`Found "${text}", expected a port from 1 to 65535.`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
