import { createBrowser } from '@punchloop/demo/browser'
import { startWorld, type World } from '@punchloop/demo/world'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let world: World
beforeAll(async () => {
  world = await startWorld({ buyer: 'ariba' })
  const { network } = world
  if (network === undefined) throw new Error('no network')
  network.configure({
    ...network.directory,
    accounts: network.directory.accounts.map(account =>
      account.role === 'supplier' ? { ...account, proof: 'CredentialMac' } : account,
    ),
  })
})
afterAll(() => world.close())

describe('a network that proves itself by a CredentialMac', () => {
  it('is known to the marketplace, and never sends the secret', async () => {
    const emma = world.coupa.person('emma')
    const trip = await emma.shop()
    const browser = createBrowser(fetch)
    const start = await browser.open(trip.startPageUrl)
    expect((await browser.submit(start, start.forms[0]!)).status).toBe(200)
    const sent = world.network?.documents().find(({ to }) => to === 'Brightstack Inc')
    expect(sent?.request.raw).toMatch(
      /<Identity>AN01000000087<\/Identity><CredentialMac type="FromSenderCredentials" algorithm="HMAC-SHA1-96" creationDate="[^"]+" expirationDate="[^"]+">/,
    )
    expect(sent?.request.raw).not.toContain('SharedSecret')
  })
})
