import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { root } from '../support/root.js'

/** A marketplace that runs, as the contract sees it: by its address alone. */
export interface RunningShop {
  close(): Promise<void>
}

export interface ShopSettings {
  readonly port: number
  readonly origin: string
  /** Of the buyer: where carts go, and confirmations. */
  readonly buyerOrigin: string
  readonly sharedSecret: string
}

/** Starts a program in a folder, of `examples/` or any, and waits until it answers. */
export async function startExample(
  example: string,
  [command = '', ...args]: readonly string[],
  settings: ShopSettings,
): Promise<RunningShop> {
  const child = spawn(command, args, {
    cwd: resolve(root, 'examples', example),
    env: {
      ...process.env,
      PORT: String(settings.port),
      ORIGIN: settings.origin,
      BUYER_ORIGIN: settings.buyerOrigin,
      SHARED_SECRET: settings.sharedSecret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk
    })
  }
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code =>
      reject(new Error(`examples/${example} ended with exit code ${code}:\n${output}`)),
    )
  })
  // Nobody may be waiting when it ends as it should.
  ended.catch(() => undefined)
  await Promise.race([answers(settings.origin), ended]).catch(async error => {
    await kill(child)
    throw error
  })
  return { close: () => kill(child) }
}

/** Programs say in different ways, or not at all, that they listen. */
async function answers(origin: string): Promise<void> {
  for (;;) {
    const answered = await fetch(origin).then(
      async response => {
        await response.arrayBuffer()
        return true
      },
      () => false,
    )
    if (answered) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** One that was free a moment ago: a shop has to know its address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
