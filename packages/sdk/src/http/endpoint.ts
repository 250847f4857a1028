import { openEntrance, showEntrance } from '../punchout/enter-frame.js'
import type { StartPageContext } from '../punchout/entering.js'
import { openStartPage, showStartPage } from '../punchout/open-start-page.js'
import { messagePage } from '../punchout/page.js'
import { answerOci, type OciFace } from './answer-oci.js'
import { answerOpenBuy, type OpenBuyFace } from './answer-open-buy.js'
import { createReceive, type ReceiveContext } from './receive.js'
import { respondPage } from './respond.js'

type Face = (request: Request, parameter: string) => Promise<Response>

interface Route {
  readonly path: RegExp
  readonly methods: Readonly<Record<string, Face>>
}

export interface EndpointContext extends ReceiveContext, StartPageContext, OpenBuyFace, OciFace {
  readonly basePath: string
}

/** Every URL below `basePath`. */
function routes(context: EndpointContext): readonly Route[] {
  const receive = createReceive(context)
  const show: Face = (request, token) =>
    respondPage(context, 'start page not shown', () => showStartPage(context, request, token))
  const open: Face = (request, token) =>
    respondPage(context, 'start page not opened', () => openStartPage(context, request, token))
  const entrance: Face = (request, token) =>
    respondPage(context, 'entrance not shown', () => showEntrance(context, request, token))
  const enter: Face = (request, token) =>
    respondPage(context, 'entrance not opened', () => openEntrance(context, request, token))
  const openBuy: Face = (request, operation) => answerOpenBuy(context, request, operation)
  const oci: Face = request => answerOci(context, request)
  // biome-ignore format: the columns are the documentation
  return [
    { path: /^\/cxml\/?$/,                            methods: { POST: receive } },
    { path: /^\/start\/([^/]+)$/,                     methods: { GET: show, HEAD: show, POST: open } },
    { path: /^\/entrance\/([^/]+)$/,                  methods: { GET: entrance, HEAD: entrance, POST: enter } },
    { path: /^\/oci\/?$/,                             methods: { GET: oci, POST: oci } },
    { path: /^\/open-buy\/([^/]+)(?:\/v1\.0\.0)?$/,   methods: { POST: openBuy } },
  ]
}

/** The one way in: `Request → Response`. Never throws. */
export function createEndpoint(context: EndpointContext): (request: Request) => Promise<Response> {
  const table = routes(context)
  return async request => {
    // RFC 9112 §3.2: more than one Host is to be refused. We use none of them, a proxy before us may have.
    if (request.headers.get('host')?.includes(','))
      return plainText(400, 'The request has more than one Host')
    const { pathname } = new URL(request.url)
    const below = pathname.startsWith(`${context.basePath}/`) ? pathname.slice(context.basePath.length) : ''
    for (const { path, methods } of table) {
      const match = path.exec(below)
      if (match === null) continue
      const face = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined
      if (face === undefined) return methodNotAllowed(Object.keys(methods))
      return face(request, match[1] ?? '')
    }
    return messagePage({ status: 404, title: 'Not found', text: 'There is nothing at this address.' })
  }
}

function methodNotAllowed(allowed: readonly string[]): Response {
  const response = plainText(405, `Only ${allowed.join(', ')} is allowed here`)
  response.headers.set('Allow', allowed.join(', '))
  return response
}

function plainText(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
