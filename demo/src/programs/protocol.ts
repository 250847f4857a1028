/**
 * What the demo and its three programs say to each other over the channel of a child process. Secrets travel here and
 * never on a command line, where every user of the machine could read them.
 */
export type ToProgram<Settings> =
  | { readonly kind: 'start'; readonly settings: Settings }
  | { readonly kind: 'stop' }

export type FromProgram =
  | { readonly kind: 'ready'; readonly url: string }
  /** Somebody else listens on the port that was asked for. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly message: string }

interface Running {
  readonly url: string
  close(): Promise<void>
}

/**
 * The life of one program: starts when it is told how, stops when it is told to or when the demo is gone.
 * Signals are left to the demo, which decides in which order the programs stop.
 */
export function runProgram<Settings>(start: (settings: Settings) => Promise<Running>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  let running: Promise<Running | undefined> = Promise.resolve(undefined)
  process.on('message', (message: ToProgram<Settings>) => {
    if (message.kind === 'stop') return void stop(running)
    running = startAndTell(() => start(message.settings))
  })
  process.on('disconnect', () => void stop(running))
  // Whoever started us may be gone before we could listen.
  if (!process.connected) void stop(running)
}

async function startAndTell(start: () => Promise<Running>): Promise<Running | undefined> {
  try {
    const running = await start()
    tell({ kind: 'ready', url: running.url })
    return running
  } catch (error) {
    tell(isAddressInUse(error) ? { kind: 'busy' } : { kind: 'failed', message: messageOf(error) })
    return undefined
  }
}

async function stop(running: Promise<Running | undefined>): Promise<void> {
  try {
    await (await running)?.close()
  } catch (error) {
    process.exitCode = 1
    console.error(`did not stop cleanly: ${messageOf(error)}`)
  } finally {
    process.exit()
  }
}

function tell(message: FromProgram): void {
  process.send?.(message)
}

const busyCodes = new Set<unknown>(['EADDRINUSE', 'ERR_COUPA_PORT_BUSY'])

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && busyCodes.has(error.code)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
