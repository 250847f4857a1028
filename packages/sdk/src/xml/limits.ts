/** How large a document may be. What is larger is refused before it costs more. */
export interface Limits {
  /** Bytes as received; of a string, its UTF-16 code units. */
  readonly bytes: number
  /** Elements inside one another. */
  readonly depth: number
  /** Attributes of one element. */
  readonly attributes: number
  /** Characters of one attribute's value. */
  readonly attributeValue: number
  /** Elements, texts, comments and processing instructions together. */
  readonly nodes: number
  /** Characters of text directly inside one element. */
  readonly text: number
  /** `ItemOut`s and `ItemIn`s together. */
  readonly items: number
}

/**
 * The largest real orders that we know of have 5,000 lines and 6 MB: indented, 240,000 nodes. Twice as many nodes take at
 * most 110 MB, and all text together no more than the document itself, so a picture in base64 may pass.
 */
export const defaultLimits: Limits = {
  bytes: 10 * 1024 * 1024,
  depth: 64,
  attributes: 256,
  attributeValue: 64 * 1024,
  nodes: 500_000,
  text: 2 * 1024 * 1024,
  items: 10_000,
}
