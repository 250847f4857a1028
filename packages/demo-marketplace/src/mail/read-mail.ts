import { createHash } from 'node:crypto'
import PostalMime, { type Address } from 'postal-mime'
import type { Envelope, Mail } from './mailbox.js'

/** What the mail server writes above the sender's own headers, as every mail server does. */
const receivedHeader = 'X-Brightstack-Received'

/** A mail as it is kept: envelope and time of receipt in front of the bytes that came. */
export function stampMail(envelope: Envelope, raw: Uint8Array, receivedAt: Date): Uint8Array {
  const stamp = [
    `Return-Path: <${headerText(envelope.from)}>`,
    ...envelope.to.map(recipient => `Delivered-To: ${headerText(recipient)}`),
    `${receivedHeader}: ${receivedAt.toISOString()}`,
  ]
  return Buffer.concat([Buffer.from(`${stamp.join('\r\n')}\r\n`), raw])
}

/** Reads what {@link stampMail} made. */
export async function readMail(stamped: Uint8Array): Promise<Mail> {
  const email = await PostalMime.parse(stamped)
  // The first ones are ours: a sender can write the same names only below them.
  const firstForeign = email.headers.findIndex(({ key }) => key === receivedHeader.toLowerCase())
  const ours = email.headers.slice(0, firstForeign + 1)
  const to = ours.filter(({ key }) => key === 'delivered-to').map(({ value }) => value)
  const receivedAt = new Date(ours.at(-1)?.value ?? '')
  return {
    id: mailId(email.messageId, to, stamped),
    from: email.from ? addressText(email.from) : '(nobody)',
    to,
    subject: email.subject ?? '(no subject)',
    ...(email.messageId === undefined ? {} : { messageId: email.messageId }),
    receivedAt,
    ...(email.text === undefined ? {} : { text: email.text }),
    ...(email.html === undefined ? {} : { html: email.html }),
  }
}

/** The same for a mail that was sent twice; without a `Message-ID` no two mails are the same. */
function mailId(messageId: string | undefined, to: readonly string[], stamped: Uint8Array): string {
  const identity = messageId === undefined ? stamped : JSON.stringify([messageId, to.toSorted()])
  return createHash('sha256').update(identity).digest('hex').slice(0, 24)
}

function addressText(address: Address): string {
  if (address.address === undefined) return address.name
  return address.name === '' ? address.address : `${address.name} <${address.address}>`
}

/** An envelope address comes from a stranger and becomes a header line: no line break may come with it. */
function headerText(address: string): string {
  return address.replace(/[\r\n<>]/g, '')
}
