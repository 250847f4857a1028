/** A page as it came over the wire. */
export interface VisitedPage {
  readonly status: number
  readonly html: string
  readonly headers: Headers
  /** Of a redirect: where to, below the mock's own URL where it is there. */
  readonly location: string | null
}

/** Somebody with a cookie jar in front of the mock's pages, who looks at every answer before going on. */
export interface Visitor {
  get(path: string): Promise<VisitedPage>
  /** Sends fields as a page of the mock would: with its token and from its origin. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<VisitedPage>
  /** Sends fields exactly as they are. */
  postRaw(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<VisitedPage>
  /** Sends a form with a file, as a page of the mock would. */
  upload(path: string, fields: Readonly<Record<string, string>>, file: File): Promise<VisitedPage>
  /** The token of the session, read from a form. */
  csrf(): Promise<string>
  /** The cookie, for a browser that goes on from here. */
  cookie(): { readonly name: string; readonly value: string }
}

/** Nobody is signed in yet. `door`: the page on which this visitor would sign in. */
export function createVisitor(url: string, door = '/sign-in'): Visitor {
  let cookie = ''
  async function send(path: string, init: RequestInit): Promise<VisitedPage> {
    const headers = new Headers(init.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
    const location = response.headers.get('location')
    return { status: response.status, html: await response.text(), headers: response.headers, location }
  }
  const visitor: Visitor = {
    get: path => send(path, {}),
    post: async (path, fields = {}) => visitor.postRaw(path, { csrf: await visitor.csrf(), ...fields }),
    postRaw: (path, fields, headers = { origin: new URL(url).origin }) =>
      send(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
    async upload(path, fields, file) {
      const body = new FormData()
      const sent = { csrf: await visitor.csrf(), ...fields }
      for (const [name, value] of Object.entries(sent)) body.append(name, value)
      body.append('file', file)
      return send(path, { method: 'POST', headers: { origin: new URL(url).origin }, body })
    },
    async csrf() {
      const { html } = await send(door, {})
      return /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
    },
    cookie() {
      const [name = '', value = ''] = cookie.split('=')
      return { name, value }
    },
  }
  return visitor
}

/** Somebody who has signed in by clicking their name. */
export async function signIn(url: string, login: string): Promise<Visitor> {
  const visitor = createVisitor(url)
  const answer = await visitor.post('/session', { login })
  if (answer.status !== 303) throw new Error(`${login} could not sign in: HTTP ${answer.status}`)
  return visitor
}

/** Somebody of a supplier in front of the supplier portal. */
export async function signInAsSupplier(url: string, supplier: number): Promise<Visitor> {
  const visitor = createVisitor(url, '/supplier/sign-in')
  const answer = await visitor.post('/supplier/session', { supplier: String(supplier) })
  if (answer.status !== 303) throw new Error(`Supplier ${supplier} could not sign in: HTTP ${answer.status}`)
  return visitor
}

/** What a person reads on a page: no tags, white space collapsed. */
export function readText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
