import type { RequestForm } from './company/request-form.js'
import type { FilledForm } from './requisitions/fill-form.js'

/** Requests that are filled in question by question. */
export interface Forms {
  /** An active one. `ERR_COUPA_NOT_FOUND` for any other. */
  form(login: string, id: number): RequestForm
  /** Adds it to the cart, whose number it answers. `ERR_COUPA_INVALID` names `quantity` and `answers[0]`. */
  fillForm(login: string, filled: FilledForm): number
}
