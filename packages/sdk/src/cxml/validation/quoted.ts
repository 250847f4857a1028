import type { XmlElement } from '../../xml/element.js'

/** As it stands in a message: in quotation marks, and no more than anybody reads. */
export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 60))
}

/** What an element holds as text, CDATA included. */
export function textOf({ children }: XmlElement): string {
  let text = ''
  for (const child of children) {
    if (typeof child === 'string') text += child
    else if ('kind' in child && child.kind === 'cdata') text += child.text
  }
  return text
}
