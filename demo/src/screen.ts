import { styleText } from 'node:util'
import type { ProgramName } from './programs/program.js'
import type { ListenerName } from './three-programs.js'

interface Ready {
  readonly coupaUrl: string
  /** Only where SAP Ariba runs, too. */
  readonly aribaUrl?: string
  readonly networkUrl?: string
  readonly marketplaceUrl: string
  /** `host:port` of the SMTP server. */
  readonly mailAddress: string
  readonly folder: string
}

const titles: Record<ListenerName, string> = {
  coupa: 'mock Coupa',
  ariba: 'mock Ariba',
  network: 'network of the mock Ariba',
  marketplace: 'Brightstack marketplace',
  mail: 'mail server',
}

const personas = [
  ['Emma Reyes', 'employee', 'finds software and requests it'],
  ['Mark Osei', 'manager', 'approves everything first'],
  ['Fiona Lund', 'finance', 'approves from 5,000 up'],
  ['Ada Admin', 'administrator', 'users, rules, punchout sites, every trace'],
] as const

/** What `npm start` prints: short, and the same without colours where nobody looks. */
export function createScreen(out: NodeJS.WriteStream, { verbose }: { readonly verbose: boolean }) {
  const write = (text = '') => out.write(`${text}\n`)
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { stream: out })
  return {
    starting: () => write('Starting the mock Coupa, the marketplace and the mail server …'),
    portBusy(name: ListenerName, busy: number, instead: number) {
      write(`Port ${busy} is taken by another program: the ${titles[name]} takes ${instead} instead.`)
    },
    ready(demo: Ready) {
      write()
      write(`  ${style('bold', 'Punchloop')} is up. Nothing here leaves this machine.`)
      write()
      write(
        `  ${style('bold', 'Coupa')}         ${style('cyan', demo.coupaUrl)}   Northwind Instruments, the buyer`,
      )
      if (demo.aribaUrl !== undefined) {
        write(
          `  ${style('bold', 'Ariba')}         ${style('cyan', demo.aribaUrl)}   Alder Biosciences, which buys through a network`,
        )
        write(
          `  ${style('bold', 'Network')}       ${style('cyan', demo.networkUrl ?? '')}   between Ariba and its suppliers`,
        )
      }
      write(
        `  ${style('bold', 'Marketplace')}   ${style('cyan', demo.marketplaceUrl)}   Brightstack, the supplier`,
      )
      write(
        `  ${style('bold', 'Mailbox')}       ${style('cyan', `${demo.marketplaceUrl}/mailbox`)}   SMTP ${demo.mailAddress}`,
      )
      write()
      for (const [name, role, what] of personas) {
        write(`  ${name.padEnd(12)}  ${role.padEnd(14)} ${style('dim', what)}`)
      }
      write()
      write(
        `  1. Open ${style('cyan', demo.coupaUrl)} and sign in as ${style('bold', 'Emma Reyes')}; nobody has a password.`,
      )
      write(
        `  2. Under ${style('bold', 'Shop Online')} choose ${style('bold', 'Brightstack')}, or search for "analytics".`,
      )
      write(`  3. On a product press ${style('bold', 'Request approval')}, then submit the cart in Coupa.`)
      write(
        `  4. Switch to ${style('bold', 'Mark Osei')} in the banner and approve. The README tells the rest.`,
      )
      write()
      write(
        style(
          'dim',
          `  Everything is kept in ${demo.folder}. Ctrl-C stops; npm start -- --fresh begins anew.`,
        ),
      )
      write()
    },
    line(name: ProgramName, text: string) {
      if (verbose || /\b(?:warn|error)\b/i.test(text)) write(style('dim', `${name.padEnd(11)} │ ${text}`))
    },
    died(name: ProgramName, exit: string) {
      write(
        `The ${titles[name]} has ended by itself (${exit}). Stop with Ctrl-C and start again: nothing is lost.`,
      )
    },
    stopping: () => write('\nStopping …'),
    stopped: () => write('Stopped. Everything is kept for the next start.'),
    /** A user's mistake needs a sentence only; anything else says where to look. */
    failed(message: string, { isUsers }: { readonly isUsers: boolean }) {
      write(isUsers ? message : `The demo could not start: ${message}`)
    },
  }
}
