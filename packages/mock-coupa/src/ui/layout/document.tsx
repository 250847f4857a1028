import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { pageScript } from '../script/page-script.js'
import { stylesheetVersion } from '../style/stylesheet.js'

const policyWithoutScripts = "default-src 'none'; style-src 'self'; img-src 'self'"

interface DocumentProps {
  readonly title: string
  /** Name of the procurement system. Absent where it does not matter which it is. */
  readonly system?: string
  /** Name of a {@link Face}; absent where it does not matter. */
  readonly face?: string
  /** Absent: the page runs no script, and says so itself to be safe wherever it is served. */
  readonly nonce?: string
  /** When and where to load it again where there are no scripts: `8`, or `2;url=/search?q=x&search=7`. */
  readonly refresh?: string | undefined
  readonly children?: Child
}

/** A whole page, doctype included. */
export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>\n${(<HtmlDocument {...props} />).toString()}`
}

function HtmlDocument({ title, system, face, nonce, refresh, children }: DocumentProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${system === undefined ? '' : `${system} `}mock`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {nonce === undefined && <meta http-equiv="Content-Security-Policy" content={policyWithoutScripts} />}
        <link rel="stylesheet" href={stylesheetPath} />
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        {refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={refresh} />
          </noscript>
        )}
      </head>
      <body {...(face === undefined ? {} : { class: `face-${face}` })}>
        <a class="skip" href="#content">
          Skip to content
        </a>
        {children}
        {nonce !== undefined && <script nonce={nonce}>{raw(pageScript)}</script>}
      </body>
    </html>
  )
}

export const stylesheetPath = `/assets/coupa-${stylesheetVersion}.css`
export const iconPath = '/assets/icon.svg'

export const iconImage = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0a5ba8"/><path d="M21 11.5a6.5 6.5 0 1 0 0 9" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round"/></svg>`
