import { CoupaError, type CoupaErrorCode } from '../errors.js'
import { type Page, page } from './answer.js'
import { ProblemBody } from './error-page.js'

const titles: Partial<Record<CoupaErrorCode, string>> = {
  ERR_COUPA_NOT_FOUND: 'Not found',
  ERR_COUPA_FORBIDDEN: 'You may not see this',
  ERR_COUPA_INVALID: 'Something is missing or wrong',
  ERR_COUPA_CONFLICT: 'This is not possible any more',
  ERR_COUPA_NO_APPROVER: 'Nobody may approve this',
  ERR_COUPA_CROSS_SITE: 'This form was not accepted',
}

/** A refusal inside the frame, so that its reader can go on from there. */
export function problemPage(error: CoupaError, home?: string): Page {
  const title = titles[error.code] ?? 'This did not work'
  return page({
    title,
    status: error.status,
    body: (
      <ProblemBody
        status={error.status}
        title={title}
        message={error.message}
        {...(home === undefined ? {} : { home })}
      />
    ),
  })
}

/** Somebody was faster, or clicked twice: the document as it is now, and why that could not be done. */
export function overtaken(document: Page, { status, message }: CoupaError): Page {
  return { ...document, status, problem: message }
}

/** Of an address that leads nowhere. */
export function noPage(path: string): CoupaError {
  return new CoupaError('ERR_COUPA_NOT_FOUND', `There is no page ${path.slice(0, 200)}`)
}
