import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderOccupiedError, openDataFolder } from './data-folder.js'

describe('the data folder', () => {
  let parent: string
  let path: string

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'punchloop-data-'))
    path = join(parent, 'data')
  })
  afterEach(() => rmSync(parent, { recursive: true }))

  it('keeps its secrets from one start to the next, readable by nobody else', async () => {
    const { secrets } = await openDataFolder(path, { fresh: false })
    expect(new Set(Object.values(secrets)).size).toBe(5)
    expect((await openDataFolder(path, { fresh: false })).secrets).toEqual(secrets)
    expect(statSync(join(path, 'secrets.json')).mode & 0o077).toBe(0)
  })

  it('forgets everything when asked to begin anew', async () => {
    const { secrets, coupa } = await openDataFolder(path, { fresh: false })
    writeFileSync(join(coupa, 'coupa.sqlite'), 'old')
    const anew = await openDataFolder(path, { fresh: true })
    expect(anew.secrets).not.toEqual(secrets)
    expect(existsSync(join(anew.coupa, 'coupa.sqlite'))).toBe(false)
  })

  it('refuses a second demo, and says where the first one is', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const folder = await openDataFolder(path, { fresh: false })
    folder.occupy(url)
    const second = openDataFolder(path, { fresh: true })
    await expect(second).rejects.toThrow(FolderOccupiedError)
    await expect(second).rejects.toThrow(`open ${url}, or stop it first`)
    expect(existsSync(join(path, 'secrets.json'))).toBe(true)
    await new Promise(resolve => server.close(resolve))
  })

  it('takes no notice of a demo that has ended without a word', async () => {
    const folder = await openDataFolder(path, { fresh: false })
    // Our own process is alive, but nothing listens there: the number was given away again.
    folder.occupy('http://127.0.0.1:9')
    await expect(openDataFolder(path, { fresh: false })).resolves.toBeDefined()
  })

  it('is free again after a demo has left it', async () => {
    const folder = await openDataFolder(path, { fresh: false })
    folder.occupy('http://127.0.0.1:9')
    folder.leave()
    expect(existsSync(join(path, 'running.json'))).toBe(false)
  })
})
