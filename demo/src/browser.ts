import { type Form, readForms, readLinks, readTitle } from './html.js'

/** A page as the browser shows it. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly title: string
  readonly html: string
  readonly forms: readonly Form[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

export interface Browser {
  open(url: string): Promise<Page>
  /** Sends fields as a form of another site does. */
  post(url: string, fields: Readonly<Record<string, string>>, from: string): Promise<Page>
  /** Sends a form the way a click on one of its buttons does. */
  submit(page: Page, form: Form, fields?: Readonly<Record<string, string>>): Promise<Page>
}

/** More than any shop needs: a loop of redirects ends with a sentence instead of never. */
const mostRedirects = 10

/** As much of a browser as a shopper without scripts needs: pages, forms, cookies per origin, redirects. */
export function createBrowser(fetch: typeof globalThis.fetch): Browser {
  const cookies = new Map<string, Map<string, string>>()

  async function request(url: string, init: RequestInit, redirects = 0): Promise<Page> {
    if (redirects > mostRedirects)
      throw new Error(`${url} redirects for ever: stopped after ${mostRedirects} times`)
    const { origin } = new URL(url)
    const jar = cookies.get(origin) ?? new Map<string, string>()
    cookies.set(origin, jar)
    const headers = new Headers(init.headers)
    headers.set('Accept', 'text/html')
    if (jar.size > 0) headers.set('Cookie', [...jar].map(pair => pair.join('=')).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' }).catch(cause => {
      throw new Error(`${origin} does not answer: ${reasonOf(cause)}`, { cause })
    })
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line)
    const location = response.headers.get('location')
    if (location !== null && response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      return request(new URL(location, url).href, redirected(response.status, init), redirects + 1)
    }
    const html = await response.text()
    const { status } = response
    return { url, status, html, title: readTitle(html), forms: readForms(html), links: readLinks(html) }
  }

  return {
    open: url => request(url, { method: 'GET' }),
    post: (url, fields, from) =>
      request(url, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { Origin: new URL(from).origin },
      }),
    submit: (page, form, fields = {}) => {
      const sent = new URLSearchParams({ ...form.fields, ...fields })
      const action = new URL(form.action, page.url)
      const headers = { Origin: new URL(page.url).origin }
      if (form.method === 'post') return request(action.href, { method: 'POST', body: sent, headers })
      action.search = sent.toString()
      return request(action.href, { method: 'GET' })
    },
  }
}

/** `fetch` says "fetch failed"; why stands in its cause. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return reason instanceof Error ? reason.message : String(reason)
}

/** 303 always becomes GET; 301 and 302 do after a POST (Fetch standard, HTTP-redirect fetch, step 12). */
function redirected(status: number, init: RequestInit): RequestInit {
  const keeps = status === 307 || status === 308 || init.method === 'GET'
  return keeps ? init : { method: 'GET' }
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const separator = pair.indexOf('=')
  const name = pair.slice(0, separator).trim()
  const isEnded = attributes.some(attribute => /^\s*max-age\s*=\s*(?:0|-)/i.test(attribute))
  if (isEnded) jar.delete(name)
  else jar.set(name, pair.slice(separator + 1).trim())
}
