import { request as ask } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'

/** A host name of its own with TLS before a server on plain http, as a proxy in production. */
export interface TlsFront {
  /** `https://market.test:4711`. Browsers find it with `hostsOfTests`. */
  readonly origin: string
  /** Where requests go from now on. */
  forward(target: string): void
  close(): Promise<void>
}

/** So that a browser finds `*.test` here, and does not mind who signed the certificate. */
export const hostsOfTests = ['--host-resolver-rules=MAP *.test 127.0.0.1', '--ignore-certificate-errors']

/** Signed by nobody. */
export const certificate = generate([{ name: 'commonName', value: 'punchloop.test' }], {
  extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: '*.test' }] }],
})

/** `framesKeepCookies: false` plays a browser that takes no cookie at all in a frame. */
export async function startTlsFront(
  host: string,
  { framesKeepCookies = true }: { readonly framesKeepCookies?: boolean } = {},
): Promise<TlsFront> {
  let target = ''
  const { private: key, cert } = await certificate
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const forwarded = ask(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: incoming.headers },
      answer => {
        const isKept = framesKeepCookies || incoming.headers['sec-fetch-dest'] !== 'iframe'
        const headers = isKept ? answer.headers : { ...answer.headers, 'set-cookie': undefined }
        for (const [name, value] of Object.entries(headers)) {
          if (value !== undefined) outgoing.setHeader(name, value)
        }
        outgoing.writeHead(answer.statusCode ?? 502)
        answer.pipe(outgoing)
      },
    )
    forwarded.on('error', () => outgoing.writeHead(502).end())
    incoming.pipe(forwarded)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `https://${host}:${(server.address() as AddressInfo).port}`,
    forward(url) {
      target = url
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
