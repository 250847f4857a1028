import { createHash } from 'node:crypto'
import type { AttachedFile, Attachments } from '../cxml/attachments.js'
import type { RequestDocument } from '../cxml/document.js'
import { sourceOf } from '../cxml/source-of.js'
import type { StoreTransaction } from '../store/store.js'
import type { XmlElement } from '../xml/element.js'
import type { Order, OrderAttachment, OrderLine } from './order.js'

/** A file that a document brought, and what the order will say of it but for its place among others. */
export interface BroughtFile {
  readonly file: AttachedFile
  readonly about: Omit<OrderAttachment, 'orderVersion' | 'number'>
}

/** The files that an `OrderRequest` brought, each with the lines that refer to it. */
export function readFiles(
  document: RequestDocument<'OrderRequest'>,
  lines: readonly OrderLine[],
  { files, references }: Attachments,
): BroughtFile[] {
  if (files.length === 0) return []
  const lineOf = new Map<XmlElement, number>()
  for (const [index, itemOut] of document.request.orderRequest.itemOuts.entries()) {
    const element = sourceOf(document, itemOut)
    const line = lines[index]
    if (element !== undefined && line !== undefined) lineOf.set(element, line.lineNumber)
  }
  const referring = new Map<AttachedFile, Set<number>>()
  for (const { element, file } of references) {
    const lineNumber = lineAround(element, lineOf)
    if (file === undefined || lineNumber === undefined) continue
    const known = referring.get(file)
    if (known === undefined) referring.set(file, new Set([lineNumber]))
    else known.add(lineNumber)
  }
  return files.map(file => ({ file, about: describe(file, [...(referring.get(file) ?? [])]) }))
}

function lineAround(element: XmlElement, lineOf: ReadonlyMap<XmlElement, number>): number | undefined {
  for (let around: XmlElement | undefined = element; around !== undefined; around = around.parent) {
    const lineNumber = lineOf.get(around)
    if (lineNumber !== undefined) return lineNumber
  }
  return undefined
}

function describe(
  { contentId, contentType, fileName, bytes }: AttachedFile,
  lineNumbers: readonly number[],
): BroughtFile['about'] {
  return {
    ...(contentId === undefined ? {} : { contentId }),
    contentType,
    ...(fileName === undefined ? {} : { fileName }),
    size: bytes.length,
    digest: createHash('sha256').update(bytes).digest('hex'),
    lineNumbers,
  }
}

/** The files as they are numbered within a version of the order, after those that it has already. */
export function numbered(
  brought: readonly BroughtFile[],
  orderVersion: number,
  before: readonly OrderAttachment[] = [],
): OrderAttachment[] {
  const taken = before.filter(attachment => attachment.orderVersion === orderVersion).length
  return brought.map(({ about }, index) => ({ orderVersion, number: taken + index + 1, ...about }))
}

/** Whether the same bytes came as before, in the same order. A sender may give them other Content-IDs each time. */
export function areSameFiles(
  brought: readonly BroughtFile[],
  before: readonly OrderAttachment[] = [],
): boolean {
  return (
    brought.length === before.length &&
    brought.every(
      ({ about }, index) =>
        about.digest === before[index]?.digest && about.contentType === before[index]?.contentType,
    )
  )
}

/** Whether nothing came that did not come before. */
export function areKnownFiles(
  brought: readonly BroughtFile[],
  before: readonly OrderAttachment[] = [],
): boolean {
  return brought.every(({ about }) => before.some(({ digest }) => digest === about.digest))
}

/** Puts the files' bytes in with the order that names them as its last ones. */
export async function putFiles(
  tx: StoreTransaction,
  order: Order,
  brought: readonly BroughtFile[],
): Promise<void> {
  if (brought.length === 0) return
  const named = order.attachments?.slice(-brought.length) ?? []
  for (const [index, attachment] of named.entries()) {
    const file = brought[index]?.file
    if (file !== undefined) await tx.insertAttachment(order, { ...attachment, bytes: file.bytes })
  }
}
