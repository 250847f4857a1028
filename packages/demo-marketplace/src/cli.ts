#!/usr/bin/env node
import { join } from 'node:path'
import type { LogEntry } from '@punchloop/sdk'
import { helpText, readArguments, readHostAndPort, readPort } from './cli/read-arguments.js'
import { readTradingPartners } from './cli/read-trading-partners.js'
import { runProgram, startOnFreePort } from './cli/run-program.js'
import { directoryMailbox } from './mail/directory-mailbox.js'
import { memoryMailbox } from './mail/memory-mailbox.js'
import { startMarketplace } from './marketplace.js'

const flags = {
  port: { env: 'PORT', value: 'N', help: 'port to listen on', default: '4020' },
  host: { env: 'HOST', value: 'HOST', help: 'address to listen on', default: '127.0.0.1' },
  'public-url': { env: 'PUBLIC_URL', value: 'URL', help: 'where browsers and buyers find the shop' },
  data: { env: 'DATA_DIR', value: 'DIR', help: 'keep everything here; without it, in memory' },
  database: { env: 'DATABASE_URL', value: 'URL', help: 'keep everything in PostgreSQL: postgres://…' },
  smtp: { env: 'SMTP', value: 'HOST:PORT', help: 'mail server', default: '127.0.0.1:2525' },
  mailbox: { env: 'MAILBOX_DIR', value: 'DIR', help: 'folder of the mail server, for the mailbox page' },
  partners: {
    env: 'PARTNERS',
    value: 'FILE',
    help: 'JSON: our credentials, and the buyers with their secrets',
  },
}

await runProgram(async () => {
  const found = readArguments(flags, { args: process.argv.slice(2), env: process.env })
  if (found === undefined) {
    console.log(
      helpText(
        'demo-marketplace: Brightstack, a marketplace that sells through corporate procurement',
        flags,
      ),
    )
    return undefined
  }
  const data = found.read('data')
  const publicUrl = found.read('public-url')
  const databaseUrl = found.read('database')
  const mailboxDir = found.read('mailbox') ?? (data && join(data, 'mail'))
  const mailbox = mailboxDir === undefined ? memoryMailbox() : directoryMailbox(mailboxDir)
  const options = {
    ...readTradingPartners(found.read('partners')),
    host: found.need('host'),
    mail: readHostAndPort(found.need('smtp'), '--smtp'),
    mailbox,
    log,
    ...(data === undefined ? {} : { dataDir: data }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  }
  const market = await startOnFreePort(readPort(found.need('port'), '--port'), port =>
    startMarketplace({ ...options, port }),
  )
  console.log(`Brightstack is open at ${market.url}`)
  console.log(`Buyers send cXML to ${market.supplier.cxmlUrl}, Open Buy is at ${market.supplier.openBuyUrl}`)
  return {
    async close() {
      await market.close()
      await mailbox.close()
    },
  }
})

function log({ level, event, ...fields }: LogEntry): void {
  console.error(`${level} ${event} ${JSON.stringify(fields)}`)
}
