import { element } from '../grammar/element.js'
import { optionalAttribute, ownText } from '../grammar/fields.js'

/** `Indicator`: something that people should notice about a line (since cXML 1.2.063). */
export interface Indicator {
  /** `warning` or `error`. */
  readonly level?: string
  readonly type?: string
  readonly value: string
}

export const indicator = element<Indicator>('Indicator', {
  level: optionalAttribute(),
  type: optionalAttribute(),
  value: ownText(),
})
