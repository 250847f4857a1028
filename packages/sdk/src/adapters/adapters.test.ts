import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import Koa from 'koa'
import { afterEach, describe, expect, it } from 'vitest'
import { mounts } from '../../test/mounts.js'
import { punchloopKoa, sendResponse, toRequest } from './koa.js'

/** Answers with what arrived: the bytes as they are, and what the request said in a header. */
async function echo(request: Request): Promise<Response> {
  const url = new URL(request.url)
  // Some servers have a Request for it all the same.
  if (request.method === 'TRACE') return new Response(null, { status: 405 })
  if (url.pathname === '/p/q/limit') {
    const reader = request.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    return new Response('too much', { status: 413 })
  }
  if (url.pathname === '/p/q/redirect') {
    const headers = new Headers({ Location: '/shop' })
    headers.append('Set-Cookie', 'a=1; Path=/')
    headers.append('Set-Cookie', 'b=2; Path=/')
    return new Response(null, { status: 303, headers })
  }
  const bytes = new Uint8Array(await request.arrayBuffer())
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'X-Seen': `${request.method} ${url.pathname}${url.search} ${request.headers.get('cookie') ?? '-'}`,
    },
  })
}

const supplier = { basePath: '/p/q', fetch: echo }

const servers: ReturnType<typeof createServer>[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

describe.each(Object.entries(mounts))('mounted under %s', (_name, mount) => {
  it('passes every byte on, also those that are not UTF-8', async () => {
    const url = await listen(await mount(supplier))
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const response = await fetch(`${url}/p/q/x?q=1`, {
      method: 'POST',
      body: bytes,
      headers: { cookie: 'c=1' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('x-seen')).toBe('POST /p/q/x?q=1 c=1')
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  it('passes a body of several chunks on in order', async () => {
    const url = await listen(await mount(supplier))
    const bytes = new Uint8Array(3_000_000).map((_, index) => index % 251)
    const response = await fetch(`${url}/p/q/x`, { method: 'POST', body: bytes })
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('keeps every Set-Cookie, the status and an empty body', async () => {
    const url = await listen(await mount(supplier))
    const response = await fetch(`${url}/p/q/redirect`, { redirect: 'manual' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/shop')
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
    expect(response.headers.get('content-type')).toBeNull()
    expect(await response.text()).toBe('')
  })

  it('answers a body that is refused half read', async () => {
    const url = await listen(await mount(supplier))
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = httpRequest(`${url}/p/q/limit`, { method: 'POST' }, resolve)
      outgoing.on('error', reject)
      outgoing.write(Buffer.alloc(100_000))
      setImmediate(() => outgoing.end(Buffer.alloc(900_000)))
    })
    expect(answer.statusCode).toBe(413)
    answer.resume()
  })

  it('answers a method that the fetch standard does not know, and goes on', async () => {
    const url = await listen(await mount(supplier))
    expect(await send(url, 'TRACE /p/q/x HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 405 /)
    expect(await send(url, 'GET /p/q/x HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('looks only at the path of an absolute request target', async () => {
    const text = await send(
      await listen(await mount(supplier)),
      'GET http://evil.example/p/q/x HTTP/1.1\r\nHost: evil.example\r\n',
    )
    expect(text).toContain('GET /p/q/x -')
  })
})

/** One request as these very bytes, and everything that came back. */
function send(url: string, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.end(`${head}Connection: close\r\n\r\n`),
    )
    let received = ''
    socket.on('data', chunk => {
      received += chunk
    })
    socket.on('end', () => resolve(received))
    socket.on('error', reject)
  })
}

describe('punchloopKoa', () => {
  it('passes on what is not below basePath, with its body unread', async () => {
    const app = new Koa()
    app.use(punchloopKoa(supplier))
    app.use(async ctx => {
      const request = toRequest(ctx)
      const chunks: Buffer[] = []
      for await (const chunk of ctx.req) chunks.push(chunk)
      ctx.body = `shop ${new URL(request.url).pathname} ${Buffer.concat(chunks).toString()}`
    })
    const url = await listen(app.callback())
    const response = await fetch(`${url}/pricing`, { method: 'POST', body: 'form' })
    expect(await response.text()).toBe('shop /pricing form')
  })

  it('lets middleware around it see the answer', async () => {
    const seen: number[] = []
    const app = new Koa()
    app.use(async (ctx, next) => {
      await next()
      seen.push(ctx.status)
    })
    app.use(punchloopKoa(supplier))
    const url = await listen(app.callback())
    await fetch(`${url}/p/q/redirect`, { redirect: 'manual' })
    expect(seen).toEqual([303])
  })

  it('sends what the supplier made from a handler of the shop', async () => {
    const app = new Koa()
    app.use(ctx =>
      sendResponse(ctx, new Response('<p>page</p>', { headers: { 'Content-Type': 'text/html' } })),
    )
    const url = await listen(app.callback())
    const response = await fetch(`${url}/`)
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(await response.text()).toBe('<p>page</p>')
  })
})
