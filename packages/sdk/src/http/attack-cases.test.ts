import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cart, returned, secret, startPageOf, startTestSupplier } from '../../test/start-test-supplier.js'

/** Abuse cases that are not part of the project: beside the clone, or beside the folder that `CXML_MATERIAL` names. */
const file = join(
  resolve(process.env.CXML_MATERIAL ?? resolve(import.meta.dirname, '../../../../../shared/cxml')),
  '../attacks/cxml-cases.json',
)
const available = existsSync(file)
if (!available) console.warn(`SKIPPED: there are no abuse cases at ${file}`)

interface Case {
  readonly id: string
  readonly kind: string
  readonly expect: string
  readonly why: string
  readonly doc: string
}

const cases: Case[] = available ? JSON.parse(readFileSync(file, 'utf8')) : []
const setups = cases.filter(({ kind, id }) => kind === 'setup' || id.startsWith('doc-'))

const fill = (doc: string) =>
  doc
    .replaceAll('{{FROM}}', 'AN01')
    .replaceAll('{{SENDER}}', 'AN01')
    .replaceAll('{{OTHER_FROM}}', 'AN02')
    .replaceAll('{{TO}}', 'SUPPLIER')
    .replaceAll('{{SECRET}}', secret)
    .replaceAll('{{POST}}', 'https://buyer.example/punchout')
    .replaceAll('{{CART}}', 'no-such-request')

/** `401|400`, `200-escaped-roundtrip`, `400-when-allowlisted`, `400-or-200-no-fetch` → the codes that will do. */
const codes = (expected: string) => expected.match(/\d{3}/g) ?? []

describe.skipIf(!available)('abuse case (skipped where the cases are not at hand)', () => {
  it.each(setups)('$id ends with $expect', async ({ expect: expected, doc }) => {
    const world = startTestSupplier()
    const answer = await world.post(fill(doc))
    expect(answer.http).toBe(200)
    expect(codes(expected), answer.reason).toContain(answer.code)
    if (answer.code !== '200') expect(answer.reason).toMatch(/\w+ \w+ \w+/)
    expect(answer.xml + JSON.stringify(world.log)).not.toContain(secret)
  })

  it.each(setups.filter(({ id }) => id.startsWith('html-')))(
    '$id comes back byte for byte and inert',
    async ({ doc }) => {
      const world = startTestSupplier()
      const setup = await world.post(fill(doc))
      const opened = await world.browse(startPageOf(setup), { method: 'POST' })
      const [cookie = ''] = (opened.headers.getSetCookie()[0] ?? '').split(';')
      const session = await world.supplier.session(
        new Request('https://market.example/', { headers: { cookie } }),
      )
      if (session === undefined) throw new Error('no session')
      const { response } = await world.supplier.returnCart(session, cart)
      const { html, document } = await returned(response)
      expect(html.match(/<script/g)).toHaveLength(1)
      expect(document).toMatchObject({
        message: { punchOutOrderMessage: { buyerCookie: session.buyerCookie } },
      })
    },
  )
})
