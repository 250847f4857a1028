import { defaultMultipartLimits, type MultipartLimits } from '@punchloop/sdk/cxml'

/** A way to make a MIME message large on purpose. */
export interface MessageDimension {
  readonly name: string
  /** The limit that stops it. */
  readonly limit: keyof MultipartLimits
  /** `share` of the limit: 1 is as much as passes. */
  readonly document: (share: number) => string
  /** What `readCxmlMessage` says of it; without this, it reads it. */
  readonly refusal?: string
}

export const contentType = 'multipart/related; boundary=b'

const { bytes, parts, headerBytes } = defaultMultipartLimits

const part = (headers: string, content: string): string => `--b\r\n${headers}\r\n${content}\r\n`

const root = part('Content-Type: text/xml\r\n', '<cXML/>')

const message = (...others: readonly string[]): string => `${root}${others.join('')}--b--\r\n`

/** So often that it makes so many bytes. */
const bytesOf = (share: number, content: string): string =>
  content.repeat(Math.floor((bytes * share - 1000) / content.length))

/** What an attacker can make large in what comes with a document. */
export const messageDimensions: readonly MessageDimension[] = [
  {
    name: 'MIME: parts',
    limit: 'parts',
    document: share =>
      message(
        ...Array.from({ length: Math.floor(parts * share) - 1 }, (_, index) =>
          part(`Content-ID: <${index}>\r\n`, 'x'),
        ),
      ),
  },
  {
    name: 'MIME: a header',
    limit: 'headerBytes',
    document: share => message(part(`X-Filler: ${'x'.repeat(headerBytes * share - 100)}\r\n`, 'x')),
  },
  { name: 'MIME: a part', limit: 'bytes', document: share => message(part('', bytesOf(share, 'x'))) },
  {
    name: 'MIME: almost boundaries',
    limit: 'bytes',
    document: share => message(part('', bytesOf(share, '\r\n--bb'))),
  },
  { name: 'MIME: line ends', limit: 'bytes', document: share => message(part('', bytesOf(share, '\r\n'))) },
  {
    name: 'MIME: base64',
    limit: 'bytes',
    document: share =>
      message(part('Content-Transfer-Encoding: base64\r\n', bytesOf(share, `${'A'.repeat(76)}\r\n`))),
  },
  {
    name: 'MIME: quoted-printable',
    limit: 'bytes',
    document: share =>
      message(part('Content-Transfer-Encoding: quoted-printable\r\n', bytesOf(share, '=41=\r\n'))),
  },
]
