import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CxmlError, parseCxml, type RequestDocument, serializeCxml } from '@punchloop/sdk/cxml'
import { describe, expect, it } from 'vitest'
import { cxmlMaterial, root } from '../support/root.js'

interface Case {
  readonly id: string
  readonly kind: 'setup' | 'order' | 'sequence'
  readonly expect: string
  readonly doc?: string
}

const file = resolve(cxmlMaterial() ?? root, '../attacks/cxml-cases.json')
const hasCases = existsSync(file)
if (!hasCases) console.warn('SKIPPED: no abuse cases beside the clone')

const cases: readonly Case[] = hasCases ? JSON.parse(readFileSync(file, 'utf8')) : []

const placeholders: Readonly<Record<string, string>> = {
  FROM: 'AN01',
  TO: 'AN02',
  SENDER: 'AN03',
  SECRET: 's3cret',
  OTHER_FROM: 'AN99',
  POST: 'https://buyer.example/post',
  CART: 'cart-1',
}

const fill = (doc: string) =>
  doc.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => placeholders[name] ?? whole)

/** What must already be refused when the document is read; the rest is for those who know buyers, carts and orders. */
const refusedOnReading = new Map([
  ['cred-two-identities', 'Identity: stands twice'],
  ['cred-two-requests', 'Request: stands twice'],
  ['cred-secret-nested', 'SharedSecret: holds <x>'],
  ['doc-no-header', '/cXML/Header: is missing'],
  ['doc-payloadid-missing', '/cXML/@payloadID: is missing'],
  ['order-price-nan', '"NaN" is not a decimal number'],
  ['order-price-inf', '"Infinity" is not a decimal number'],
  ['order-price-exp', '"1e2" is not a decimal number'],
  ['order-price-hex', '"0x64" is not a decimal number'],
  ['order-price-eu', '"100,00" can be read in two ways'],
  ['order-price-arabic', 'is not a decimal number'],
  ['order-price-fullwidth', 'is not a decimal number'],
  ['order-no-items', 'OrderRequest/ItemOut: is missing'],
])

const documents = cases.filter(({ doc }) => doc !== undefined)

describe.skipIf(!hasCases)('of the abuse cases', () => {
  it.each(documents.filter(({ id }) => refusedOnReading.has(id)))(
    '$id is refused with 400',
    ({ id, doc }) => {
      expect(() => parseCxml(fill(doc ?? ''))).toThrow(
        expect.objectContaining({
          name: 'CxmlError',
          status: 400,
          message: expect.stringContaining(refusedOnReading.get(id) ?? ''),
        }),
      )
    },
  )

  it.each(documents.filter(({ id }) => !refusedOnReading.has(id)))(
    '$id is read, and no secret is shown: the rest is judged later',
    ({ doc }) => {
      const xml = fill(doc ?? '')
      try {
        const document = parseCxml(xml)
        expect(document.payloadID).toBeDefined()
        expect(JSON.stringify(document.warnings)).not.toContain(placeholders.SECRET)
      } catch (error) {
        expect(error).toBeInstanceOf(CxmlError)
        expect(JSON.stringify(error) + String(error)).not.toContain(placeholders.SECRET)
      }
    },
  )

  const setups = documents.filter(
    ({ id }) => id.startsWith('html-cookie') || id.startsWith('html-ext') || id.startsWith('ext-name'),
  )

  it.each(setups)('$id comes back byte for byte', ({ doc }) => {
    const read = setup(fill(doc ?? ''))
    const again = setup(serializeCxml({ ...read, timestamp: '2026-01-15T10:00:00+00:00' }))
    expect(again.request).toEqual(read.request)
  })

  it('comments cut nothing off an identity or a secret', () => {
    const sender = (id: string) => setup(fill(cases.find(one => one.id === id)?.doc ?? '')).header.sender
    expect(sender('cred-identity-comment').credentials[0]?.identity).toBe('AN03.evil')
    expect(sender('cred-secret-comment').credentials[0]?.sharedSecret).toBe('s3crettail')
    expect(sender('cred-identity-padding').credentials[0]?.identity).toBe('AN03')
    expect(sender('cred-identity-nbsp').credentials[0]?.identity).toBe('AN03\u00a0')
  })
})

function setup(xml: string): RequestDocument<'PunchOutSetupRequest'> {
  const document = parseCxml(xml)
  if (document.kind !== 'PunchOutSetupRequest') throw new Error(document.kind)
  return document
}
