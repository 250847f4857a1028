import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { insertMail } from './mail-records.js'

/** An order goes to its supplier by the outbox, as every mail does. */
export function mailPurchaseOrder(event: LifecycleEvents['purchase order mailed'], work: Work): void {
  for (const to of event.to) insertMail(work, { to, subject: event.subject, text: event.text })
}
