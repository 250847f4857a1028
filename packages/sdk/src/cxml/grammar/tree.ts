import { XmlElement } from '../../xml/element.js'
import { serializeElement } from '../../xml/serialize.js'
import { assertValidElement } from './assert-valid-tree.js'
import type { Codec } from './codec.js'

/** An element that has no table: the tree is its value. */
export function treeElement(name: string): Codec<XmlElement> {
  return {
    name,
    isText: false,
    isAmount: false,
    read: element => element,
    write(value, writing) {
      if (!(value instanceof XmlElement)) return writing.refuse(undefined, 'an XmlElement was expected')
      assertValidElement(value, writing)
      writing.put(serializeElement(value))
    },
  }
}
