import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import type { AttachmentIntent, NewAttachment } from './attachment.js'
import { insertAttachment } from './attachment-records.js'
import type { Author, Commentable } from './comment.js'

/** In bytes. Unverified: the mock's own limit. */
export const largestAttachment = 5 * 1024 * 1024
const longestName = 255

/**
 * Puts a file, a link or a note on a document. Who may do so is the caller's question.
 *
 * @returns the id of the attachment
 * @throws {CoupaError} `ERR_COUPA_INVALID` for what is empty, too large or no web address.
 */
export function attach(
  work: Work,
  author: Author,
  attachment: {
    readonly on: Commentable
    readonly content: NewAttachment
    readonly intent?: AttachmentIntent
  },
): number {
  const problem = problemOf(attachment.content)
  if (problem !== undefined) {
    throw new CoupaError(
      'ERR_COUPA_INVALID',
      `Nothing was attached: the ${problem.field} ${problem.message}.`,
      {
        fields: [problem],
      },
    )
  }
  return insertAttachment(work, {
    on: attachment.on,
    content: named(attachment.content),
    intent: attachment.intent ?? 'internal',
    author,
  })
}

function problemOf(content: NewAttachment): { field: string; message: string } | undefined {
  switch (content.type) {
    case 'file':
      if (content.bytes.byteLength === 0) return { field: 'file', message: 'must not be empty' }
      if (content.bytes.byteLength > largestAttachment) {
        return { field: 'file', message: `must not be larger than ${largestAttachment} bytes` }
      }
      return undefined
    case 'url':
      return isWebAddress(content.url)
        ? undefined
        : { field: 'url', message: 'must be a web address that begins with https:// or http://' }
    case 'text':
      return content.text.trim() === '' ? { field: 'text', message: 'must not be empty' } : undefined
  }
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'https:' || url?.protocol === 'http:'
}

/** Some browsers send the whole path; of a name that is too long the end stays, since it says what the file is. */
function named(content: NewAttachment): NewAttachment {
  if (content.type !== 'file') return content
  const name =
    content.fileName
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .trim() ?? ''
  return { ...content, fileName: name.slice(-longestName) || 'attachment' }
}
