import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { FromProgram, ToProgram } from './protocol.js'

/** `ariba` only where it was asked for. */
export type ProgramName = 'coupa' | 'marketplace' | 'mail' | 'ariba'

/** One of the programs, as a child process that can be stopped, killed and started again. */
export interface Program {
  readonly url: string
  /** True until the process has ended, for whatever reason. */
  readonly isRunning: boolean
  /** Asks it to finish what it does and waits until it has ended. */
  stop(): Promise<void>
  /** Ends it as a power cut would, and waits until it has ended. */
  kill(): Promise<void>
}

export interface ProgramEvents {
  /** One line that it wrote. */
  readonly line: (text: string) => void
  /** It ended though nobody asked it to. */
  readonly died: (exit: string) => void
}

/** Thrown when the port that a program was told to listen on is taken. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError'
}

/** Starts a program and waits until it answers. Always the compiled one, wherever this file runs from. */
export async function startProgram<Settings>(
  name: ProgramName,
  settings: Settings,
  events: ProgramEvents,
): Promise<Program> {
  const file = fileURLToPath(new URL(`../../dist/programs/${name}.js`, import.meta.url))
  // A process group of its own: Ctrl-C in a terminal reaches us only, and we stop the programs in their order.
  const child = fork(file, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [], detached: true })
  const ended = once(child, 'close')
  let wanted = true
  for (const stream of [child.stdout, child.stderr]) if (stream) readLines(stream, events.line)
  child.once('close', (code, signal) => {
    if (wanted) events.died(signal ? `signal ${signal}` : `exit code ${code}`)
  })
  const send = (message: ToProgram<Settings>) => child.connected && child.send(message)
  send({ kind: 'start', settings })
  const answer = await firstAnswer(child, name)
  if (answer.kind !== 'ready') {
    wanted = false
    send({ kind: 'stop' })
    await ended
    if (answer.kind === 'busy') throw new PortBusyError(`${name}: the port is taken`)
    throw new Error(`${name} did not start: ${answer.message}`)
  }
  return {
    url: answer.url,
    get isRunning() {
      return child.exitCode === null && child.signalCode === null
    },
    async stop() {
      wanted = false
      send({ kind: 'stop' })
      await ended
    },
    async kill() {
      wanted = false
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function firstAnswer(child: ChildProcess, name: ProgramName): Promise<FromProgram> {
  return new Promise(resolve => {
    child.once('message', (message: FromProgram) => resolve(message))
    child.once('exit', code =>
      resolve({
        kind: 'failed',
        message: `the ${name} process ended with exit code ${code} before it was ready`,
      }),
    )
  })
}

function readLines(stream: Readable, line: (text: string) => void): void {
  createInterface({ input: stream }).on('line', line)
}
