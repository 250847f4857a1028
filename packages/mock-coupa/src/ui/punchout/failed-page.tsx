import type { CoupaError } from '../../errors.js'
import type { Tile } from '../../home.js'
import { type Page, page } from '../answer.js'
import { networkAdvice } from '../ariba/network-advice.js'
import { paths, punchoutPath } from '../paths.js'

/** What Coupa's own words usually mean, and who can mend it. */
const advice: readonly (readonly [words: RegExp, meaning: string])[] = [
  ...networkAdvice,
  [
    /No status element/,
    'The punchout URL answers something that is not a cXML response, often a web page. Check the URL of the punchout site.',
  ],
  [/No StartPage/, 'The supplier took the request but named no page to open. The supplier has to mend this.'],
  [
    /Setup request failed: 4/,
    'The supplier refused the request: check domain, identity and shared secret of the punchout site, and whether the supplier knows this user.',
  ],
  [/Setup request failed: 5/, 'The supplier’s system had a fault of its own. Try again in a few minutes.'],
  [/getaddrinfo|not known|ENOTFOUND/i, 'The host in the punchout URL does not exist. Check its spelling.'],
  [/ECONNREFUSED|refused/i, 'Nothing answers at the punchout URL. Is the supplier’s system running?'],
  [
    /end of file|wrong status line/,
    'The supplier’s server hung up, or does not speak HTTP there. Check protocol, host and port of the punchout URL.',
  ],
  [/larger than/, 'The supplier sent far more than an answer. Check the URL of the punchout site.'],
  [/reset|SSL/i, 'The connection broke while it was being secured. Check the protocol and the certificate.'],
  [/time/i, 'The supplier did not answer in time. Try again in a few minutes.'],
]

export function punchoutFailedPage(tile: Tile, error: CoupaError): Page {
  const meanings = advice.filter(([words]) => words.test(error.message)).map(([, meaning]) => meaning)
  return page({
    title: 'Punchout failed',
    status: error.status,
    body: (
      <div class="card fault" role="alert">
        <h1>{tile.name} could not be opened</h1>
        <p class="literal" data-testid="punchout-failure">
          {error.message}
        </p>
        <div class="next">
          <h2>What to do</h2>
          <ul class="advice">
            {meanings.slice(0, 1).map(meaning => (
              <li>{meaning}</li>
            ))}
            <li>The trace shows what was sent and what came back; administrators find it under Traces.</li>
          </ul>
        </div>
        <p class="next actions">
          <a class="button button-main" href={punchoutPath(tile.siteId)}>
            Try again
          </a>
          <a class="button" href={paths.home}>
            Back to Home
          </a>
        </p>
      </div>
    ),
  })
}
