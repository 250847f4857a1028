/** A part of a message, as it was before it was packed. */
export interface MimePart {
  /** `Content-ID` without its angle brackets; `cid:` URLs name it. */
  readonly contentId?: string
  /** `Content-Type` as sent, with its parameters: `text/xml; charset=UTF-8`. */
  readonly contentType: string
  /** For people to read: without directories, but otherwise as sent. */
  readonly fileName?: string
  /** Decoded by its `Content-Transfer-Encoding`; otherwise byte for byte. A nested multipart stays as it is. */
  readonly bytes: Uint8Array
}

/** `multipart/related` (RFC 2387): one root, and what it refers to. */
export interface Multipart {
  /** The part that `start` names, else the first. */
  readonly root: MimePart
  /** The others, in their order. */
  readonly parts: readonly MimePart[]
}

/** How large a message may be. What is larger is refused before it costs more. */
export interface MultipartLimits {
  /** Bytes of the whole message. */
  readonly bytes: number
  readonly parts: number
  /** Bytes of the headers of one part. */
  readonly headerBytes: number
}

/** What holds where a limit is left out. */
export const defaultMultipartLimits: MultipartLimits = {
  bytes: 10 * 1024 * 1024,
  parts: 100,
  headerBytes: 16 * 1024,
}
