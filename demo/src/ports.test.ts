import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFreePort } from './ports.js'

const host = '127.0.0.1'

describe('finding a free port', () => {
  let occupied: Server
  let port: number

  beforeEach(async () => {
    occupied = createServer().listen(0, host)
    await once(occupied, 'listening')
    port = (occupied.address() as AddressInfo).port
  })
  afterEach(() => new Promise(resolve => occupied.close(resolve)))

  it('goes on to the next one when the wanted one is busy', async () => {
    const found = await findFreePort(host, port, new Set())
    expect(found).toBeGreaterThan(port)
    const server = createServer().listen(found, host)
    await once(server, 'listening')
    await new Promise(resolve => server.close(resolve))
  })

  it('leaves out what is promised to somebody already', async () => {
    const first = await findFreePort(host, port, new Set())
    expect(await findFreePort(host, port, new Set([first]))).toBeGreaterThan(first)
  })

  it('takes the wanted one when nobody has it', async () => {
    const free = await findFreePort(host, port, new Set())
    expect(await findFreePort(host, free, new Set())).toBe(free)
  })
})
