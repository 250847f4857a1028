import { queryField } from '../http/form.js'
import { PageError } from '../http/page-error.js'
import { loosenPolicy } from '../http/security-headers.js'
import type { Shop, ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { MailboxPage, MailPage } from './mailbox-page.js'

/** `GET /mailbox?to=…` */
export function showMailbox({ mailbox }: Pick<Shop, 'mailbox'>) {
  return async (ctx: ShopContext) => {
    const all = await mailbox.list()
    const recipient = queryField(ctx, 'to')
    const page = {
      visitor: ctx.state.visitor,
      path: ctx.url,
      mails: all.filter(({ to }) => recipient === undefined || to.includes(recipient)),
      recipients: [...new Set(all.flatMap(({ to }) => to))].sort(),
      recipient,
    }
    await sendPage(ctx, <MailboxPage {...page} />)
  }
}

/** `GET /mailbox/:id` */
export function showMail({ mailbox }: Pick<Shop, 'mailbox'>) {
  return async (ctx: ShopContext) => {
    const mail = await mailbox.get(ctx.params.id ?? '')
    if (mail === undefined)
      throw new PageError(404, 'No such mail', 'It is not (or no longer) in the mailbox.')
    // A srcdoc frame inherits this page's policy, and mails carry their style in attributes.
    loosenPolicy(ctx, { 'style-src': "'self' 'unsafe-inline'" })
    await sendPage(ctx, <MailPage visitor={ctx.state.visitor} mail={mail} />)
  }
}
