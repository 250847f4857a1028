import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** Processes that take orders on one database. */
export interface Takers {
  readonly ports: readonly number[]
  readonly processes: readonly ChildProcess[]
  stop(): Promise<void>
}

/** The compiled programs, also for a test that runs from the sources: what that asks of Node is not asked of them. */
const programs = new URL('../../dist/storm/', import.meta.url)

export async function startTakers(
  program: 'take-orders' | 'take-naively',
  count: number,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Takers> {
  const processes = Array.from({ length: count }, () =>
    fork(new URL(`${program}.js`, programs), args, {
      env: { ...process.env, ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    }),
  )
  const ports = await Promise.all(processes.map(portOf))
  return {
    ports,
    processes,
    stop: async () => {
      const ended = processes.map(process => once(process, 'exit'))
      for (const process of processes) process.kill('SIGKILL')
      await Promise.all(ended)
    },
  }
}

async function portOf(process: ChildProcess): Promise<number> {
  const said =
    process.stdout === null ? '0' : await Promise.race([once(process.stdout, 'data'), once(process, 'exit')])
  const port = Number(String(said))
  if (Number.isInteger(port) && port > 0) return port
  throw new Error('A process that was to take orders ended at once')
}
