import type { Order, PurchaseRequest } from '@punchloop/sdk'
import type { Child } from 'hono/jsx'
import { amountForPeople, quantityForPeople } from '../catalog/decimal.js'
import type { Subscription } from '../subscriptions/subscription.js'
import { renderPage } from '../ui/render.js'

/** The words of one mail. */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** “… is ready”: with everything that is needed to begin. */
export async function writeReadyMail(ready: {
  readonly order: Order
  readonly subscriptions: readonly Subscription[]
  readonly origin: string
}): Promise<Letter> {
  const { order, subscriptions, origin } = ready
  const link = `${origin}/subscriptions`
  const names = subscriptions.map(({ productName }) => productName).join(', ')
  const subject = `${oneLine(names)} is ready (purchase order ${oneLine(order.orderID)})`
  const text = [
    greeting(order.requester.firstName),
    `Your company has ordered it with purchase order ${order.orderID}, and it is ready:`,
    ...subscriptions.map(subscriptionText),
    `All your subscriptions: ${link}`,
    signature,
  ].join('\n\n')
  const html = await renderPage(
    <MailBody title={`${names} is ready`} link={link} linkText="My subscriptions">
      <p>{greeting(order.requester.firstName)}</p>
      <p>
        Your company has ordered it with purchase order <strong>{order.orderID}</strong>, and it is ready.
      </p>
      {subscriptions.map(subscription => (
        <SubscriptionBlock subscription={subscription} />
      ))}
    </MailBody>,
  )
  return { subject, text, html }
}

/** A request that became no order. */
export async function writeRequestEndedMail(request: PurchaseRequest, origin: string): Promise<Letter> {
  const what = request.lines.map(({ description }) => description).join('; ')
  const happened = {
    waiting: 'is waiting',
    ordered: 'was ordered',
    expired: 'has expired',
    withdrawn: 'was withdrawn',
    superseded: 'was replaced by a newer one',
  }[request.status]
  const why = request.reason ?? 'No purchase order came for it.'
  return writePlainMail({
    subject: `Your request ${happened}: ${oneLine(request.lines[0]?.shortName ?? what)}`,
    title: `Your request ${happened}`,
    paragraphs: [
      greeting(request.shopper.firstName),
      `${what} (${request.currency} ${amountForPeople(request.total)}): this request ${happened}.`,
      why,
      'If you still need it, open Brightstack from your procurement system and request it again.',
    ],
    link: `${origin}/requests`,
    linkText: 'My requests',
  })
}

export async function writeOrderEndedMail(ended: {
  readonly order: Order
  readonly reason: string
  readonly origin: string
}): Promise<Letter> {
  const { order, reason, origin } = ended
  return writePlainMail({
    subject: `Purchase order ${oneLine(order.orderID)} was cancelled`,
    title: `Purchase order ${order.orderID} was cancelled`,
    paragraphs: [greeting(order.requester.firstName), reason, 'What it had bought can no longer be used.'],
    link: `${origin}/subscriptions`,
    linkText: 'My subscriptions',
  })
}

/** To the shop's own people. */
export async function writeHeldMail(order: Order, origin: string): Promise<Letter> {
  const state = order.status === 'failed' ? 'could not be fulfilled' : 'is held'
  return writePlainMail({
    subject: `Order ${oneLine(order.orderID)} ${state}`,
    title: `Order ${order.orderID} ${state}`,
    paragraphs: [
      `Order ${order.orderID} of buyer ${order.buyerId}, ${order.currency} ${amountForPeople(order.total)}, ${state}.`,
      order.reason ?? 'No reason was recorded.',
      ...order.lines.map(
        line =>
          `Line ${line.lineNumber}: ${quantityForPeople(line.quantity)} ${line.unitOfMeasure} × ${amountForPeople(line.unitPrice)}, ${line.description}`,
      ),
    ],
    link: `${origin}/orders`,
    linkText: 'Decide',
  })
}

interface PlainMail {
  readonly subject: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly link: string
  readonly linkText: string
}

async function writePlainMail({ subject, title, paragraphs, link, linkText }: PlainMail): Promise<Letter> {
  const html = await renderPage(
    <MailBody title={title} link={link} linkText={linkText}>
      {paragraphs.map(paragraph => (
        <p>{paragraph}</p>
      ))}
    </MailBody>,
  )
  return { subject, text: [...paragraphs, `${linkText}: ${link}`, signature].join('\n\n'), html }
}

const signature = 'Brightstack'

function greeting(firstName: string | undefined): string {
  return firstName === undefined ? 'Hello,' : `Hello ${firstName},`
}

function subscriptionText({ productName, quantity, unit, plan, id, launch }: Subscription): string {
  const { credential, steps } = launch
  return [
    `${productName}: ${quantityForPeople(quantity)} ${unit} (${plan}), subscription ${id}`,
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...(credential ? [`  ${credential.label}: ${credential.value}`] : []),
  ].join('\n')
}

/** Buyers' words may hold line breaks; a subject may not. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 150)
}

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'

interface MailBodyProps {
  readonly title: string
  readonly link: string
  readonly linkText: string
  readonly children?: Child
}

/** Style in attributes: many mail programs drop style sheets. */
function MailBody({ title, link, linkText, children }: MailBodyProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
      </head>
      <body
        style={`margin:0;padding:20px 12px;overflow-wrap:anywhere;background:#f5f7f4;color:#14231e;font-size:16px;line-height:1.55;${font}`}
      >
        <div style="max-width:600px;margin:0 auto;background:#fff;border:1px solid #dfe6e1;border-radius:14px;padding:26px 24px">
          <p style="margin:0 0 6px;color:#0c5c46;font-weight:700">Brightstack</p>
          <h1 style="margin:0 0 18px;font-size:24px;line-height:1.25">{title}</h1>
          {children}
          <p style="margin:26px 0 0">
            <a
              href={link}
              style="display:inline-block;background:#0c5c46;color:#fff;text-decoration:none;padding:11px 22px;border-radius:10px;font-weight:600"
            >
              {linkText}
            </a>
          </p>
        </div>
      </body>
    </html>
  )
}

function SubscriptionBlock({ subscription }: { readonly subscription: Subscription }) {
  const { productName, quantity, unit, plan, id, launch } = subscription
  return (
    <div style="border:1px solid #dfe6e1;border-radius:12px;padding:16px 20px;margin:16px 0">
      <p style="margin:0;font-weight:700">{productName}</p>
      <p style="margin:2px 0 10px;color:#52645d">
        {quantityForPeople(quantity)} {unit} ({plan}), subscription {id}
      </p>
      <ol style="margin:0;padding-left:22px">
        {launch.steps.map(step => (
          <li style="margin:4px 0">{step}</li>
        ))}
      </ol>
      {launch.credential && (
        <p style="margin:12px 0 0">
          {launch.credential.label}: <code style="font-size:15px">{launch.credential.value}</code>
        </p>
      )}
    </div>
  )
}
