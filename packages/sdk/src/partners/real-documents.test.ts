import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cart, returned, startPageOf, startTestSupplier } from '../../test/start-test-supplier.js'
import type { PartyCredential } from '../buyers/buyer.js'
import type { RequestDocument } from '../cxml/document.js'
import type { Credential } from '../cxml/elements/header.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { validateCxml } from '../cxml/validation/validate-cxml.js'
import { isProfileName, profiles } from './profiles.js'

type Setup = RequestDocument<'PunchOutSetupRequest'>

const folder = join(
  process.env.CXML_MATERIAL ?? join(import.meta.dirname, '../../../../../shared/cxml'),
  'corpus/PunchOutSetupRequest',
)
const names = Object.keys(profiles).filter(isProfileName)

const readable = globSync('*.xml', { cwd: folder })
  .sort()
  .flatMap(file => {
    const bytes = readFileSync(join(folder, file))
    try {
      const document = parseCxml(bytes)
      return document.kind === 'PunchOutSetupRequest' ? [{ file, bytes, document }] : []
    } catch {
      return []
    }
  })
  // Templates without parties, and an address that a web page has broken in two.
  .filter(({ document }) => URL.canParse(returnUrl(document)) && !/\s/.test(returnUrl(document)))
  .filter(({ document: { header } }) => partiesOf(header.from.credentials).length > 0)
  .filter(({ document }) => secretsOf(document).length > 0)

function returnUrl({ request }: Setup): string {
  return request.punchOutSetupRequest.browserFormPost?.url?.trim() ?? ''
}

function partiesOf(credentials: readonly Credential[]): PartyCredential[] {
  return credentials
    .map(({ domain, identity }) => ({ domain, identity }))
    .filter(({ domain, identity }) => domain !== '' && identity !== '')
}

function secretsOf({ header }: Setup): string[] {
  return header.sender.credentials.flatMap(({ sharedSecret }) => sharedSecret || [])
}

describe.skipIf(readable.length === 0)(
  'real setup requests (skipped where the corpus is not at hand)',
  () => {
    it('are many', () => expect(readable.length).toBeGreaterThan(10))

    it.each(readable)(
      '$file leads to a cart, whatever profile its sender has',
      async ({ bytes, document }) => {
        for (const profile of names) {
          const { header } = document
          const { supplier, post, browse } = startTestSupplier({
            allowInsecureOrigins: true,
            credentials: partiesOf(header.to.credentials),
            operations: ['edit', 'inspect', 'source'],
            buyers: [
              {
                id: 'acme',
                name: 'Acme',
                profile,
                credentials: partiesOf(header.from.credentials),
                senders: partiesOf(header.sender.credentials),
                sharedSecrets: secretsOf(document),
                browserFormPostOrigins: [new URL(returnUrl(document)).origin],
              },
            ],
          })
          const answer = await post(bytes)
          expect([profile, answer.code, answer.reason]).toEqual([profile, '200', ''])
          const opened = await browse(startPageOf(answer), { method: 'POST' })
          const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
          const session = await supplier.session(
            new Request('https://market.example/', { headers: { cookie } }),
          )
          if (session === undefined) throw new Error('no session')
          const back = await returned((await supplier.returnCart(session, cart)).response)
          expect(back.action).toBe(new URL(returnUrl(document)).href)
          expect(validateCxml(back.xml).valid).toBe(true)
          if (back.document.kind !== 'PunchOutOrderMessage') throw new Error(back.document.kind)
          expect(back.document.message.punchOutOrderMessage.buyerCookie).toBe(
            document.request.punchOutSetupRequest.buyerCookie,
          )
        }
      },
    )
  },
)
