import type { Dtd } from '../dtd/grammar.js'

/** What an element's table and a DTD make together, made once for each DTD that is met. */
export class FormsByDtd<Form> {
  readonly #make: (dtd: Dtd) => Form
  readonly #forms = new Map<Dtd, Form>()
  /** Documents come one after the other, each with one DTD. */
  #lastDtd: Dtd | undefined
  #last: Form | undefined

  constructor(make: (dtd: Dtd) => Form) {
    this.#make = make
  }

  of(dtd: Dtd): Form {
    if (dtd === this.#lastDtd && this.#last !== undefined) return this.#last
    const form = this.#forms.get(dtd) ?? this.#make(dtd)
    this.#forms.set(dtd, form)
    this.#lastDtd = dtd
    this.#last = form
    return form
  }
}
