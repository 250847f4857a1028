import { modeOf } from '../buyers/buyer.js'
import type { StoreTransaction } from '../store/store.js'
import {
  type Assessment,
  assessOrder,
  conflict,
  hold,
  type Reading,
  withAttachments,
} from './assess-order.js'
import { carryLines, leaveLines } from './carry-lines.js'
import type { Order } from './order.js'
import { areSameFiles, numbered, putFiles } from './order-attachments.js'
import type { OrderContent } from './read-order.js'
import { isSameContent } from './same-order.js'
import { prepareOrder, startOrder } from './start-order.js'

type Change = Reading & { readonly existing: Order }

/**
 * An order that is there → the order as the document wants it. The same version with the same content changes nothing;
 * a lower or equal version with other content is refused.
 */
export async function changeOrder(tx: StoreTransaction, change: Change): Promise<Order> {
  const { content, existing, files } = change
  assertSameMode(change)
  const same = isSameContent(content, existing) && areSameFiles(files, existing.attachments)
  if (existing.status === 'cancelled' && (content.version ?? 0) <= existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} was cancelled (version ${existing.orderVersion}); it stays cancelled`,
    )
  }
  if (same && (content.version ?? existing.orderVersion) === existing.orderVersion) return existing
  const version = versionOf(content, existing)
  if (version <= existing.orderVersion) {
    throw conflict(
      `Order ${existing.orderID} stands at version ${existing.orderVersion} with other content; a change must be an update with a higher orderVersion`,
    )
  }
  const order = prepareOrder(await changedOrder(tx, { ...change, version }, same))
  await tx.updateOrder(order)
  await putFiles(tx, order, files)
  return startOrder(tx, order, change)
}

/** Coupa sends updates without orderVersion: each is one more change. */
function versionOf({ version, type }: OrderContent, { orderVersion }: Order): number {
  return version ?? (type === 'new' ? 1 : orderVersion + 1)
}

async function changedOrder(
  tx: StoreTransaction,
  change: Assessment & { readonly existing: Order },
  same: boolean,
): Promise<Order> {
  const { existing, document, files, version } = change
  const { receivedAt, confirmation, confirmedAt } = existing
  if (existing.status === 'fulfilled' && same) {
    const { payloadID } = document
    return { ...existing, orderVersion: version, payloadID, ...withAttachments(numbered(files, version)) }
  }
  const assessed: Order = {
    ...(await assessOrder(tx, change)),
    receivedAt,
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
  }
  if (existing.status === 'cancelled') {
    const order = { ...assessed, ...withFormer(leaveLines(existing)) }
    return hold(order, `The order was cancelled before, with version ${existing.orderVersion}.`)
  }
  const { lines, formerLines, disturbed } = carryLines(assessed.lines, existing)
  const order: Order = { ...assessed, lines, ...withFormer(formerLines) }
  if (existing.status === 'fulfilled') return hold(order, 'The order was changed after it was fulfilled.')
  if (disturbed.length === 0) return isRejectedTooLate(order) ? hold(order, 'Work on it had begun.') : order
  const numbers = disturbed.map(({ lineNumber }) => lineNumber).join(', ')
  const subject = disturbed.length === 1 ? `Line ${numbers} was` : `Lines ${numbers} were`
  return hold(
    order,
    `${subject} changed after the work on ${disturbed.length === 1 ? 'it' : 'them'} had begun.`,
  )
}

/** What is being provided cannot be turned down as a whole. */
function isRejectedTooLate({ status, lines }: Order): boolean {
  return status === 'rejected' && lines.some(({ begunAt }) => begunAt !== undefined)
}

function withFormer(formerLines: NonNullable<Order['formerLines']>): Pick<Order, 'formerLines'> {
  return formerLines.length === 0 ? {} : { formerLines }
}

/** What a test says changes nothing that is real, and the other way round. */
export function assertSameMode({ existing, document, buyer }: Change): void {
  const deploymentMode = modeOf(buyer, document.request.deploymentMode)
  if (existing.deploymentMode === deploymentMode) return
  throw conflict(
    `Order ${existing.orderID} was placed in ${existing.deploymentMode} mode; a document in ${deploymentMode} mode cannot change it`,
  )
}
