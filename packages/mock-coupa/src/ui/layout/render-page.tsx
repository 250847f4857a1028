import type { Live, Page } from '../answer.js'
import { CsrfContext } from '../elements/csrf.js'
import { Notice } from '../elements/notice.js'
import { FaceContext, faceOf } from '../face.js'
import { noticeText } from '../notices.js'
import { renderDocument } from './document.js'
import type { Frame } from './frame.js'
import { NonceContext } from './nonce.js'
import { PersonaBanner } from './persona-banner.js'
import { SiteHeader } from './site-header.js'

/** Without scripts a page on which something is expected reloads this often, in seconds. */
const refreshAfter = 8

/** A page in the frame of whoever is signed in. */
export function renderPage(page: Page, frame: Frame, nonce: string): string {
  const { live } = page
  const face = faceOf(frame.system)
  if (page.framed !== undefined) return renderBare(page, frame, nonce)
  return renderDocument({
    title: page.title,
    system: frame.system.title,
    face: face.name,
    nonce,
    refresh: live?.isAwaiting ? refreshOf(live) : undefined,
    children: (
      <CsrfContext.Provider value={frame.csrfToken}>
        <FaceContext.Provider value={face}>
          <PersonaBanner frame={frame} returnTo={page.switchTo} />
          <SiteHeader
            frame={frame}
            section={page.section}
            withSearch={page.section !== 'home'}
            searched={page.searched}
          />
          <main id="content" tabindex={-1} {...(live === undefined ? {} : liveAttributes(live))}>
            {live !== undefined && (
              <p class="notice notice-wait" role="status" data-offline hidden>
                {frame.system.title} does not answer. What you see may be old; it is asked again by itself.
              </p>
            )}
            {page.notice !== undefined && <Notice tone="good">{noticeText(page.notice)}</Notice>}
            {page.problem !== undefined && <Notice tone="bad">{page.problem}</Notice>}
            <NonceContext.Provider value={nonce}>{page.body}</NonceContext.Provider>
          </main>
          <footer class="foot">
            <div class="foot-row">
              <span>A mock for demonstrations and tests. Not affiliated with {frame.system.maker}.</span>
            </div>
          </footer>
        </FaceContext.Provider>
      </CsrfContext.Provider>
    ),
  })
}

/** A page that is the frame of another site: nothing else stands around it. */
function renderBare({ title, body }: Page, frame: Frame, nonce: string): string {
  return renderDocument({
    title,
    system: frame.system.title,
    face: faceOf(frame.system).name,
    nonce,
    children: <CsrfContext.Provider value={frame.csrfToken}>{body}</CsrfContext.Provider>,
  })
}

/** The content of `<meta http-equiv="refresh">`. */
function refreshOf(live: Live): string {
  return `${live.refreshAfter ?? refreshAfter}${live.at === undefined ? '' : `;url=${live.at}`}`
}

function liveAttributes({ path, version, at }: Live) {
  return { 'data-live': path, 'data-version': version, ...(at === undefined ? {} : { 'data-at': at }) }
}
