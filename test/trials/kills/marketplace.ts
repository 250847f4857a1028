import { createServer } from 'node:http'
import { flushCompileCache } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { openMarketplace } from '@punchloop/bench/marketplace'
import { nodeListener } from '@punchloop/sdk/node'
import { sqliteStore } from '@punchloop/sdk/sqlite'

/*
 * One process of a marketplace: `marketplace FILE server PORT` takes orders, `marketplace FILE worker PORT` has them provided
 * by what listens at that port.
 */

const [, , file = '', role, port = '0'] = process.argv

/** The provisioner is killed too; it comes again soon. */
async function make(key: string, signal: AbortSignal): Promise<string> {
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/${encodeURIComponent(key)}`, {
        method: 'POST',
        signal,
      })
      return await answer.text()
    } catch (error) {
      if (signal.aborted) throw error
      await wait(100)
    }
  }
}

const supplier = openMarketplace(sqliteStore({ file }), async ({ idempotencyKey, signal }) => ({
  reference: await make(idempotencyKey, signal),
}))
// What is killed keeps nothing of what it has compiled, unless it does so before.
flushCompileCache()
if (role === 'worker') {
  supplier.start()
  setInterval(() => undefined, 1000)
  process.send?.('ready')
} else {
  const server = createServer(nodeListener(request => supplier.fetch(request)))
  server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
}
