import type { Exchange } from '../../journal/exchange.js'
import type { NetworkAccount, NetworkDirectory } from '../../network/account.js'
import type { NetworkDocument, NetworkDocumentStatus } from '../../network/document-records.js'
import { networkName } from '../../network/ground.js'
import { Card } from '../elements/card.js'
import { EmptyState } from '../elements/empty-state.js'
import { ExactMoment, Moment } from '../elements/moment.js'
import { PageHead } from '../elements/page-head.js'
import { Table } from '../elements/table.js'
import { renderDocument } from '../layout/document.js'
import { ExchangeCard } from '../traces/exchange-card.js'
import { resendPath } from './paths.js'
import { RulesCard } from './rules-card.js'

/** What can be seen of a network. Secrets are in none of it. */
export interface NetworkOverview {
  readonly directory: NetworkDirectory
  readonly transmissions: readonly NetworkDocument[]
  readonly exchanges: readonly Exchange[]
}

/** How many of the latest are shown. */
const mostShown = 50

/** Accounts, what is on its way, and every document on both sides: for whoever connects a marketplace. */
export function overviewPage({ directory, transmissions, exchanges }: NetworkOverview): string {
  return renderDocument({
    title: networkName,
    face: 'ariba',
    children: (
      <>
        <header class="top">
          <div class="top-row top-row-bare">
            <span class="wordmark">
              network <b>mock</b>
              <span class="wordmark-company">{networkName}</span>
            </span>
          </div>
        </header>
        <main id="content" tabindex={-1}>
          <PageHead
            title={networkName}
            lead="Who is on the network, what is on its way, and every document on both sides. Secrets are masked."
          />
          <div class="stack">
            <Accounts accounts={directory.accounts} />
            {directory.accounts.map(account => account.role === 'buyer' && <RulesCard buyer={account} />)}
            <Transmissions transmissions={transmissions.slice(-mostShown).toReversed()} />
            <Exchanges exchanges={exchanges.slice(-mostShown)} />
          </div>
        </main>
        <footer class="foot">
          <div class="foot-row">
            <span>A mock for demonstrations and tests. Not affiliated with SAP.</span>
          </div>
        </footer>
      </>
    ),
  })
}

function Accounts({ accounts }: { readonly accounts: readonly NetworkAccount[] }) {
  return (
    <Card title="Accounts" id="accounts" flush>
      <Table
        caption="Accounts"
        rows={accounts}
        attributes={({ anid }) => ({ 'data-anid': anid })}
        columns={[
          { heading: 'ANID', cell: ({ anid }) => anid, kind: 'lead' },
          { heading: 'Name', cell: ({ name }) => name },
          { heading: 'Role', cell: ({ role }) => role },
          { heading: 'Addresses', cell: account => <Addresses account={account} /> },
        ]}
      />
    </Card>
  )
}

function Addresses({ account }: { readonly account: NetworkAccount }) {
  const addresses: readonly (readonly [string, string | undefined])[] =
    account.role === 'supplier'
      ? [
          ['PunchOut', account.punchoutUrl ?? 'none: nobody can punch out to it'],
          ['Orders', account.orderUrl ?? 'none: it asks by GetPendingRequest'],
          ['Status updates', account.statusUpdateUrl ?? 'none: it asks by GetPendingRequest'],
        ]
      : Object.entries(account.documentUrls)
  return (
    <ul>
      {addresses.map(([name, url]) => (
        <li class="small break">
          {name}: {url}
        </li>
      ))}
    </ul>
  )
}

const tones: Readonly<Record<NetworkDocumentStatus, string>> = {
  queued: 'pill-wait',
  delivered: 'pill-good',
  pending: 'pill-wait',
  fetched: 'pill-good',
  failed: 'pill-bad',
}

function Transmissions({ transmissions }: { readonly transmissions: readonly NetworkDocument[] }) {
  if (transmissions.length === 0) {
    return (
      <Card title="Documents" id="documents">
        <EmptyState icon="document" title="Nothing was taken yet">
          <p>Orders, confirmations, ship notices and invoices stand here with how far they are.</p>
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card title="Documents" id="documents" flush>
      <Table
        caption="Documents, newest first"
        rows={transmissions}
        attributes={({ payloadID }) => ({ 'data-payload': payloadID })}
        columns={[
          { heading: 'Document', cell: ({ kind }) => kind, kind: 'lead' },
          { heading: 'From', cell: ({ sender }) => sender },
          { heading: 'To', cell: ({ receiver }) => receiver },
          { heading: 'Taken', cell: ({ takenAt }) => <Moment at={takenAt} /> },
          { heading: 'Status', cell: document => <Status document={document} /> },
        ]}
      />
    </Card>
  )
}

function Status({ document }: { readonly document: NetworkDocument }) {
  const { id, status, attempts, dueAt, failure, orderError } = document
  return (
    <div>
      <span class={`pill ${tones[status]}`} data-status={status}>
        {status}
      </span>
      {failure !== undefined && (
        <p class="small soft break">
          {orderError !== undefined && <b>{orderError} </b>}
          {failure}
          {dueAt !== undefined && (
            <>
              {` (attempt ${attempts}; again at `}
              <ExactMoment at={dueAt} />)
            </>
          )}
        </p>
      )}
      {status === 'failed' && (
        <form method="post" action={resendPath(id)}>
          <button class="button button-small" type="submit">
            Send again
            <span class="unseen">{`: ${document.kind} ${document.payloadID}`}</span>
          </button>
        </form>
      )}
    </div>
  )
}

function Exchanges({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  return (
    <section aria-labelledby="exchanges">
      <div class="card-head">
        <h2 id="exchanges">Journal</h2>
      </div>
      <ol class="exchanges">
        {exchanges.map((exchange, index) => (
          <li>
            <ExchangeCard exchange={exchange} position={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  )
}
