import { paths } from '../paths.js'

const tabs = [
  { href: paths.receipts, label: 'Receipts' },
  { href: paths.shipNotices, label: 'Ship notices' },
] as const

/** What has arrived, and what is on its way. */
export function ArrivalTabs({ current }: { readonly current: (typeof tabs)[number]['href'] }) {
  return (
    <nav class="tabs" aria-label="Arrivals">
      <ul>
        {tabs.map(({ href, label }) => (
          <li>
            <a href={href} {...(href === current ? { 'aria-current': 'page' } : {})}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
