import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyReadError } from '../http/body-read-error.js'

type FetchHandler = (request: Request) => Promise<Response>

/** What body parsers leave behind on a request whose stream they have read. */
type ParsedMessage = IncomingMessage & { readonly body?: unknown; readonly rawBody?: unknown }

/**
 * Puts a `Request → Response` handler behind `node:http`.
 *
 * The server is the caller's, and so are its clocks: `requestTimeout` is 300 s by default, 30 s is plenty here.
 *
 * @example
 * ```ts
 * createServer({ requestTimeout: 30_000 }, nodeListener(request => supplier.fetch(request))).listen(3000)
 * ```
 */
export function nodeListener(
  fetchHandler: FetchHandler,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) gone.abort()
    })
    // Nobody waits for a listener's promise: an error that escaped from one would end the process.
    const response = await answer(fetchHandler, incoming, gone.signal).catch(() => failed())
    await writeResponse(outgoing, response)
  }
}

async function answer(
  fetchHandler: FetchHandler,
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<Response> {
  if (!isFetchMethod(incoming.method)) return new Response(null, { status: 405 })
  return fetchHandler(toWebRequest(incoming, { signal }))
}

function failed(): Response {
  return new Response(null, { status: 500, headers: { 'Cache-Control': 'no-store' } })
}

/** The fetch standard has no such methods, so there is no `Request` for them. */
export function isFetchMethod(method = 'GET'): boolean {
  return !/^(TRACE|TRACK|CONNECT)$/i.test(method)
}

/** `http://localhost` + the request target; see {@link toWebRequest}. */
export function pathOf(target: string): string {
  return new URL(urlOf(target)).pathname
}

/**
 * The WHATWG form of a Node request. Only path, method, headers and body mean anything in it: the authority is a
 * placeholder, since neither `Host` nor an absolute request target may decide anything.
 */
export function toWebRequest(
  incoming: IncomingMessage,
  options: { readonly signal?: AbortSignal; readonly target?: string; readonly body?: unknown } = {},
): Request {
  const headers = new Headers()
  const raw = incoming.rawHeaders
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.append(raw[index] ?? '', raw[index + 1] ?? '')
  }
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(incoming, options.body)
  return new Request(urlOf(options.target ?? incoming.url ?? '/'), {
    method,
    headers,
    body,
    ...(body === null ? {} : { duplex: 'half' }),
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

/** Origin form (`/path`) is kept as it is; of absolute form (RFC 9112 §3.2.2) only path and query are used. */
function urlOf(target: string): string {
  if (target.startsWith('/')) return `http://localhost${target}`
  if (!URL.canParse(target)) return 'http://localhost/'
  const { pathname, search } = new URL(target)
  return `http://localhost${pathname}${search}`
}

/**
 * A body that somebody has read already is taken only as bytes. Text will not do: ISO-8859-1 bytes that went through a
 * UTF-8 text parser are lost, so reading such a body fails, and says why.
 */
function bodyOf(
  incoming: ParsedMessage,
  parsed: unknown,
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  for (const candidate of [incoming.rawBody, incoming.body, parsed]) {
    if (candidate instanceof Uint8Array) return new Uint8Array(candidate)
  }
  if (!incoming.readableDidRead) return streamOf(incoming)
  return new ReadableStream({
    pull() {
      throw new BodyReadError()
    },
  })
}

/**
 * `Readable.toWeb` destroys the socket when its reader cancels, and the answer (413, say) with it. Here cancelling only
 * stops listening: the rest of the body is thrown away behind the answer. Nothing is read before somebody
 * asks, so a request made only for its headers leaves the body to whoever comes next.
 */
function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let state: 'unread' | 'reading' | 'done' = 'unread'
  const listen = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    state = 'reading'
    incoming.on('data', (chunk: Buffer) => {
      if (state === 'done') return
      controller.enqueue(new Uint8Array(chunk))
      incoming.pause()
    })
    incoming.once('end', () => {
      if (state !== 'done') controller.close()
      state = 'done'
    })
    const fail = (error?: Error) => {
      if (state !== 'done')
        controller.error(error ?? new Error('The connection closed before the body ended'))
      state = 'done'
    }
    incoming.once('error', fail)
    incoming.once('close', () => fail())
  }
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (state === 'unread') listen(controller)
        incoming.resume()
      },
      cancel() {
        state = 'done'
      },
    },
    { highWaterMark: 0 },
  )
}

/** Answers with a `Response`, whole: answers of a supplier are small. */
export async function writeResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer())
  if (outgoing.destroyed) return
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.appendHeader('set-cookie', cookies)
  outgoing.setHeader('content-length', body.byteLength)
  outgoing.end(outgoing.req.method === 'HEAD' ? undefined : body)
  letRestPass(outgoing.req)
}

/** Of a body that nobody wants so much is let pass, in bytes; then the connection is closed. */
const mostDiscarded = 16 * 1024 * 1024

/**
 * Reads what is left of a body that was answered before its end, and throws it away. Were the connection closed at once, a
 * sender that is still sending would be told of a broken line and never see the answer.
 */
export function letRestPass(incoming: IncomingMessage): void {
  if (incoming.complete) return
  let discarded = 0
  incoming.on('data', (chunk: Buffer) => {
    discarded += chunk.length
    if (discarded > mostDiscarded) incoming.destroy()
  })
}
