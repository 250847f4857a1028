import { type Redirect, redirect } from '../answer.js'
import { paths } from '../paths.js'

/** Setup begins with what a demo changes first. */
export function showSetup(): Redirect {
  return redirect(paths.punchoutSites)
}
