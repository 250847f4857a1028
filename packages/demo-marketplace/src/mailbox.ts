/** Surface `@punchloop/demo-marketplace/mailbox`: a mail server for one machine, and where its mails lie. */
export { directoryMailbox } from './mail/directory-mailbox.js'
export { type MailServer, type MailServerOptions, startMailServer } from './mail/mail-server.js'
export type { Envelope, Mail, Mailbox } from './mail/mailbox.js'
export { memoryMailbox } from './mail/memory-mailbox.js'
