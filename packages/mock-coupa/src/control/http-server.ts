import type { Server } from 'node:http'
import { CoupaError } from '../errors.js'

/** Listens and returns the origin; `ERR_COUPA_PORT_BUSY` where somebody else does already. */
export function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<string> {
  // Node waits five minutes for a body by default.
  server.requestTimeout = 30_000
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE') return reject(cause)
      const message = `Port ${port} of ${host} is in use: choose another, or 0 for any free one`
      reject(new CoupaError('ERR_COUPA_PORT_BUSY', message, { cause }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
    })
  })
}

/** Requests that are being answered are finished; idle connections are not waited for. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()))
    server.closeIdleConnections()
    // A browser that keeps a connection half open must not keep us from stopping.
    setTimeout(() => server.closeAllConnections(), 1_000).unref()
  })
}

/** Whether the other side has gone away: nobody is left to answer, and nothing of ours is broken. */
export function isHungUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && hangUps.includes(String(error.code))
}

const hangUps = ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'HPE_INVALID_EOF_STATE', 'ERR_STREAM_PREMATURE_CLOSE']
