import { directoryMailbox, startMailServer } from '@punchloop/demo-marketplace/mailbox'
import { runProgram } from './protocol.js'
import type { MailSettings } from './settings.js'

runProgram<MailSettings>(({ host, port, mailboxDir }) =>
  startMailServer({ host, port, mailbox: directoryMailbox(mailboxDir), log: line => console.log(line) }),
)
