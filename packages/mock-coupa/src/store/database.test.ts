import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './database.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mock-coupa-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('the database', () => {
  it('writes ahead and syncs every commit', () => {
    const db = openDatabase(join(folder, 'coupa.sqlite'))
    expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
    db.close()
  })

  it('undoes everything when a transaction throws, also from within another', () => {
    const db = openDatabase(':memory:')
    const insert = () => db.run(`INSERT INTO searches (login, text, at) VALUES ('emma', 'x', '2026-03-02')`)
    expect(() =>
      db.transaction(() => {
        insert()
        db.transaction(insert)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(db.all('SELECT * FROM searches')).toEqual([])
    db.transaction(insert)
    expect(db.all('SELECT * FROM searches')).toHaveLength(1)
    db.close()
  })

  it('keeps what is there when it is opened again', () => {
    const file = join(folder, 'coupa.sqlite')
    const first = openDatabase(file)
    first.run(`INSERT INTO searches (login, text, at) VALUES ('emma', 'x', '2026-03-02')`)
    first.close()
    const second = openDatabase(file)
    expect(second.all('SELECT text FROM searches')).toEqual([{ text: 'x' }])
    second.close()
  })

  it('is not opened when a newer version wrote it', () => {
    const file = join(folder, 'coupa.sqlite')
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    expect(() => openDatabase(file)).toThrow(
      /was written by a newer mock-coupa \(schema 99, this one knows \d+\)/,
    )
  })
})
