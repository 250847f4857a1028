#!/usr/bin/env node
import { helpText, readArguments, readPort } from './cli/read-arguments.js'
import { runProgram, startOnFreePort } from './cli/run-program.js'
import { directoryMailbox } from './mail/directory-mailbox.js'
import { startMailServer } from './mail/mail-server.js'
import { memoryMailbox } from './mail/memory-mailbox.js'

const flags = {
  port: { env: 'PORT', value: 'N', help: 'port to listen on', default: '2525' },
  host: { env: 'HOST', value: 'HOST', help: 'address to listen on', default: '127.0.0.1' },
  mailbox: { env: 'MAILBOX_DIR', value: 'DIR', help: 'keep each mail as a file here; without it, in memory' },
}

await runProgram(async () => {
  const found = readArguments(flags, { args: process.argv.slice(2), env: process.env })
  if (found === undefined) {
    console.log(helpText('mail server: takes every mail and sends nothing on', flags))
    return undefined
  }
  const mailboxDir = found.read('mailbox')
  const mailbox = mailboxDir === undefined ? memoryMailbox() : directoryMailbox(mailboxDir)
  const server = await startOnFreePort(readPort(found.need('port'), '--port'), port =>
    startMailServer({ port, host: found.need('host'), mailbox, log: line => console.log(line) }),
  )
  console.log(`Mail server at ${server.url}`)
  return {
    async close() {
      await server.close()
      await mailbox.close()
    },
  }
})
