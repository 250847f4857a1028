import type { AttributeRule } from '../dtd/grammar.js'
import type { Slot } from './slot.js'

/** What a writer does for one property of an element, by one DTD. */
export type FieldForm = AttributeForm | ContentForm

export interface AttributeForm {
  readonly isAttribute: true
  readonly slot: Slot
  readonly property: string
  /** Among the fields of its element: attributes, then children and text, in the order of the table. */
  readonly position: number
  /** `undefined`: this version does not have it. */
  readonly rule: AttributeRule | undefined
  /** Whether any text will do. */
  readonly isFree: boolean
  readonly isRequired: boolean
  /** What stands in front of the value where no attribute is before it, `<ItemOut quantity="`, and where one is, `" quantity="`. */
  readonly afterName: string
  readonly afterValue: string
}

export interface ContentForm {
  readonly isAttribute: false
  readonly slot: Slot
  readonly property: string
  /** Among the fields of its element: attributes, then children and text, in the order of the table. */
  readonly position: number
  /** Whether this version has it here. */
  readonly isDeclared: boolean
  readonly isRequired: boolean
  /** More than one may stand here. */
  readonly isRepeatable: boolean
  /** `<UnitOfMeasure>`, and empty for the element's own text. */
  readonly open: string
  readonly close: string
}
