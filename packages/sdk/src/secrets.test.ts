import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  cart,
  openBuyCredentials,
  requestXml,
  secret,
  setupXml,
  startPageOf,
  startTestSupplier,
} from '../test/start-test-supplier.js'
import { sqliteStore } from './store/sqlite-store.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'punchloop-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Everything that was written to the store's files, write-ahead log included. */
function storedBytes(): string {
  return globSync('*', { cwd: folder })
    .map(file => readFileSync(join(folder, file)).toString('latin1'))
    .join('')
}

describe('a secret that went through every endpoint', () => {
  it('is found in no log entry, no answer and no file of the store', async () => {
    const store = sqliteStore({ file: join(folder, 'supplier.sqlite') })
    const world = startTestSupplier({
      store,
      openBuy: {
        search: async () => ({ totalCount: 0, items: [] }),
        item: async () => undefined,
      },
    })
    const answers: string[] = []
    const codes: string[] = []
    const openBuy = async (operation: string, body: string, authorization = '') => {
      const response = await world.supplier.fetch(
        new Request(`${world.supplier.openBuyUrl}/${operation}`, {
          method: 'POST',
          body,
          headers: { authorization, 'content-type': 'application/json' },
        }),
      )
      return response.text()
    }

    const setup = await world.post(setupXml({ payloadID: 'one@b' }))
    const startPage = startPageOf(setup)
    const [startToken = ''] = startPage.split('/').slice(-1)
    for (const document of [
      setupXml({ secret: `${secret}-almost` }),
      requestXml(`<OrderRequest><SharedSecret>${secret}</SharedSecret></OrderRequest>`),
      setupXml().replace('</SharedSecret>', '</SharedSecre>'),
      setupXml().replace('<UserAgent>', '<UserAgent attribute=>'),
      setupXml().replace(
        '<Identity>AN01</Identity>',
        `<Identity>AN01</Identity><SharedSecret>${secret}</SharedSecret>`,
      ),
      setupXml().replace(secret, `${secret}<x/>`),
      setupXml({ payloadID: 'one@b', buyerCookie: 'another' }),
    ]) {
      const answer = await world.post(document)
      codes.push(answer.code)
      answers.push(answer.xml.replace(/<StartPage>.*<\/StartPage>/, ''))
    }
    expect(codes).toEqual(['401', '400', '406', '406', '200', '400', '409'])
    const opened = await world.browse(startPage, { method: 'POST' })
    const [cookie = ''] = (opened.headers.getSetCookie()[0] ?? '').split(';')
    const [, cookieToken = ''] = cookie.split('=')
    const session = await world.supplier.session(
      new Request('https://market.example/', { headers: { cookie } }),
    )
    if (session === undefined) throw new Error('no session')
    answers.push(await (await world.supplier.returnCart(session, cart)).response.text())
    answers.push(await (await world.browse(startPage, { method: 'POST' })).text())

    const { token } = JSON.parse(
      await openBuy(
        'authentication',
        JSON.stringify({ credentials: openBuyCredentials, email: 'e@b.example' }),
      ),
    )
    answers.push(
      await openBuy('authentication', JSON.stringify({ credentials: `${openBuyCredentials}!`, email: 'e' })),
    )
    answers.push(await openBuy('authentication', `{"credentials":"${openBuyCredentials}" "email"`))
    answers.push(await openBuy('search', JSON.stringify({ query: 'x' }), `Bearer ${token}`))
    answers.push(await openBuy('search', JSON.stringify({ query: 'x' }), `Bearer ${token}!`))

    const places = { log: JSON.stringify(world.log), answers: answers.join('\n'), store: storedBytes() }
    expect(places.store).toContain('ereyes')
    expect(world.log.length).toBeGreaterThan(8)
    for (const marker of [secret, openBuyCredentials, startToken, cookieToken, token]) {
      expect(marker.length).toBeGreaterThan(10)
      for (const [place, text] of Object.entries(places)) {
        const found =
          text.includes(marker) || text.includes(Buffer.from(marker).toString('base64').slice(0, 16))
        expect(found, `"${marker}" in ${place}`).toBe(false)
      }
    }
    await store.close()
  })
})
