import { request as httpRequest } from 'node:http'

/**
 * POSTs so many spaces, in chunks, as a document that goes on, and then neither ends nor leaves: the status of the answer that
 * comes all the same.
 *
 * It must not go on writing. A server that has answered may close (workerd does so 64 KiB later), and a sender that writes
 * just then is told of the closed connection (EPIPE) before it has read the answer that lies there.
 */
export function upload(origin: string, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${origin}/punchloop/cxml`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
    })
    outgoing.on('response', answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
      outgoing.destroy()
    })
    outgoing.on('error', reject)
    outgoing.write(Buffer.alloc(bytes, ' '))
  })
}
