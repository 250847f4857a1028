import type { CxmlError } from '../errors.js'
import type { CxmlDocument } from './document.js'
import { type ParseOptions, passGate } from './gate.js'
import { readDocument } from './read-document.js'

/**
 * Reads a cXML document of any kind.
 *
 * What the standard forbids but what does not keep us from reading it (wrong order, unknown elements, no DOCTYPE, no
 * UserAgent, …) is in `warnings`. Everything that has no type of its own is reachable from `root`, or from a value by
 * `sourceOf`.
 *
 * Throws {@link CxmlError}: 406 where it is not well-formed, wrongly encoded or too large, 400 where a field that is
 * needed is missing, doubled or unreadable. Never fetches anything.
 */
export function parseCxml(input: Uint8Array | string, options: ParseOptions = {}): CxmlDocument {
  const { text, xml } = passGate(input, options)
  return readDocument(xml, { text, tolerant: false }).document
}

/** Each property may be missing, at any depth. */
export type Incomplete<Value> = Value extends string
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Incomplete<Item>[]
    : { readonly [Key in keyof Value]?: Incomplete<Value[Key]> }

/**
 * {@link parseCxml} for people who look at a faulty document: reads as much as there is, and returns what would have
 * been thrown. Throws only what stands before reading: 406, or a root that is not `cXML`.
 */
export function inspectCxml(
  input: Uint8Array | string,
  options: ParseOptions = {},
): { readonly document: Incomplete<CxmlDocument>; readonly faults: readonly CxmlError[] } {
  const { text, xml } = passGate(input, options)
  return readDocument(xml, { text, tolerant: true })
}
