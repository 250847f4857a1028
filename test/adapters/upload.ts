import { request as httpRequest } from 'node:http'

const piece = Buffer.alloc(64 * 1024, ' ')
const most = 256 * 1024 * 1024

/** POSTs spaces in chunks until an answer comes: its status, and how many bytes the connection had taken by then. */
export function upload(origin: string): Promise<{ readonly status: number; readonly sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0
    let isAnswered = false
    const outgoing = httpRequest(`${origin}/punchloop/cxml`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
    })
    outgoing.on('response', answer => {
      isAnswered = true
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, sent })
      outgoing.destroy()
    })
    // The other side may close while this one still writes; the answer has come then.
    outgoing.on('error', error => {
      if (!isAnswered) reject(error)
    })
    const write = (): void => {
      if (isAnswered || sent >= most) return
      outgoing.write(piece, error => {
        if (error) return
        sent += piece.length
        setImmediate(write)
      })
    }
    write()
  })
}
