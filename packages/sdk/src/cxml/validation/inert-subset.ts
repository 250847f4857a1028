import { decode } from '../../xml/decode.js'
import type { ParseOptions } from '../gate.js'

/**
 * A DOCTYPE whose internal subset holds nothing but comments and parameter entities with plain values. They say something
 * to the external DTD only; nothing in the document can refer to them.
 */
const inert =
  /^(\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<!DOCTYPE\s[^[\]<>]*)(\[(?:\s|<!--(?:(?!-->)[\s\S])*-->|<!ENTITY\s+%\s+[\w.-]+\s+(?:"[^"%&]*"|'[^'%&]*')\s*>)*\])\s*>/

/** Nobody writes longer ones in earnest. Bounds what the pattern costs. */
const farthestEnd = 10_000

/**
 * The same document without its internal subset, every character in its place, where the subset has no effect: the old
 * DTDs' own comments recommend one of this kind. `undefined` where it has one, or could.
 */
export function textWithoutInertSubset(
  input: Uint8Array | string,
  { charset }: ParseOptions,
): string | undefined {
  const text = typeof input === 'string' ? input : decode(input, charset)
  const [, before = '', subset] = inert.exec(text.slice(0, farthestEnd)) ?? []
  if (subset === undefined) return undefined
  const blank = subset.replace(/[^\r\n]/g, ' ')
  return text.slice(0, before.length) + blank + text.slice(before.length + subset.length)
}
