import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mounts } from '../../test/mounts.js'
import { startTestSupplier } from '../../test/start-test-supplier.js'

const mebibyte = Buffer.alloc(1024 * 1024, ' ')

let close: (() => Promise<unknown>) | undefined
afterEach(() => close?.())

/** Hono's server has its own bounds for what nobody reads. */
const ours = Object.entries(mounts).filter(([name]) => name !== 'Hono')

describe.each(ours)('a sender that does not stop, under %s', (_name, mount) => {
  it('is answered, and cut off a while later', async () => {
    const { supplier } = startTestSupplier({ maxBodyBytes: 100_000, basePath: '/shop/punchloop' })
    const server = createServer(await mount(supplier))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    close = () => new Promise(resolve => server.close(resolve))
    const { received, sent } = await sendUntilClosed((server.address() as AddressInfo).port)
    expect(received).toMatch(/^HTTP\/1\.1 413 /)
    expect(sent).toBeLessThan(128)
  })
})

describe.each(Object.entries(mounts))('a sender that stops within its document, under %s', (_name, mount) => {
  it('is told that it took too long, and not waited for', async () => {
    const { supplier } = startTestSupplier({ bodyTimeout: 20, basePath: '/shop/punchloop' })
    const server = createServer(await mount(supplier))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    close = () => new Promise(resolve => server.close(resolve))
    const received = await sendAndWait(
      (server.address() as AddressInfo).port,
      'POST /shop/punchloop/cxml HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 99\r\n\r\n<cXML',
    )
    expect(received).toMatch(/^HTTP\/1\.1 408 /)
    expect(received).toContain('<Status code="560"')
  })
})

describe.each(Object.entries(mounts))(
  'a sender that hangs up within its document, under %s',
  (_name, mount) => {
    it('is no fault of ours', async () => {
      const { supplier, log } = startTestSupplier({ basePath: '/shop/punchloop' })
      const server = createServer(await mount(supplier))
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      close = () => new Promise(resolve => server.close(resolve))
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
        socket.write(
          'POST /shop/punchloop/cxml HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 99\r\n\r\n<cXML',
          () => setImmediate(() => socket.destroy()),
        ),
      )
      await vi.waitFor(() => expect(log).toHaveLength(1))
      expect(log).toMatchObject([{ level: 'warn', message: 'The connection closed before the body ended' }])
    })
  },
)

/** What came back until the other side closed the connection. */
function sendAndWait(port: number, text: string): Promise<string> {
  return new Promise(resolve => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', chunk => {
      received += chunk
    })
    socket.on('close', () => resolve(received))
  })
}

/** Whole mebibytes that the connection took before it was closed, and what came back on it. */
function sendUntilClosed(port: number): Promise<{ received: string; sent: number }> {
  return new Promise(resolve => {
    let received = ''
    let sent = 0
    const socket = connect(port, '127.0.0.1')
    socket.on('data', chunk => {
      received += chunk
    })
    // A broken pipe is what this waits for.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ received, sent }))
    socket.write(
      `POST /shop/punchloop/cxml HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: ${2 ** 40}\r\n\r\n`,
    )
    const write = (): void => {
      if (socket.destroyed || sent >= 1024) return void socket.destroy()
      socket.write(mebibyte, error => {
        if (error) return
        sent += 1
        setImmediate(write)
      })
    }
    write()
  })
}
