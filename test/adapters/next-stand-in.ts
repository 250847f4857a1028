import { createServer } from 'node:http'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { nodeListener } from '@punchloop/sdk/node'

/**
 * Run in the folder of the Next.js example where Next.js is not installed: serves its route files as Next.js says that it
 * does, by the documented contract of `route.ts` alone. A handler a method; HEAD by GET where there is none; else 405.
 */
const routes = [
  { path: /^\/$/, file: 'app/route.ts' },
  { path: /^\/request-approval$/, file: 'app/request-approval/route.ts' },
  { path: /^\/punchloop\/.+$/, file: 'app/punchloop/[...path]/route.ts' },
]

async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const route = routes.find(({ path }) => path.test(pathname))
  if (route === undefined) return new Response('Not found', { status: 404 })
  const url = pathToFileURL(`${process.cwd()}/${route.file}`).href
  const handlers: Record<string, ((request: Request) => Promise<Response>) | undefined> = await import(url)
  const handler = handlers[request.method] ?? (request.method === 'HEAD' ? handlers.GET : undefined)
  return handler?.(request) ?? new Response(null, { status: 405 })
}

createServer(nodeListener(serve)).listen(Number(process.env.PORT))
