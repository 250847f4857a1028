import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { Database } from '../store/database.js'
import { dateOf, memberOf, numberOf, presentText, type Row, textOf } from '../store/row.js'
import { isOpenBuyErrorCode, type OpenBuyProblem } from './open-buy-error.js'
import type { OpenBuyItem } from './read-open-buy-item.js'
import type { OpenBuyAnswer } from './search-open-buy.js'

/** What one supplier answered for one page of a search. */
export interface SearchAnswer {
  readonly siteId: number
  readonly pageNumber: number
  /** `pending`: still within its time. */
  readonly status: 'pending' | 'answered' | 'failed'
  readonly items: readonly OpenBuyItem[]
  readonly totalCount: number
  readonly problem?: OpenBuyProblem
}

/** How long somebody may leaf through results, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000

export function insertSearch(work: Work, login: string, text: string): number {
  work.db.run('DELETE FROM search_answers WHERE asked_at < $before', {
    before: new Date(work.now.getTime() - keptFor).toISOString(),
  })
  return work.db.run('INSERT INTO searches (login, text, at) VALUES ($login, $text, $now)', {
    login,
    text,
    now: work.now.toISOString(),
  }).lastId
}

/** The text of one's own search. `ERR_COUPA_NOT_FOUND` for anybody else's. */
export function searchText(db: Database, login: string, search: number): string {
  const row = db.get('SELECT text FROM searches WHERE id = $search AND login = $login', { search, login })
  if (row === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `You have not searched for ${search}`)
  return textOf(row, 'text')
}

/** False where the supplier was asked for this page already. */
export function insertQuestion(
  work: Work,
  question: {
    readonly search: number
    readonly siteId: number
    readonly pageNumber: number
    readonly timeoutMs: number
  },
): boolean {
  const { timeoutMs, ...key } = question
  const { changes } = work.db.run(
    `INSERT INTO search_answers (search, site_id, page_number, status, asked_at, expires_at)
     VALUES ($search, $siteId, $pageNumber, 'pending', $now, $expiresAt) ON CONFLICT DO NOTHING`,
    {
      ...key,
      now: work.now.toISOString(),
      expiresAt: new Date(work.now.getTime() + timeoutMs).toISOString(),
    },
  )
  return changes > 0
}

export function storeAnswer(
  work: Work,
  key: { readonly search: number; readonly siteId: number; readonly pageNumber: number },
  answer: OpenBuyAnswer,
): void {
  const { search, siteId, pageNumber } = key
  const failed = 'problem' in answer
  work.db.run(
    `UPDATE search_answers SET status = $status, results = $results, total_count = $totalCount,
       error_code = $errorCode, message = $message
     WHERE search = $search AND site_id = $siteId AND page_number = $pageNumber`,
    {
      search,
      siteId,
      pageNumber,
      status: failed ? 'failed' : 'answered',
      results: JSON.stringify(failed ? [] : answer.items),
      totalCount: failed ? 0 : answer.totalCount,
      errorCode: failed ? answer.problem.errorCode : undefined,
      message: failed ? answer.problem.message : undefined,
    },
  )
}

/** In the order in which the suppliers were asked. */
export function listAnswers(db: Database, search: number, now: Date): SearchAnswer[] {
  return db
    .all('SELECT * FROM search_answers WHERE search = $search ORDER BY page_number, id', { search })
    .map(row => answerOf(row, now))
}

/** A question that nobody waits for any more, since the mock was stopped meanwhile, has timed out. */
function answerOf(row: Row, now: Date): SearchAnswer {
  const stored = memberOf(row, 'status', ['pending', 'answered', 'failed'])
  const isForgotten = stored === 'pending' && dateOf(row, 'expires_at').getTime() + 1000 < now.getTime()
  const { errorCode, message = 'The supplier did not answer in time' } = presentText(row, {
    errorCode: 'error_code',
    message: 'message',
  })
  const status = isForgotten ? 'failed' : stored
  return {
    siteId: numberOf(row, 'site_id'),
    pageNumber: numberOf(row, 'page_number'),
    status,
    // Written by this program, and read back as it was.
    items: JSON.parse(textOf(row, 'results')),
    totalCount: numberOf(row, 'total_count'),
    ...(status === 'failed'
      ? { problem: { errorCode: isOpenBuyErrorCode(errorCode) ? errorCode : 'timed_out', message } }
      : {}),
  }
}
