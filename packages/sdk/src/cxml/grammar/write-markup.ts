import { XmlElement } from '../../xml/element.js'
import { parseXmlFragment } from '../../xml/fragment.js'
import { serializeContent } from '../../xml/serialize.js'
import { assertValidTree } from './assert-valid-tree.js'
import type { Slot } from './slot.js'
import type { Writing } from './writing.js'

/**
 * Inner XML for an element declared ANY. What is our own must be of elements that the version has; what goes back as it
 * came (BuyerCookie, SupplierPartAuxiliaryID) is whatever its owner made it.
 */
export function writeMarkup(markup: string, slot: Slot, writing: Writing): string {
  const holder = new XmlElement(slot.wireName)
  holder.children.push(...parseXmlFragment(markup, holder))
  if (slot.field === 'ownContent') {
    for (const element of holder.elements()) assertValidTree(element, writing)
  }
  return serializeContent(holder)
}
