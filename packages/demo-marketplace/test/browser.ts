/** A browser without scripts: cookies, forms, redirects on one shop. */
export interface Browser {
  get(path: string): Promise<Page>
  /** Sends the form on the page that posts to `action`, with its hidden fields. */
  post(page: Page, action: string, fields?: Readonly<Record<string, string>>): Promise<Page>
  /** Sends exactly this. */
  send(path: string, init: RequestInit): Promise<Page>
  cookies(): Readonly<Record<string, string>>
}

export interface Page {
  readonly status: number
  readonly path: string
  readonly html: string
  readonly headers: Headers
}

export function createBrowser(origin: string): Browser {
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location !== null) {
      return send(new URL(location, new URL(path, origin)).href, { method: 'GET' })
    }
    return { status: response.status, path, html: await response.text(), headers: response.headers }
  }

  return {
    send,
    cookies: () => Object.fromEntries(cookies),
    get: path => send(path, { method: 'GET' }),
    post(page, action, fields = {}) {
      const body = new URLSearchParams({ ...hiddenFields(page.html, action), ...fields })
      return send(action, { method: 'POST', body, headers: { Origin: origin } })
    },
  }
}

/** Of the first form with this action. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find(candidate => candidate.includes(`action="${action}"`))
  if (form === undefined) throw new Error(`No form posts to ${action} on this page:\n${html}`)
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}
