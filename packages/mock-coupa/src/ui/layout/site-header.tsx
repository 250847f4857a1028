import { useContext } from 'hono/jsx'
import type { Section } from '../answer.js'
import { Icon } from '../elements/icon.js'
import { FaceContext } from '../face.js'
import { paths } from '../paths.js'
import { AccountMenu } from './account-menu.js'
import type { Frame } from './frame.js'
import { SearchForm } from './search-form.js'

/** Name, search, cart and bell; below them the navigation. */
export function SiteHeader(props: {
  readonly frame: Frame
  readonly section: Section | undefined
  /** The home page has its own, larger search box: two would be one too many for whoever listens. */
  readonly withSearch: boolean
  readonly searched?: string | undefined
}) {
  const { counts, companyName } = props.frame
  return (
    <header class="top">
      <div class="top-row">
        <Wordmark companyName={companyName} />
        {props.withSearch && (
          <div class="top-search">
            <SearchForm {...(props.searched === undefined ? {} : { text: props.searched })} />
          </div>
        )}
        <div class="top-tools">
          <Tool
            href={paths.cart}
            icon="cart"
            label="Cart"
            count={counts.cartLineCount}
            unit="items"
            isCurrent={props.section === 'cart'}
          />
          <Tool
            href={paths.notifications}
            icon="bell"
            label="Inbox"
            count={counts.unreadNotifications}
            unit="unread"
            isCurrent={props.section === 'notifications'}
          />
          <AccountMenu frame={props.frame} section={props.section} />
        </div>
      </div>
      <Navigation {...props} />
    </header>
  )
}

function Navigation({ frame, section }: { readonly frame: Frame; readonly section: Section | undefined }) {
  const { sections } = useContext(FaceContext)
  const entries = [
    { section: 'home' as const, href: paths.home, label: 'Home', count: 0 },
    { section: 'requests' as const, href: paths.requisitions, label: 'Requests', count: 0 },
    { section: 'orders' as const, href: paths.orders, label: 'Orders', count: 0 },
    { section: 'receipts' as const, href: paths.receipts, label: 'Receipts', count: 0 },
    { section: 'invoices' as const, href: paths.invoices, label: 'Invoices', count: 0 },
    { section: 'contracts' as const, href: paths.contracts, label: 'Contracts', count: 0 },
    { section: 'activity' as const, href: paths.activity, label: 'Activity', count: 0 },
    { section: 'to-do' as const, href: paths.toDo, label: 'To Do', count: frame.counts.toDo },
    ...(frame.person.administrator
      ? [
          { section: 'traces' as const, href: paths.traces, label: 'Traces', count: 0 },
          { section: 'setup' as const, href: paths.setup, label: 'Setup', count: 0 },
        ]
      : []),
  ]
  return (
    <nav class="nav" aria-label="Main">
      <ul>
        {entries.map(entry => (
          <li>
            <a href={entry.href} {...(entry.section === section ? { 'aria-current': 'page' } : {})}>
              {sections[entry.section] ?? entry.label}
              {entry.count > 0 && (
                <span class="count" data-testid={`${entry.section}-count`}>
                  {entry.count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Tool(props: {
  readonly href: string
  readonly icon: 'cart' | 'bell'
  readonly label: string
  readonly count: number
  readonly unit: string
  readonly isCurrent: boolean
}) {
  return (
    <a class="tool" href={props.href} {...(props.isCurrent ? { 'aria-current': 'page' } : {})}>
      <Icon name={props.icon} />
      <span class="label">{props.label}</span>
      {props.count > 0 && (
        <span
          class={props.icon === 'cart' ? 'count count-brand' : 'count'}
          data-testid={`${props.icon}-count`}
        >
          {props.count}
          <span class="unseen"> {props.unit}</span>
        </span>
      )}
    </a>
  )
}

/** Words only: the mock carries nobody's logo. */
export function Wordmark({ companyName }: { readonly companyName: string }) {
  return (
    <a class="wordmark" href={paths.home}>
      {useContext(FaceContext).wordmark} <b>mock</b>
      {companyName !== '' && <span class="wordmark-company">{companyName}</span>}
    </a>
  )
}
