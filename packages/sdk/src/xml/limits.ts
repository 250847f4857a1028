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

/** The largest real orders that we know of have 5,000 lines and 6 MB. */
export const defaultLimits: Limits = {
  bytes: 10 * 1024 * 1024,
  depth: 64,
  attributes: 256,
  attributeValue: 64 * 1024,
  nodes: 100_000,
  text: 64 * 1024,
  items: 10_000,
}
