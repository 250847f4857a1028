import { foundOf, type PostOutcome } from '../control/post.js'
import { readAnswer } from '../control/read-answer.js'

/** What a shopper is told, or where the browser goes. */
export type SetupJudgement =
  | { readonly startPageUrl: string }
  | {
      /** In Coupa's words, without the `Punchout failed: ` that stands before all of them. */
      readonly problem: string
      /** What was found instead, for the trace: a supplier's engineer looks for it. */
      readonly found?: string
    }

/** Browsers take no longer `Location`. In UTF-16 units. */
const longestStartPage = 64 * 1024

/** The answer to a PunchOutSetupRequest, by its cXML Status. Unverified: the words for a StartPage that is none. */
export function judgeSetupAnswer(outcome: PostOutcome): SetupJudgement {
  if (outcome.kind === 'no answer') return { problem: outcome.reason, ...foundOf(outcome) }
  const { document, status, problem } = readAnswer(outcome)
  if (status === undefined) {
    return {
      problem: 'No status element in setup response',
      ...(problem === undefined ? {} : { found: problem }),
    }
  }
  if (!status.isSuccess) {
    // Unverified: that the words after the code are the supplier's own.
    return { problem: `Setup request failed: ${status.code} ${status.message}`.trimEnd() }
  }
  const noStartPage = 'No StartPage URL in setup response'
  if (document?.kind !== 'PunchOutSetupResponse') {
    return { problem: noStartPage, found: 'there is no PunchOutSetupResponse beside the Status' }
  }
  const read = readStartPage(document.response.punchOutSetupResponse.startPage.url)
  return 'startPageUrl' in read ? read : { problem: noStartPage, ...read }
}

/** The browser is sent there: nothing but a web address will do. */
function readStartPage(text: string): { readonly startPageUrl: string } | { readonly found: string } {
  const written = text.trim()
  if (written.length > longestStartPage) {
    return { found: `the URL has ${written.length} characters; ${longestStartPage} is the most` }
  }
  const url = URL.parse(written)
  if (url === null) return { found: `${written === '' ? 'the URL is empty' : 'the URL is not absolute'}` }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { found: `the URL is of ${url.protocol} and no web address` }
  }
  if (url.username !== '' || url.password !== '') return { found: 'the URL holds a user name or a password' }
  // As it was written, where a header can carry that; else as a browser would write it.
  return { startPageUrl: /^[\x21-\x7e]+$/.test(written) ? written : url.href }
}
