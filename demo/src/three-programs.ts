import { networkPaths } from '@punchloop/mock-coupa'
import type { DataFolder } from './data-folder.js'
import { findFreePort } from './ports.js'
import {
  PortBusyError,
  type Program,
  type ProgramEvents,
  type ProgramName,
  startProgram,
} from './programs/program.js'
import type { AribaSettings, CoupaSettings, MailSettings, MarketplaceSettings } from './programs/settings.js'

/** Every program listens here only: a demo with switchable personas is nothing for a network. */
export const host = '127.0.0.1'

/** Where each listens. With the last two SAP Ariba runs, too, with its network, in a program of its own. */
export interface Ports {
  readonly coupa: number
  readonly marketplace: number
  readonly mail: number
  readonly ariba?: number
  readonly network?: number
}

export type ListenerName = keyof Ports

interface Settings {
  readonly coupa: CoupaSettings
  readonly marketplace: MarketplaceSettings
  readonly mail: MailSettings
  readonly ariba?: AribaSettings
}

/** The whole demo as three processes, or four with SAP Ariba, with their data in one folder. */
export interface ThreePrograms {
  readonly ports: Ports
  readonly coupaUrl: string
  readonly aribaUrl?: string
  readonly networkUrl?: string
  readonly marketplaceUrl: string
  /** Ends one program as a power cut would. */
  kill(name: ProgramName): Promise<void>
  /** Starts it again on the same port and the same data; `later`: as if it had been down for so many milliseconds. */
  restart(name: ProgramName, options?: { readonly later?: number }): Promise<void>
  /** Stops all: first those who send, the mail server last. */
  close(): Promise<void>
}

export interface ThreeProgramsOptions {
  readonly folder: DataFolder
  /** Where each would like to listen. The next free port is taken when one is busy. */
  readonly ports: Ports
  readonly onLine?: (name: ProgramName, text: string) => void
  readonly onDied?: (name: ProgramName, exit: string) => void
  readonly onPortBusy?: (name: ListenerName, busy: number, instead: number) => void
}

/** How often a port may be lost to somebody else between finding it free and listening on it. */
const mostAttempts = 5

export async function startThreePrograms(options: ThreeProgramsOptions): Promise<ThreePrograms> {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await choosePorts(options)
    try {
      return await startOn(ports, options)
    } catch (error) {
      if (!(error instanceof PortBusyError) || attempt === mostAttempts) throw error
    }
  }
}

async function choosePorts({ ports, onPortBusy }: ThreeProgramsOptions): Promise<Ports> {
  const taken = new Set<number>()
  const choose = async (name: ListenerName, wanted: number) => {
    const port = await findFreePort(host, wanted, taken)
    taken.add(port)
    if (port !== wanted) onPortBusy?.(name, wanted, port)
    return port
  }
  return {
    coupa: await choose('coupa', ports.coupa),
    marketplace: await choose('marketplace', ports.marketplace),
    mail: await choose('mail', ports.mail),
    ...(ports.ariba === undefined ? {} : { ariba: await choose('ariba', ports.ariba) }),
    ...(ports.network === undefined ? {} : { network: await choose('network', ports.network) }),
  }
}

async function startOn(ports: Ports, options: ThreeProgramsOptions): Promise<ThreePrograms> {
  const settings = settingsFor(ports, options.folder)
  const running = new Map<ProgramName, Program>()
  const clockAhead: Record<ProgramName, number> = { coupa: 0, marketplace: 0, mail: 0, ariba: 0 }
  const start = async (name: ProgramName, { later = 0 } = {}) => {
    clockAhead[name] += later
    const settingsNow = { ...settings[name], clockAhead: clockAhead[name] }
    running.set(name, await startProgram(name, settingsNow, eventsOf(name, options)))
  }
  const close = async () => {
    const senders = ['coupa', 'ariba', 'marketplace'] as const
    await Promise.all(senders.map(name => running.get(name)?.stop()))
    await running.get('mail')?.stop()
  }
  const started = await Promise.allSettled([
    start('mail'),
    start('marketplace'),
    start('coupa'),
    ...(settings.ariba === undefined ? [] : [start('ariba')]),
  ])
  const failure = started.find(result => result.status === 'rejected')
  if (failure !== undefined) {
    await close()
    throw failure.reason
  }
  return {
    ports,
    coupaUrl: settings.marketplace.coupaUrl,
    ...(settings.marketplace.ariba === undefined
      ? {}
      : {
          aribaUrl: settings.marketplace.ariba.url,
          networkUrl: new URL(settings.marketplace.ariba.transactionUrl).origin,
        }),
    marketplaceUrl: settings.coupa.marketplaceUrl,
    kill: async name => running.get(name)?.kill(),
    restart: start,
    close,
  }
}

function settingsFor(ports: Ports, folder: DataFolder): Settings {
  const coupaUrl = `http://${host}:${ports.coupa}`
  const marketplaceUrl = `http://${host}:${ports.marketplace}`
  const { secrets } = folder
  const mail = { host, port: ports.mail }
  const ariba = aribaOf(ports)
  return {
    coupa: { host, port: ports.coupa, dataDir: folder.coupa, marketplaceUrl, mail, secrets },
    marketplace: {
      host,
      port: ports.marketplace,
      dataDir: folder.marketplace,
      mailboxDir: folder.mail,
      coupaUrl,
      ...(ariba === undefined ? {} : { ariba: ariba.addresses }),
      mail,
      secrets,
    },
    ...(ariba === undefined
      ? {}
      : { ariba: { host, ...ariba.ports, dataDir: folder.ariba, marketplaceUrl, mail, secrets } }),
    mail: { host, port: ports.mail, mailboxDir: folder.mail },
  }
}

/** Both of its ports, or neither. */
function aribaOf({ ariba: port, network: networkPort }: Ports) {
  if (port === undefined || networkPort === undefined) return undefined
  const transactionUrl = `http://${host}:${networkPort}${networkPaths.transaction}`
  return { ports: { port, networkPort }, addresses: { url: `http://${host}:${port}`, transactionUrl } }
}

function eventsOf(name: ProgramName, { onLine, onDied }: ThreeProgramsOptions): ProgramEvents {
  return { line: text => onLine?.(name, text), died: exit => onDied?.(name, exit) }
}
