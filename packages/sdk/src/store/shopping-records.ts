import type { SessionRecord } from '../punchout/session.js'
import { assertChanged, type Row, type Sql } from './sql.js'
import { instantOf, readRecord, textOf, writeRecord } from './sql-record.js'
import type { OpenBuyToken, StartPage, StoreTransaction } from './store.js'

type ShoppingRecords = Pick<
  StoreTransaction,
  | 'insertSession'
  | 'updateSession'
  | 'session'
  | 'sessionByCookie'
  | 'insertStartPage'
  | 'startPage'
  | 'insertOpenBuyToken'
  | 'openBuyToken'
  | 'removeExpired'
>

const instants = ['createdAt', 'expiresAt', 'openedAt'] as const

/** Sessions, StartPages and Open Buy tokens. */
export function shoppingRecords(sql: Sql): ShoppingRecords {
  return {
    async insertSession(session: SessionRecord) {
      await sql.run(
        'insert into session (id, buyer_id, cookie_hash, outdated_at, record) values (?, ?, ?, ?, ?)',
        session.id,
        session.buyerId,
        session.cookieHash ?? null,
        session.expiresAt.toISOString(),
        writeRecord(session),
      )
    },
    async updateSession(session: SessionRecord) {
      const changed = await sql.run(
        'update session set cookie_hash = ?, record = ? where id = ?',
        session.cookieHash ?? null,
        writeRecord(session),
        session.id,
      )
      assertChanged(changed, `session ${session.id}`)
    },
    async session(id: string) {
      return readSession(await sql.get(`select record from session where id = ?${sql.hold}`, id))
    },
    async sessionByCookie(cookieHash: string) {
      return readSession(
        await sql.get(`select record from session where cookie_hash = ?${sql.hold}`, cookieHash),
      )
    },

    async insertStartPage({ tokenHash, sessionId, expiresAt }: StartPage) {
      await sql.run(
        'insert into start_page (token_hash, session_id, expires_at) values (?, ?, ?)',
        tokenHash,
        sessionId,
        expiresAt.toISOString(),
      )
    },
    async startPage(tokenHash: string) {
      const row = await sql.get(
        `select session_id, expires_at from start_page where token_hash = ?${sql.hold}`,
        tokenHash,
      )
      return (
        row && { tokenHash, sessionId: textOf(row, 'session_id'), expiresAt: instantOf(row, 'expires_at') }
      )
    },

    async insertOpenBuyToken({ tokenHash, buyerId, email, expiresAt }: OpenBuyToken) {
      await sql.run(
        'insert into open_buy_token (token_hash, buyer_id, email, expires_at) values (?, ?, ?, ?)',
        tokenHash,
        buyerId,
        email,
        expiresAt.toISOString(),
      )
    },
    async openBuyToken(tokenHash: string) {
      const row = await sql.get(
        'select buyer_id, email, expires_at from open_buy_token where token_hash = ?',
        tokenHash,
      )
      if (row === undefined) return undefined
      const expiresAt = instantOf(row, 'expires_at')
      return { tokenHash, buyerId: textOf(row, 'buyer_id'), email: textOf(row, 'email'), expiresAt }
    },

    async removeExpired(now: Date) {
      await sql.run('delete from start_page where expires_at < ?', now.toISOString())
      await sql.run('delete from open_buy_token where expires_at < ?', now.toISOString())
    },
  }
}

const readSession = (row: Row | undefined) => readRecord<SessionRecord>(row, instants)
