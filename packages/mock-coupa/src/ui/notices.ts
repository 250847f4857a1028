/** Sentences at the top of a page after something was done. Pages name them by code in the URL. */
const notices = {
  'item-added': 'The item is in your cart.',
  'cart-returned':
    'The items from the supplier are in your cart. Check them and submit the request for approval.',
  'line-removed': 'The line was removed.',
  'saved-for-later': 'The request is saved as a draft. You find it under Requests.',
  submitted: 'The request was submitted for approval.',
  completed: 'The request was completed and goes to its approvers.',
  approved: 'You approved this request.',
  rejected: 'You rejected this request. The requester was told why.',
  held: 'Your approval is on hold. Nobody else is asked in the meantime.',
  'off-hold': 'Your approval is off hold. You can decide now.',
  'chain-changed': 'The approval chain was changed.',
  withdrawn: 'The request was withdrawn.',
  deleted: 'The request was deleted.',
  resent: 'The purchase order is being sent again.',
  'items-changed': 'The items from the supplier were changed. Check them before you submit the request.',
  'items-removed': 'The items from the supplier were removed.',
  'nothing-changed': 'You came back from the supplier. Nothing was changed.',
  validated: 'The supplier was asked what these items are today. What it said stands in the history.',
  'copied-in-part':
    'This draft has the same items but for those of suppliers’ shops: choose them there again.',
  copied: 'This draft has the same items. Check them before you submit it.',
  'change-requested': 'The change was submitted.',
  'nothing-returned': 'You came back from the supplier without a cart. Nothing was added.',
  received: 'What arrived was recorded.',
  voided: 'The receipt was voided.',
  'confirmation-accepted': 'Accepted.',
  'confirmation-rejected': 'Rejected.',
  'ship-notice-voided': 'What was on its way is voided.',
  acknowledged: 'The order is acknowledged.',
  commented: 'Your comment was added.',
  attached: 'The file was attached.',
  read: 'Marked as read.',
  'catalog-loaded': 'The catalogue was loaded. Searches find it now.',
  saved: 'Saved.',
  removed: 'Removed.',
} as const

export type NoticeCode = keyof typeof notices

export function isNoticeCode(text: string): text is NoticeCode {
  return Object.hasOwn(notices, text)
}

export const noticeText = (code: NoticeCode): string => notices[code]
