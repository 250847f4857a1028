import { CxmlError } from '../errors.js'
import { contentIdsOf } from '../mime/content-id.js'
import { readHeaderValue } from '../mime/header-value.js'
import { mimeError, shown } from '../mime/mime-error.js'
import {
  defaultMultipartLimits,
  type MimePart,
  type Multipart,
  type MultipartLimits,
} from '../mime/multipart.js'
import { readMultipart } from '../mime/read-multipart.js'
import type { XmlElement } from '../xml/element.js'
import { trimXmlSpace } from '../xml/space.js'

/** A file that travels with a document: a part of the same MIME message. */
export type AttachedFile = MimePart

/** A document as it arrived, with the files that came with it. */
export interface CxmlMessage {
  /** The document, for `parseCxml(bytes, { charset })`. */
  readonly bytes: Uint8Array
  /** `charset` of the document's Content-Type, where it names one. */
  readonly charset?: string
  /** In their order; empty where the document came alone. */
  readonly files: readonly AttachedFile[]
}

/**
 * Takes the body of an HTTP message apart: a document alone (`text/xml`, `application/xml`, or no type at all), or one with
 * attachments (`multipart/related`; some senders write `multipart/mixed`, or put one into the other). Nothing is decoded or parsed
 * yet.
 *
 * Throws `ERR_CXML_MIME` where the Content-Type is none of these, or the message cannot be taken apart for sure: no
 * boundary, no end, a Content-ID that stands there twice, an unknown transfer encoding. `ERR_CXML_LIMIT` beyond the limits.
 */
export function readCxmlMessage(
  bytes: Uint8Array,
  contentType: string | null | undefined,
  limits: Partial<MultipartLimits> = {},
): CxmlMessage {
  if (contentType === undefined || contentType === null || contentType.trim() === '') {
    return { bytes, files: [] }
  }
  const { value: type, parameters } = readHeaderValue(contentType, 'Content-Type')
  if (isXml(type)) return { bytes, ...charsetOf(parameters), files: [] }
  if (!isMultipart(type)) {
    throw mistyped('Content-Type', type, 'text/xml, application/xml or multipart/related')
  }
  const { root, parts } = flatten(readMultipart(bytes, contentType, limits), limits)
  const rootType = readHeaderValue(root.contentType, 'Content-Type')
  if (!isXml(rootType.value)) {
    throw mistyped(
      "the root part's Content-Type",
      rootType.value,
      'the document (text/xml or application/xml)',
    )
  }
  return { bytes: root.bytes, ...charsetOf(rootType.parameters), files: parts }
}

/** So deep nobody packs. */
const mostNested = 4

/** A part that nothing can refer to and that holds parts itself stands for them; so does the root. */
function flatten(message: Multipart, limits: Partial<MultipartLimits>, depth = 1): Multipart {
  const isPacked = ({ contentType }: MimePart) =>
    depth < mostNested && isMultipart(readHeaderValue(contentType, 'Content-Type').value)
  const unpack = ({ bytes, contentType }: MimePart) =>
    flatten(readMultipart(bytes, contentType, limits), limits, depth + 1)
  const parts = message.parts.flatMap(part => {
    if (part.contentId !== undefined || !isPacked(part)) return [part]
    const { root, parts } = unpack(part)
    return [root, ...parts]
  })
  if (!isPacked(message.root)) return assertWhole({ root: message.root, parts }, limits)
  const inner = unpack(message.root)
  return assertWhole({ root: inner.root, parts: [...inner.parts, ...parts] }, limits)
}

/** What holds for one level holds for all together. */
function assertWhole(
  message: Multipart,
  { parts: most = defaultMultipartLimits.parts }: Partial<MultipartLimits>,
): Multipart {
  if (message.parts.length >= most) {
    throw new CxmlError('ERR_CXML_LIMIT', `The MIME message has more than ${most} parts; send fewer`)
  }
  const contentIds = [message.root, ...message.parts].flatMap(({ contentId }) => contentId ?? [])
  const twice = contentIds.find((contentId, index) => contentIds.indexOf(contentId) !== index)
  if (twice === undefined) return message
  throw mimeError(
    `two parts have the Content-ID ${shown(twice)}; each must have its own, or a cid: URL means either`,
  )
}

/** Whether a document may come with this media type (in lower case, without parameters). */
export function isCxmlMediaType(type: string): boolean {
  return isXml(type) || isMultipart(type)
}

function isXml(type: string): boolean {
  return type === 'text/xml' || type === 'application/xml'
}

function isMultipart(type: string): boolean {
  return type === 'multipart/related' || type === 'multipart/mixed'
}

function charsetOf(parameters: ReadonlyMap<string, string>): { readonly charset?: string } {
  const charset = parameters.get('charset')
  return charset === undefined ? {} : { charset }
}

function mistyped(where: string, type: string, expected: string): CxmlError {
  return new CxmlError('ERR_CXML_MIME', `${where} is ${shown(type)}; ${expected} was expected`)
}

/** One place of a document that refers to a file: an `Attachment`, or another element with a `cid:` URL. */
export interface AttachmentReference {
  /** The element around `URL`; mostly `Attachment`. */
  readonly element: XmlElement
  /** `URL`, trimmed. Where it is no `cid:`, the file is somewhere else and was not fetched. */
  readonly url: string
  /** The part that the URL means; undefined for other URLs, and where the message has no such part. */
  readonly file?: AttachedFile
}

/** What does not agree between a document and the files that came with it. Both can be read all the same. */
export interface AttachmentWarning {
  readonly code:
    | 'WARN_CXML_ATTACHMENT_MISSING'
    /** A file that nothing in the document refers to. */
    | 'WARN_CXML_ATTACHMENT_UNREFERENCED'
  readonly message: string
  /** The Content-ID in question; undefined for a file without one. */
  readonly contentId?: string
  /** Where the document refers to it. */
  readonly path?: string
}

/** A document's references to files, and what does not agree. */
export interface Attachments {
  readonly files: readonly AttachedFile[]
  /** In document order. */
  readonly references: readonly AttachmentReference[]
  /** At most {@link mostMissing} about parts that are missing. */
  readonly warnings: readonly AttachmentWarning[]
}

/** Saying where in a document something stands takes time with the document. */
const mostMissing = 100

/**
 * Pairs a document with the files that came with it (`Attachment/URL`, wherever it stands: `cid:…` names the part with
 * this Content-ID, RFC 2392). Several elements may refer to one file.
 *
 * A part that is missing, or that nothing refers to, is a warning. `document` must have been parsed: a copy has no tree,
 * and is a TypeError.
 */
export function attachmentsOf(
  document: { readonly root?: XmlElement },
  files: readonly AttachedFile[],
): Attachments {
  const { root } = document
  if (root === undefined) throw new TypeError('document: was not parsed, so it has no tree to look through')
  const byContentId = new Map(files.map(file => [file.contentId, file]))
  const references: AttachmentReference[] = []
  const warnings: AttachmentWarning[] = []
  const unreferenced = new Set(files)
  for (const { element, url } of urlsBelow(root)) {
    const contentIds = contentIdsOf(url)
    const contentId = contentIds.find(candidate => byContentId.has(candidate)) ?? contentIds[0]
    const file = contentId === undefined ? undefined : byContentId.get(contentId)
    if (contentId === undefined && element.name !== 'Attachment') continue
    references.push({ element, url, ...(file === undefined ? {} : { file }) })
    if (file !== undefined) unreferenced.delete(file)
    else if (contentId !== undefined && warnings.length < mostMissing)
      warnings.push(missing(element, contentId))
  }
  return { files, references, warnings: [...warnings, ...[...unreferenced].map(unreferencedFile)] }
}

function missing(element: XmlElement, contentId: string): AttachmentWarning {
  return {
    code: 'WARN_CXML_ATTACHMENT_MISSING',
    message: `${element.name}/URL names the Content-ID ${shown(contentId)}, and no part of the message has it.`,
    contentId,
    path: element.path(),
  }
}

function unreferencedFile({ contentId }: AttachedFile): AttachmentWarning {
  return {
    code: 'WARN_CXML_ATTACHMENT_UNREFERENCED',
    message:
      contentId === undefined
        ? 'A part of the message has no Content-ID, so nothing can refer to it.'
        : `Nothing in the document refers to the part with the Content-ID ${shown(contentId)}.`,
    ...(contentId === undefined ? {} : { contentId }),
  }
}

/** In document order. Not by calling itself: a tree that a caller built may be deeper than the call stack. */
function* urlsBelow(root: XmlElement): Generator<{ readonly element: XmlElement; readonly url: string }> {
  const waiting = [root]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const children = element.elements()
    for (const child of children) {
      if (child.name === 'URL') yield { element, url: trimXmlSpace(textOf(child)) }
    }
    // One by one: a call takes fewer arguments than an element may have children.
    for (const child of children.reverse()) waiting.push(child)
  }
}

function textOf(element: XmlElement): string {
  return element.children
    .map(child =>
      typeof child === 'string' ? child : 'text' in child && child.kind === 'cdata' ? child.text : '',
    )
    .join('')
}
