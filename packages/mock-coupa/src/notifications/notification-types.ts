import type { NotificationKind } from './notification.js'

/** Whether and when something comes by mail. */
export type EmailChannel = 'none' | 'immediate' | 'daily_digest'

export const emailChannels = ['none', 'immediate', 'daily_digest'] as const satisfies readonly EmailChannel[]

/** How somebody hears of one type. */
export interface Channels {
  /** In the Inbox, on the bell. */
  readonly online: boolean
  readonly email: EmailChannel
}

/** One line of the notification settings. */
export interface NotificationType {
  /**
   * Coupa's words where they are documented: `My approval is needed`, `A punchout has a cXML error`.
   * Unverified: the words of the others.
   */
  readonly name: string
  readonly group: NotificationGroup
  /** Who has chosen nothing hears of it so. */
  readonly defaults: Channels
  /** Nobody else ever hears of it, so nobody else chooses. */
  readonly administratorsOnly?: true
}

/** Headings of the settings, in their order. */
export const notificationGroups = [
  'Approvals',
  'Requisitions',
  'Orders',
  'Invoices',
  'Comments',
  'Administration',
] as const

export type NotificationGroup = (typeof notificationGroups)[number]

const everywhere: Channels = { online: true, email: 'immediate' }
const nowhere: Channels = { online: false, email: 'none' }

/** Everything that somebody can be told, in the order of the settings. Only what is really told stands here. */
export const notificationTypes: Readonly<Record<NotificationKind, NotificationType>> = {
  approval_needed: { name: 'My approval is needed', group: 'Approvals', defaults: everywhere },
  approval_delegated: {
    name: 'Someone makes me a delegate approver',
    group: 'Approvals',
    defaults: everywhere,
  },
  approval_held: {
    name: 'An approval that I asked for is on hold',
    group: 'Approvals',
    defaults: everywhere,
  },
  approval_escalated: {
    name: 'An approval of mine is escalated',
    group: 'Approvals',
    defaults: everywhere,
  },
  requisition_watched: {
    name: 'What I watch is submitted, approved or rejected',
    group: 'Approvals',
    defaults: everywhere,
  },
  document_approved: {
    name: 'My order change, invoice or contract is approved',
    group: 'Approvals',
    defaults: everywhere,
  },
  document_rejected: {
    name: 'My order change, invoice or contract is rejected',
    group: 'Approvals',
    defaults: everywhere,
  },
  buyer_action_needed: {
    name: 'A requisition needs a buyer',
    group: 'Requisitions',
    defaults: everywhere,
    administratorsOnly: true,
  },
  requisition_approved: { name: 'My requisition is approved', group: 'Requisitions', defaults: everywhere },
  requisition_rejected: { name: 'My requisition is rejected', group: 'Requisitions', defaults: everywhere },
  requisition_withdrawn: {
    name: 'A requisition that I approve or requested is withdrawn',
    group: 'Requisitions',
    defaults: everywhere,
  },
  order_issued: { name: 'A purchase order is issued for me', group: 'Orders', defaults: everywhere },
  order_sent: { name: 'My purchase order is sent to the supplier', group: 'Orders', defaults: nowhere },
  order_acknowledged: {
    name: 'A supplier acknowledges my purchase order',
    group: 'Orders',
    defaults: everywhere,
  },
  order_confirmed: { name: 'A supplier confirms my purchase order', group: 'Orders', defaults: everywhere },
  order_rejected: { name: 'A supplier rejects my purchase order', group: 'Orders', defaults: everywhere },
  receipt_needed: {
    name: 'An invoice waits for what I have received',
    group: 'Invoices',
    defaults: everywhere,
  },
  invoice_needs_attention: {
    name: 'An invoice is held',
    group: 'Invoices',
    defaults: everywhere,
    administratorsOnly: true,
  },
  comment_mention: { name: 'Someone mentions me in a comment', group: 'Comments', defaults: everywhere },
  comment_added: {
    name: 'Someone comments on what I requested',
    group: 'Comments',
    defaults: everywhere,
  },
  punchout_cxml_error: {
    name: 'A punchout has a cXML error',
    group: 'Administration',
    defaults: everywhere,
    administratorsOnly: true,
  },
  cxml_failure: {
    name: 'A purchase order cannot be sent',
    group: 'Administration',
    defaults: everywhere,
    administratorsOnly: true,
  },
}

export function isNotificationKind(text: string): text is NotificationKind {
  return Object.hasOwn(notificationTypes, text)
}

/** In the order of the settings. */
export function notificationKinds(): NotificationKind[] {
  return Object.keys(notificationTypes).filter(isNotificationKind)
}

/** What this person can hear of. */
export function notificationKindsFor(person: { readonly administrator: boolean }): NotificationKind[] {
  return notificationKinds().filter(
    kind => person.administrator || notificationTypes[kind].administratorsOnly !== true,
  )
}
