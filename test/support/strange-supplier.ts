import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

/** What is done with a document once it is there: with the answer, or with the connection itself. */
export type StrangeAnswer = (response: ServerResponse, connection: Socket) => void

/** A server that answers every POST as the test says: the supplier that nobody has seen before. */
export interface StrangeSupplier {
  readonly url: string
  /** How the next documents are answered. */
  answer: StrangeAnswer
  /** What came in, byte for byte and as text, and the path that it came to. */
  readonly received: {
    readonly path: string
    readonly contentType: string
    readonly bytes: Uint8Array
    readonly body: string
  }[]
  /** Connections that are open. */
  connections(): Promise<number>
  close(): Promise<void>
}

/** `tls`: its certificate, and what it speaks. Without it, plain HTTP. */
export async function startStrangeSupplier(tls?: ServerOptions): Promise<StrangeSupplier> {
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    supplier.received.push({
      path: request.url ?? '',
      contentType: request.headers['content-type'] ?? '',
      bytes,
      body: bytes.toString(),
    })
    supplier.answer(response, request.socket)
  }
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  const url = await listening(server, tls === undefined ? 'http' : 'https')
  const supplier: StrangeSupplier = {
    url,
    answer: response => void response.writeHead(404).end(),
    received: [],
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return supplier
}

async function listening(server: Server, scheme: 'http' | 'https'): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers with these bytes. */
export function says(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string | string[]>> = {},
  httpStatus = 200,
): StrangeAnswer {
  return response =>
    void response.writeHead(httpStatus, { 'content-type': 'text/xml; charset=UTF-8', ...headers }).end(body)
}

/** Puts bytes on the connection, without a word of HTTP of our own, and then does `end` to it. */
export function writes(text: string, end: 'end' | 'reset' | 'wait' = 'end'): StrangeAnswer {
  return (_response, connection) => {
    connection.write(text, () => {
      if (end === 'end') connection.end()
      if (end === 'reset') connection.resetAndDestroy()
    })
  }
}
