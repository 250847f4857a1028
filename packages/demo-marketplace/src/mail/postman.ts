import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'

export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for the same mail, however often it is sent. */
  readonly idempotencyKey: string
}

/** Hands mails to the SMTP server. */
export interface Postman {
  /** Resolves once the server has taken the mail; throws when it has not. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

export interface PostmanOptions {
  readonly host: string
  readonly port: number
  /** Default `Brightstack <no-reply@brightstack.example>`. */
  readonly from?: string
}

const domain = 'brightstack.example'

export function createPostman({
  host,
  port,
  from = `Brightstack <no-reply@${domain}>`,
}: PostmanOptions): Postman {
  const transport = createTransport({
    host,
    port,
    secure: false,
    ignoreTLS: true,
    // A mail server that does not answer must not hold up everything else that is to be delivered.
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, idempotencyKey }) {
      await transport.sendMail({
        from,
        // An object, so that no address can be read as several.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${messageKey(to, idempotencyKey)}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

/** Hashed: keys are the supplier's own affair, and hold what buyers sent. */
function messageKey(to: string, idempotencyKey: string): string {
  return createHash('sha256')
    .update(JSON.stringify([to, idempotencyKey]))
    .digest('hex')
    .slice(0, 40)
}
