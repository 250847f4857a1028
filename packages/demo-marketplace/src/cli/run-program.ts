import { UsageError } from './usage-error.js'

interface Running {
  close(): Promise<void>
}

/** Starts a program, stops it on a signal, and answers a user's mistake with a sentence instead of a stack trace. */
export async function runProgram(start: () => Promise<Running | undefined>): Promise<void> {
  try {
    const running = await start()
    if (running === undefined) return
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => void stop(running))
    }
  } catch (error) {
    process.exitCode = error instanceof UsageError || error instanceof TypeError ? 2 : 1
    console.error(error instanceof Error ? error.message : String(error))
  }
}

async function stop(running: Running): Promise<void> {
  try {
    await running.close()
  } catch (error) {
    process.exitCode = 1
    console.error('Did not stop cleanly:', error)
  }
}

/** How many ports after the wanted one are tried. */
const attempts = 20

/** Starts on the wanted port or, where that is taken, says so and takes the next free one. */
export async function startOnFreePort<Started>(
  wanted: number,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  for (let port = wanted; ; port += 1) {
    try {
      return await start(port)
    } catch (error) {
      if (!isBusy(error)) throw error
      if (wanted === 0 || port === wanted + attempts || port === 65_535) {
        throw new UsageError(`Ports ${wanted} to ${port} are all taken; choose another with --port`, {
          cause: error,
        })
      }
      console.error(`Port ${port} is taken by another program, trying ${port + 1}.`)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
