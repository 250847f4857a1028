import { element } from '../grammar/element.js'
import { many } from '../grammar/fields.js'
import { type Classification, classification } from './item.js'
import { type Description, description } from './text.js'

/** `Hazard`: what is dangerous about the goods, in words and by class (since cXML 1.2.024). */
export interface Hazard {
  readonly descriptions: readonly Description[]
  readonly classifications: readonly Classification[]
}

export const hazard = element<Hazard>('Hazard', {
  descriptions: many(description),
  classifications: many(classification),
})
