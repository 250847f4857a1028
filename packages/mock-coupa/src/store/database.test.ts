import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readChain } from '../approvals/approval-records.js'
import { readPlannedApprovers } from '../approvals/planned-approvers.js'
import { readWatchers } from '../approvals/watchers.js'
import { openDatabase } from './database.js'
import { migrations } from './migrations.js'

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

  it('commits together what is asked for together, and tells each when others see it', async () => {
    const file = join(folder, 'coupa.sqlite')
    const db = openDatabase(file)
    const other = new DatabaseSync(file)
    const search = (text: string) =>
      db.run(`INSERT INTO searches (login, text, at) VALUES ('emma', $text, '2026-03-02')`, { text })
    const seen = () => other.prepare('SELECT count(*) AS count FROM searches').get()?.count
    const told: string[] = []
    const tell = () => told.push('committed')
    const write = (text: string) =>
      db.grouped(() => {
        db.transaction(() => search(text))
        db.afterCommit(tell)
        told.push(text)
        return seen()
      })
    const [first, second] = await Promise.all([write('a'), write('b')])
    expect([first, second, seen()]).toEqual([0, 0, 2])
    expect(told).toEqual(['a', 'b', 'committed'])
    other.close()
    db.close()
  })

  it('undoes of a group only the transaction that throws', async () => {
    const db = openDatabase(':memory:')
    const search = (text: string) =>
      db.run(`INSERT INTO searches (login, text, at) VALUES ('emma', $text, '2026-03-02')`, { text })
    const half = () =>
      db.transaction(() => {
        search('half')
        throw new Error('no')
      })
    const outcomes = await Promise.allSettled([
      db.grouped(() => db.transaction(() => search('a'))),
      db.grouped(half),
      db.grouped(async () => half()),
      db.grouped(() => db.transaction(() => search('b'))),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(db.all('SELECT text FROM searches')).toEqual([{ text: 'a' }, { text: 'b' }])
    db.close()
  })

  it('tells nobody of a success where the group cannot be committed', async () => {
    const file = join(folder, 'coupa.sqlite')
    const db = openDatabase(file)
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const write = () => db.grouped(() => db.transaction(() => 'written'))
    const outcomes = await Promise.allSettled([write(), write()])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    other.close()
    expect(await write()).toBe('written')
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

  it('keeps confirmations that an older version recorded, under their ids', () => {
    const file = join(folder, 'coupa.sqlite')
    const older = new DatabaseSync(file)
    const before = migrations.findIndex(sql => sql.includes('DROP TABLE confirmations'))
    for (const sql of migrations.slice(0, before)) older.exec(sql)
    older.exec(`PRAGMA user_version = ${before}; PRAGMA foreign_keys = OFF;
      INSERT INTO purchase_orders (number, version, status, transmission_status, login, full_name, email, supplier_id,
        supplier_name, ship_to, bill_to, account, currency, total, issued_at, created_at, updated_at)
        VALUES (6001, 1, 'issued', 'created', 'emma', '', '', 1, '', '{}', '{}', '{}', 'USD', '1', 't', 't', 't');
      INSERT INTO confirmations VALUES (7, 6001, 'p', 'C-1', 'reject', 'new', 't', NULL, '2026-03-02T10:00:00.000Z');
      INSERT INTO confirmations VALUES (9, 6001, 'q', NULL, 'accept', 'new', 't', 'x', '2026-03-02T11:00:00.000Z');
      INSERT INTO confirmation_lines VALUES (9, 0, 1, '3', 'accept', NULL, NULL);`)
    older.close()
    const db = openDatabase(file)
    expect(db.all('SELECT id, status, received_at FROM order_header_confirmations ORDER BY id')).toEqual([
      { id: 7, status: 'rejected', received_at: '2026-03-02T10:00:00.000Z' },
      { id: 9, status: 'accepted', received_at: '2026-03-02T11:00:00.000Z' },
    ])
    expect(db.all('SELECT confirmation, line_number, quantity FROM order_line_confirmations')).toEqual([
      { confirmation: 9, line_number: 1, quantity: '3' },
    ])
    db.close()
  })

  it('keeps who approved what an older version asked approval for, and what happened', () => {
    const file = join(folder, 'coupa.sqlite')
    const older = new DatabaseSync(file)
    const before = migrations.findIndex(sql => sql.includes('CREATE TABLE approvables'))
    for (const sql of migrations.slice(0, before)) older.exec(sql)
    older.exec(`PRAGMA user_version = ${before}; PRAGMA foreign_keys = OFF;
      INSERT INTO requisitions (number, status, login, full_name, currency, total, round, created_at, updated_at)
        VALUES (1001, 'pending_approval', 'emma', 'Emma Reyes', 'USD', '1', 2, 't', 't');
      INSERT INTO approvals (id, requisition, round, position, type, rule, approver, approver_name, approver_title,
        approval_group, status, created_at, updated_at) VALUES (7, 1001, 2, 1, 'ApprovalChainApproval', 'Buyers', '',
        'Buyers', '', 3, 'pending_approval', 't', 't');
      INSERT INTO given_approvals VALUES (1, 7, 'gil', 'Gil', 'gil', 'Gil', '2026-03-02T10:00:00.000Z');
      INSERT INTO approval_links VALUES ('hash', 7, 'gil', 't', NULL);
      INSERT INTO approval_watchers VALUES (4, 1001, 2, 'ada', 'Ada', NULL, 'emma', 't');
      INSERT INTO planned_approvers VALUES (5, 1002, 'ada', 'at_end', 'emma', 't');
      INSERT INTO purchase_order_changes (id, purchase_order, status, version, login, full_name, total, created_at,
        updated_at) VALUES (2, 6001, 'pending_approval', 1, 'emma', 'Emma Reyes', '5', 't', 't');
      INSERT INTO purchase_order_change_approvals (change, position, type, rule, approver_name, status, created_at,
        updated_at) VALUES (2, 1, 'BuyerApproval', 'Buyer', 'Buyer', 'pending_approval', 't', 't');
      INSERT INTO history (requisition, at, by, text) VALUES (1001, 't', 'Emma', 'Submitted');
      INSERT INTO invoice_history (invoice, at, by, text) VALUES (9, 't', 'Acme', 'Created');`)
    older.close()
    const db = openDatabase(file)
    expect(readChain(db, { type: 'RequisitionHeader', id: 1001 })).toMatchObject([
      { id: 7, name: 'Requisition 1001', requester: 'emma', group: 3, given: [{ member: 'gil' }] },
    ])
    expect(readChain(db, { type: 'OrderHeaderChange', id: 2 })).toMatchObject([
      { id: 8, status: 'pending_approval', group: 0, requester: 'emma' },
    ])
    expect(readWatchers(db, { type: 'RequisitionHeader', id: 1001 })).toMatchObject([{ id: 4, login: 'ada' }])
    expect(readPlannedApprovers(db, { type: 'RequisitionHeader', id: 1002 })).toMatchObject([{ id: 5 }])
    expect(db.all('SELECT approval FROM approval_links')).toEqual([{ approval: 7 }])
    expect(db.all('SELECT requisition, invoice, text FROM history ORDER BY id')).toEqual([
      { requisition: 1001, invoice: null, text: 'Submitted' },
      { requisition: null, invoice: 9, text: 'Created' },
    ])
    expect(db.all('PRAGMA foreign_key_check(given_approvals)')).toEqual([])
    db.close()
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
