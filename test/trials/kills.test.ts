import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { openMarketplace, returnAndOrder } from '@punchloop/bench/marketplace'
import { sqliteStore } from '@punchloop/sdk/sqlite'
import { afterAll, describe, it } from 'vitest'
import { Mortal } from './kills/mortal.js'
import { chanceOf } from './world/chance.js'
import { effort } from './world/effort.js'

const folder = mkdtempSync(join(tmpdir(), 'punchloop-kills-'))
const mortals: Mortal[] = []
afterAll(async () => {
  await Promise.all(mortals.map(mortal => mortal.kill()))
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return String(typeof address === 'object' && address !== null ? address.port : 0)
}

/** A server, a worker and a provisioner on the disk, and orders of carts that were returned before. */
async function startWorld(
  name: string,
  { orders, mood = [] }: { readonly orders: number; readonly mood?: string[] },
) {
  const file = join(folder, `${name}.sqlite`)
  const made = join(folder, `${name}-made.sqlite`)
  const store = sqliteStore({ file })
  const supplier = openMarketplace(store)
  const documents: string[] = []
  for (let number = 1; number <= orders; number += 1)
    documents.push(await returnAndOrder(supplier, `PO-${number}`, 1))
  const [port, provisionerPort] = [await freePort(), await freePort()]
  const world = {
    server: new Mortal('marketplace.ts', [file, 'server', port]),
    worker: new Mortal('marketplace.ts', [file, 'worker', provisionerPort]),
    provisioner: new Mortal('provisioner.ts', [made, provisionerPort, ...mood]),
  }
  const mortal = Object.values(world)
  mortals.push(...mortal)
  await Promise.all(mortal.map(each => each.start()))
  return {
    ...world,
    documents,
    /** As a buyer does that gets no answer: again. */
    send: async (xml: string): Promise<string> => {
      for (;;) {
        try {
          const answer = await fetch(`http://127.0.0.1:${port}/punchloop/cxml`, {
            method: 'POST',
            headers: { 'Content-Type': 'text/xml' },
            body: xml,
          })
          return await answer.text()
        } catch {
          await wait(100)
        }
      }
    },
    killed: () => mortal.reduce((sum, { kills }) => sum + kills, 0),
    made: () =>
      new DatabaseSync(made)
        .prepare('select key from made')
        .all()
        .map(({ key }) => String(key)),
    statuses: async () => (await supplier.orders({})).map(({ status }) => status),
    close: () => store.close(),
  }
}

type World = Awaited<ReturnType<typeof startWorld>>

/** Seconds until every order has come to its end. */
async function secondsUntilFinal({ statuses }: World): Promise<number> {
  const start = performance.now()
  for (;;) {
    const isFinal = (await statuses()).every(status => status === 'fulfilled')
    const seconds = (performance.now() - start) / 1000
    if (isFinal || seconds > 120) return seconds
    await wait(200)
  }
}

// Most of the time they wait, for leases of the dead: both may do so at once.
describe.concurrent('processes that are killed', () => {
  const kills = effort({ short: 200, long: 1_000 })

  it(`${kills} times at random moments lose nothing and do nothing twice`, async ({ expect }) => {
    const chance = chanceOf(1)
    const world = await startWorld('kills', { orders: kills })
    let isOver = false
    const killing = async (mortal: Mortal) => {
      while (!isOver) {
        await wait(chance.below(150))
        await mortal.killAndRestart()
        isOver = world.killed() >= kills
      }
    }
    const answers: string[] = []
    const sending = async () => {
      for (const xml of world.documents) {
        answers.push(await world.send(xml))
        await wait(chance.below(100))
      }
    }
    await Promise.all([killing(world.server), killing(world.worker), killing(world.provisioner), sending()])
    const seconds = await secondsUntilFinal(world)
    for (const answer of answers) expect(answer).toContain('code="200"')
    expect(answers).toHaveLength(kills)
    expect(await world.statuses()).toEqual(Array(kills).fill('fulfilled'))
    expect([...world.made()].sort()).toEqual([...new Set(world.made())].sort())
    expect(world.made()).toHaveLength(kills)
    expect(seconds).toBeLessThan(60)
    await world.close()
  }, 600_000)

  it('control: a provisioner that forgets its keys does things twice', async ({ expect }) => {
    const world = await startWorld('control', { orders: 5, mood: ['forgetful'] })
    for (const xml of world.documents) await world.send(xml)
    // The worker dies when something was made, and before that is written down.
    while (world.made().length === 0) await wait(1)
    await world.worker.killAndRestart()
    expect(await secondsUntilFinal(world)).toBeLessThan(60)
    expect(world.made().length).toBeGreaterThan(5)
    await world.close()
  }, 200_000)
})
