import { describe, expect, it } from 'vitest'
import { XmlElement, type XmlNode } from '../xml/element.js'
import { canonicalDigest } from './canonical-digest.js'

function element(name: string, attributes: readonly string[] = [], ...children: XmlNode[]): XmlElement {
  const made = new XmlElement(name)
  made.attributes.push(...attributes)
  made.children.push(...children)
  return made
}

const document = (timestamp: string, secret: string, price: string) =>
  element(
    'cXML',
    ['payloadID', '1@b', 'timestamp', timestamp],
    '\n  ',
    element('Sender', [], element('Identity', [], 'AN01'), element('SharedSecret', [], secret)),
    element('UnitPrice', ['currency', 'USD'], price),
  )

describe('canonicalDigest', () => {
  it('is the same when only the attempt differs: timestamp, secret, indentation, comments, order of attributes', () => {
    const first = canonicalDigest(document('2026-01-01', 'old', '1.00'))
    expect(canonicalDigest(document('2026-01-02', 'new', '1.00'))).toBe(first)
    const spread = document('2026-01-01', 'old', '1.00')
    spread.children.push('\n\n', { kind: 'comment', text: 'again' })
    spread.attributes.reverse()
    spread.attributes.splice(0, 4, 'timestamp', 'x', 'payloadID', '1@b')
    expect(canonicalDigest(spread)).toBe(first)
  })

  it('differs when anything that is said differs', () => {
    const first = canonicalDigest(document('t', 's', '1.00'))
    expect(canonicalDigest(document('t', 's', '1.0'))).not.toBe(first)
    const moved = document('t', 's', '1.00')
    moved.children.reverse()
    expect(canonicalDigest(moved)).not.toBe(first)
  })

  it('tells trees apart that read alike when written in a row', () => {
    const flat = element('a', [], element('b', [], 'x'), element('c', [], 'y'))
    const nested = element('a', [], element('b', [], 'x', element('c', [], 'y')))
    expect(canonicalDigest(flat)).not.toBe(canonicalDigest(nested))
    expect(canonicalDigest(element('a', ['b', 'c']))).not.toBe(canonicalDigest(element('a', [], 'b=c')))
  })

  it('differs when what came with the document differs in anything', () => {
    const root = document('t', 's', '1.00')
    const file = { contentId: 'a@b', contentType: 'application/pdf', bytes: Uint8Array.of(1, 2) }
    const digests = [
      [],
      [file],
      [file, file],
      [{ ...file, bytes: Uint8Array.of(1, 3) }],
      [{ ...file, bytes: Uint8Array.of(1) }],
      [{ ...file, bytes: new Uint8Array() }],
      [{ ...file, contentId: 'c@d' }],
      [{ ...file, contentType: 'image/png' }],
      [{ ...file, fileName: 'a.pdf' }],
    ].map(files => canonicalDigest(root, files))
    expect(new Set(digests).size).toBe(digests.length)
    expect(canonicalDigest(root, [])).toBe(canonicalDigest(root))
    expect(canonicalDigest(root, [{ ...file }])).toBe(digests[1])
  })

  it('counts white space where it is the whole content', () => {
    expect(canonicalDigest(element('BuyerCookie', [], ' '))).not.toBe(
      canonicalDigest(element('BuyerCookie', [], '  ')),
    )
  })

  it('reads CDATA as the text that it is', () => {
    const cdata = element('a', [], { kind: 'cdata', text: 'x' })
    expect(canonicalDigest(cdata)).toBe(canonicalDigest(element('a', [], 'x')))
  })
})
