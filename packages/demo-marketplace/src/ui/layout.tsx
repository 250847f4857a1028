import type { Child } from 'hono/jsx'
import type { Visitor } from '../accounts/visitor.js'
import { DemoBar } from './demo-bar.js'
import { Logo } from './logo.js'
import { styleHref } from './style.js'
import { TripBanner } from './trip-banner.js'

interface LayoutProps {
  readonly visitor: Visitor
  readonly title: string
  /** Where the page is, for the navigation and for coming back after a change of persona. */
  readonly path: string
  readonly searchText?: string
  readonly script?: string
  readonly children?: Child
}

export function Layout({ visitor, title, path, searchText = '', script, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Brightstack`}</title>
        <link rel="stylesheet" href={styleHref} />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        {script && <script src={script} defer />}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <DemoBar visitor={visitor} path={path} />
        <header class="site-header">
          <div class="wrap header-row">
            <a href="/" class="home" aria-label="Brightstack, home">
              <Logo />
            </a>
            <search>
              <form action="/" method="get" class="search">
                <input
                  type="search"
                  name="q"
                  value={searchText}
                  placeholder="Search software, data, services"
                  aria-label="Search the catalogue"
                />
                <button type="submit">Search</button>
              </form>
            </search>
            <Navigation visitor={visitor} path={path} />
          </div>
        </header>
        {visitor.trip && <TripBanner trip={visitor.trip} csrfToken={visitor.csrfToken} />}
        <main id="main" class="wrap">
          {children}
        </main>
        <footer class="site-footer">
          <div class="wrap">
            <p>
              <strong>Brightstack</strong> is a demonstration: products and makers are invented, nothing is
              charged, no mail leaves this machine.
            </p>
            <p>Sells through corporate procurement with the Punchloop SDK.</p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function Navigation({ visitor, path }: { readonly visitor: Visitor; readonly path: string }) {
  const links = [
    { href: '/', text: 'Catalogue' },
    { href: '/subscriptions', text: 'My subscriptions' },
    { href: '/requests', text: 'Requests' },
    ...(visitor.isOperator ? [{ href: '/orders', text: 'Orders' }] : []),
    { href: '/mailbox', text: 'Mailbox' },
  ]
  const here = path.split('?')[0] ?? path
  return (
    <nav class="site-nav" aria-label="Main">
      {links.map(({ href, text }) => (
        <a href={href} aria-current={isHere(here, href) ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  )
}

function isHere(here: string, href: string): boolean {
  return href === '/' ? here === '/' || here.startsWith('/products') : here.startsWith(href)
}
