import { createHash } from 'node:crypto'
import type { RandomBytes } from '../buyers/token.js'
import { encodeBase64 } from '../mime/base64.js'

/** Text of an HTML page in which every value has been escaped. Only {@link html} makes one. */
interface Html {
  readonly html: string
}

/** Escapes everything that is put into it, except other `html`. Attribute values must be quoted. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const rest = strings.slice(1)
  const parts = rest.map((text, index) => {
    return written(values[index] ?? '') + text
  })
  return { html: (strings[0] ?? '') + parts.join('') }
}

function written(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return escapeHtml(value)
  return 'html' in value ? value.html : value.map(each => each.html).join('\n')
}

/** Line ends are written as references: an HTML parser would otherwise turn CR and CR LF into LF. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r\n]/g, character => `&#${character.charCodeAt(0)};`)
}

/** A page that only says something. */
export function messagePage(page: {
  readonly status: number
  readonly title: string
  readonly text: string
  readonly frameAncestors?: string
}): Response {
  const body = html`<h1>${page.title}</h1><p>${page.text}</p>`
  return pageResponse({
    status: page.status,
    title: page.title,
    body,
    policy: [`frame-ancestors ${page.frameAncestors ?? "'none'"}`],
    referrerPolicy: 'no-referrer',
  })
}

/**
 * A page whose only content is a form that submits itself. Without scripts the visible button does it.
 * The policy lets it run that one script, post to that one place, be framed by that one origin, and nothing else.
 */
export function selfSubmittingPage(page: {
  readonly title: string
  readonly text: string
  readonly action: string
  /** What CSP `form-action` allows: `'self'` or an origin. */
  readonly formAction: string
  readonly fields?: readonly { readonly name: string; readonly value: string }[]
  /** What the receiver reads the fields as. Default `utf-8`. */
  readonly charset?: 'utf-8' | 'iso-8859-1'
  /** The frame that shows the answer. Default: that of this page. */
  readonly target?: string
  readonly button: string
  readonly frameAncestors: string
  readonly referrerPolicy: 'no-referrer' | 'strict-origin'
  readonly randomBytes: RandomBytes
}): Response {
  const nonce = encodeBase64(page.randomBytes(16))
  const fields = (page.fields ?? []).map(hidden)
  const target = page.target === undefined ? html`` : html` target="${page.target}"`
  const body = html`<h1>${page.title}</h1>
<form id="punchloop" method="post" action="${page.action}" accept-charset="${page.charset ?? 'utf-8'}"${target}>${fields}
<p>${page.text}</p><p><button type="submit">${page.button}</button></p></form>
<script nonce="${nonce}">document.getElementById('punchloop').submit()</script>`
  return pageResponse({
    status: 200,
    title: page.title,
    body,
    policy: [
      `script-src 'nonce-${nonce}'`,
      `form-action ${page.formAction}`,
      `frame-ancestors ${page.frameAncestors}`,
    ],
    referrerPolicy: page.referrerPolicy,
  })
}

/**
 * Where a frame kept no cookie. `new window`: a button whose answer is shown in a window of its own, since browsers open one
 * only for a click. `fragment`: goes on by itself.
 */
export function entrancePage(page: {
  readonly action: string
  readonly frameAncestors: string
  readonly opensIn: 'new window' | 'fragment'
  readonly randomBytes: RandomBytes
}): Response {
  if (page.opensIn === 'fragment') {
    return selfSubmittingPage({
      title: 'Opening the shop…',
      text: 'If nothing happens, continue with the button.',
      action: page.action,
      formAction: "'self'",
      button: 'Continue to the shop',
      frameAncestors: page.frameAncestors,
      referrerPolicy: 'no-referrer',
      randomBytes: page.randomBytes,
    })
  }
  return pageResponse({
    status: 200,
    title: 'The shop opens in a window of its own',
    body: html`<h1>The shop opens in a window of its own</h1>
<p>Your browser lets pages in a frame keep nothing, so the shop would not know you from one page to the next.</p>
<form method="post" action="${page.action}" target="_blank" accept-charset="utf-8">
<p><button type="submit">Open the shop in a new window</button></p></form>
<p>What you request there goes back to your procurement system by itself; then you can close this page.</p>`,
    policy: ["form-action 'self'", `frame-ancestors ${page.frameAncestors}`],
    referrerPolicy: 'no-referrer',
  })
}

/** A form that another program reads: it has no script and nothing to press. */
export function formPage(page: {
  readonly title: string
  readonly action: string
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly charset: 'utf-8' | 'iso-8859-1'
  readonly frameAncestors: string
}): Response {
  return pageResponse({
    status: 200,
    title: page.title,
    body: html`<form method="post" action="${page.action}" accept-charset="${page.charset}">${page.fields.map(hidden)}</form>`,
    policy: ["form-action 'none'", `frame-ancestors ${page.frameAncestors}`],
    referrerPolicy: 'no-referrer',
  })
}

function hidden({ name, value }: { readonly name: string; readonly value: string }): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;color:#1d2733;background:#f4f6f8;margin:0}
main{max-width:32rem;margin:15vh auto 0;padding:2rem;background:#fff;border-radius:.75rem;box-shadow:0 1px 4px #0002}
h1{font-size:1.25rem;margin:0 0 .5rem}
button{font:inherit;padding:.5rem 1.25rem;border:0;border-radius:.4rem;background:#1d5fd1;color:#fff;cursor:pointer}
button:focus-visible{outline:3px solid #8db4f5;outline-offset:2px}`

/** The policy allows this one style sheet, by its digest. */
const styleHash = createHash('sha256').update(style, 'utf8').digest('base64')

function pageResponse(page: {
  readonly status: number
  readonly title: string
  readonly body: Html
  readonly policy: readonly string[]
  readonly referrerPolicy: string
}): Response {
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${page.title}</title><style>${{ html: style }}</style></head>
<body><main>${page.body}</main></body></html>
`
  return new Response(document.html, {
    status: page.status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': [
        "default-src 'none'",
        `style-src 'sha256-${styleHash}'`,
        ...page.policy,
        "base-uri 'none'",
      ].join('; '),
      'Referrer-Policy': page.referrerPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
