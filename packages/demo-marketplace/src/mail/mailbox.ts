/** One mail as it was delivered. */
export interface Mail {
  /** Stable, safe in a URL. */
  readonly id: string
  /** From the `From` header, as people read it. */
  readonly from: string
  /** Who really received it: the recipients of the SMTP envelope, lower case. */
  readonly to: readonly string[]
  readonly subject: string
  /** Angle brackets included. */
  readonly messageId?: string
  readonly receivedAt: Date
  readonly text?: string
  /** As sent, of no trust: show it in a sandbox only. */
  readonly html?: string
}

export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
}

/** Where the local SMTP server puts mails and where the mailbox page finds them. */
export interface Mailbox {
  /**
   * Keeps a mail; durable (where the mailbox is) once this resolves. A mail with a `Message-ID` that is here already for
   * the same recipients is the same mail, sent again by somebody who missed the answer: it is kept once.
   */
  deliver(envelope: Envelope, raw: Uint8Array): Promise<Mail>
  /** Newest first. */
  list(): Promise<Mail[]>
  get(id: string): Promise<Mail | undefined>
  /** The first mail, here or yet to come, that fits. Rejects when the signal aborts. */
  waitFor(predicate: (mail: Mail) => boolean, options?: { readonly signal?: AbortSignal }): Promise<Mail>
  close(): Promise<void>
}
