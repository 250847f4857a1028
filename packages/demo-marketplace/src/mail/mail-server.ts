import { once } from 'node:events'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Mailbox } from './mailbox.js'

export interface MailServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Default `127.0.0.1`: a mailbox without passwords is nobody else's business. */
  readonly host?: string
  readonly mailbox: Mailbox
  readonly log?: (line: string) => void
}

export interface MailServer {
  readonly host: string
  readonly port: number
  /** `smtp://127.0.0.1:2525` */
  readonly url: string
  close(): Promise<void>
}

/** Confirmations are small; more than this is somebody testing us. */
const mostBytes = 2 * 1024 * 1024

/** An SMTP server that takes every mail, keeps it in the mailbox and sends nothing on. */
export async function startMailServer(options: MailServerOptions): Promise<MailServer> {
  const host = options.host ?? '127.0.0.1'
  const log = options.log ?? (() => undefined)
  const smtp = new SMTPServer({
    name: 'mail.brightstack.example',
    banner: 'Brightstack demo mail',
    size: mostBytes,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1000,
    onData(stream, session, callback) {
      takeMail(options.mailbox, stream, session).then(
        mail => {
          log(`mail for ${mail.to.join(', ')}: ${mail.subject}`)
          callback(null, `kept as ${mail.id}`)
        },
        (error: Error & { responseCode?: number }) => {
          log(`mail refused: ${error.message}`)
          callback(error)
        },
      )
    },
  })
  // A client that drops the line is no reason to stop the server.
  smtp.on('error', error => log(`mail server: ${error.message}`))
  const { server } = smtp
  smtp.listen(options.port, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no TCP port')
  return {
    host,
    port: address.port,
    url: `smtp://${host}:${address.port}`,
    close: () => new Promise(resolve => smtp.close(() => resolve())),
  }
}

async function takeMail(mailbox: Mailbox, stream: SMTPServerDataStream, session: SMTPServerSession) {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    // What is over the limit is read to its end, so that the client hears the answer, but not kept.
    if (!stream.sizeExceeded) chunks.push(Buffer.from(chunk))
  }
  if (stream.sizeExceeded) {
    throw Object.assign(new Error(`The mail is larger than ${mostBytes} bytes`), { responseCode: 552 })
  }
  const { mailFrom, rcptTo } = session.envelope
  const envelope = {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address.toLowerCase()),
  }
  try {
    return await mailbox.deliver(envelope, Buffer.concat(chunks))
  } catch (cause) {
    // 451: the sender keeps the mail and comes again.
    const message = 'The mail could not be kept; try again later'
    throw Object.assign(new Error(message, { cause }), { responseCode: 451 })
  }
}
