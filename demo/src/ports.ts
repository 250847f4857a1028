import { createServer } from 'node:net'

/**
 * The wanted port, or the next free one after it. Both sides of the loop are told of each other before either listens,
 * so the ports have to be known first; whoever loses the short race that this leaves is told by the program itself.
 */
export async function findFreePort(
  host: string,
  wanted: number,
  taken: ReadonlySet<number>,
): Promise<number> {
  const last = Math.min(wanted + 100, 65_535)
  for (let port = wanted; port <= last; port += 1) {
    if (!taken.has(port) && (await isFree(host, port))) return port
  }
  throw new Error(
    `No free port on ${host} from ${wanted} to ${last}: stop what listens there, or choose another port.`,
  )
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
