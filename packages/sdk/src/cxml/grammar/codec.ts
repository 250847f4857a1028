import type { XmlElement } from '../../xml/element.js'
import type { Reading } from './reading.js'
import type { Writing } from './writing.js'

/** How one element is read and written. */
export interface Codec<Value> {
  /** The element's name. */
  readonly name: string
  /** The value is a string and the element holds nothing else. */
  readonly isText: boolean
  /** Its own text is a decimal. */
  readonly isAmount: boolean
  /** `undefined` only where a fault was recorded instead of thrown. */
  read(element: XmlElement, reading: Reading): Value | undefined
  /** Puts the element as XML. */
  write(value: Value, writing: Writing): void
}
