import type { ErrorPage } from '../pages.js'
import { FaceContext, faceOf } from './face.js'
import { renderDocument } from './layout/document.js'
import { Wordmark } from './layout/site-header.js'
import { paths } from './paths.js'

interface Problem {
  readonly status: number
  readonly title: string
  readonly message: string
}

/** Where the page does not know which one it stands in. */
const systemOfNobody = { name: 'coupa', title: 'Coupa' } as const

/** Also for people who are not signed in: it has no frame and no form. */
export const errorPage: ErrorPage = ({ system = systemOfNobody, ...problem }) =>
  renderDocument({
    title: problem.title,
    face: faceOf(system).name,
    children: (
      <FaceContext.Provider value={faceOf(system)}>
        <header class="top">
          <div class="top-row top-row-bare">
            <Wordmark companyName="" />
          </div>
        </header>
        <main id="content" tabindex={-1}>
          <ProblemBody {...problem} />
        </main>
      </FaceContext.Provider>
    ),
  })

/** The same inside the frame. */
export function ProblemBody({
  status,
  title,
  message,
  home = paths.home,
}: Problem & { readonly home?: string }) {
  return (
    <div class="card fault" role="alert">
      <p class="fault-code">{status}</p>
      <h1>{title}</h1>
      <p class="keep-lines break">{message}</p>
      <p class="next">
        {/* Of a frame, the whole window. */}
        <a class="button" href={home} target="_top">
          Back to Home
        </a>
      </p>
    </div>
  )
}
