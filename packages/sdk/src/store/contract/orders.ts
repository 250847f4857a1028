import { deepEqual, equal, rejects } from 'node:assert/strict'
import type { Checks } from './check.js'
import { attachment, message, order } from './examples.js'

/** Orders and their files. */
export const orders: Checks = {
  'keeps buyers apart, and compares order numbers exactly': async ({ inStore }) => {
    await inStore(async tx => {
      await tx.insertOrder(order)
      await tx.insertOrder({ ...order, orderID: 'po-1' })
      await tx.insertOrder({ ...order, buyerId: 'globex' })
      await tx.insertMessage(message)
      await tx.insertMessage({ ...message, buyerId: 'globex' })
    })
    equal((await inStore(tx => tx.orders({ buyerId: 'acme' }))).length, 2)
    equal((await inStore(tx => tx.order({ buyerId: 'globex', orderID: 'PO-1' })))?.buyerId, 'globex')
  },

  'gives the files of an order back byte for byte, by version and number': async ({ inStore }) => {
    const { contentId: _, fileName: __, ...nameless } = attachment(1, 10)
    const empty = { ...attachment(2, 1), bytes: new Uint8Array() }
    const key = { buyerId: 'acme', orderID: 'PO-1' }
    await inStore(async tx => {
      await tx.insertOrder(order)
      await tx.insertOrder({ ...order, orderID: 'po-1' })
      await tx.insertOrder({ ...order, buyerId: 'globex' })
      await tx.insertAttachment(key, empty)
      await tx.insertAttachment(key, nameless)
      await tx.insertAttachment(key, attachment(1, 9))
      await tx.insertAttachment({ ...key, orderID: 'po-1' }, attachment(1, 1))
      await tx.insertAttachment({ ...key, buyerId: 'globex' }, attachment(1, 1))
    })
    deepEqual(await inStore(tx => tx.attachments(key)), [attachment(1, 9), nameless, empty])
    deepEqual(await inStore(tx => tx.attachments({ ...key, orderVersion: 2 })), [empty])
    deepEqual(await inStore(tx => tx.attachments({ ...key, orderVersion: 3 })), [])
    deepEqual(await inStore(tx => tx.attachments({ ...key, orderID: 'PO-2' })), [])
  },

  'keeps a file for ever, once, and only with its order': async ({ inStore }) => {
    await rejects(inStore(tx => tx.insertAttachment(order, attachment(1, 1))))
    await inStore(tx => tx.insertOrder(order))
    const failing = inStore(async tx => {
      await tx.insertAttachment(order, attachment(1, 1))
      throw new Error('in the middle')
    })
    await rejects(failing, /in the middle/)
    deepEqual(await inStore(tx => tx.attachments(order)), [])
    await inStore(tx => tx.insertAttachment(order, attachment(1, 1)))
    const other = { ...attachment(1, 1), bytes: Uint8Array.of(1) }
    await rejects(inStore(tx => tx.insertAttachment(order, other)))
    const [copy] = await inStore(tx => tx.attachments(order))
    copy?.bytes.fill(7)
    deepEqual(await inStore(tx => tx.attachments(order)), [attachment(1, 1)])
  },
}
