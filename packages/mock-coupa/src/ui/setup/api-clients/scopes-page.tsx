import { idleScopes } from '../../../rest/oauth/idle-scopes.js'
import { knownScopes, scopesOf } from '../../../rest/oauth/scopes.js'
import { objects } from '../../../rest/objects.js'
import type { Page } from '../../answer.js'
import { type Column, Table } from '../../elements/table.js'
import { paths } from '../../paths.js'
import { setupPage } from '../setup-frame.js'

/** What a client may be given, and what each opens. */
export function listScopes(): Page {
  return setupPage({
    room: 'api-clients',
    title: 'OAuth2 scopes',
    lead: 'What a program can ask for at /oauth2/token, of what its client may have.',
    crumbs: <a href={paths.apiClients}>OAuth2 clients</a>,
    body: (
      <div class="stack">
        <div class="card card-flush">
          <Table caption="Scopes" rows={[...knownScopes]} columns={columns} />
        </div>
        <details class="card">
          <summary>Scopes of parts that are not here: they can be asked for, and open nothing</summary>
          <p class="small">
            {[...idleScopes].map(scope => (
              <>
                <code>{scope}</code>{' '}
              </>
            ))}
          </p>
        </details>
      </div>
    ),
  })
}

const columns: readonly Column<string>[] = [
  { heading: 'Scope', kind: 'lead', cell: scope => <code>{scope}</code> },
  { heading: 'Opens', cell: scope => titlesOf(scope).join(', ') },
]

function titlesOf(scope: string): string[] {
  return objects.filter(object => scopesOf(object).includes(scope)).map(({ title }) => title)
}
