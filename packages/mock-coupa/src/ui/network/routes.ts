import { randomBytes } from 'node:crypto'
import Router from '@koa/router'
import type { Context } from 'koa'
import { readBody } from '../../cxml/read-body.js'
import { CoupaError } from '../../errors.js'
import {
  defaultTransactionRules,
  type RuleName,
  type TransactionRules,
} from '../../network/transaction-rules.js'
import { type Fields, readFields } from '../fields.js'
import { iconImage, iconPath, stylesheetPath } from '../layout/document.js'
import { setPageHeaders } from '../page-headers.js'
import { stylesheet } from '../style/stylesheet.js'
import { type NetworkOverview, overviewPage } from './overview-page.js'
import { networkPagePaths } from './paths.js'

/** What people do on the page. */
export interface NetworkActions {
  resend(id: number): void
  chooseRules(buyer: string, rules: TransactionRules): void
}

const largestForm = 16 * 1024

/** The one page of a network, and what it needs. Whoever can reach it may be anybody's administrator. */
export function networkPages(actions: NetworkActions, look: () => NetworkOverview): Router {
  const router = new Router()
  router.post(networkPagePaths.resend, ctx => act(ctx, () => actions.resend(Number(ctx.params.id))))
  router.post(networkPagePaths.rules, async ctx => {
    const body = await readBody(ctx, largestForm)
    const fields = readFields(new TextDecoder().decode(body))
    return act(ctx, () => actions.chooseRules(fields.text('buyer'), rulesIn(fields)))
  })
  router.get('/', ctx => {
    setPageHeaders(ctx, { nonce: randomBytes(16).toString('base64'), leaves: false })
    ctx.type = 'html'
    ctx.body = overviewPage(look())
  })
  const assets = [
    [stylesheetPath, 'text/css; charset=utf-8', stylesheet],
    [iconPath, 'image/svg+xml', iconImage],
  ] as const
  for (const [path, type, body] of assets) {
    router.get(path, ctx => {
      ctx.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff' })
      ctx.type = type
      ctx.body = body
    })
  }
  return router
}

/** Back to the page, or in plain words why not. */
function act(ctx: Context, work: () => void): void {
  const refusal = refusalOf(ctx, work)
  if (refusal === undefined) {
    ctx.redirect('/')
    ctx.status = 303
  } else {
    ctx.status = refusal.status
    ctx.type = 'text/plain; charset=utf-8'
    ctx.body = refusal.message
  }
}

/** Forms of other sites are not ours: the page has no session that could tell them apart. */
function refusalOf(ctx: Context, work: () => void): { status: number; message: string } | undefined {
  const site = ctx.get('sec-fetch-site')
  if (site !== '' && site !== 'same-origin') {
    return { status: 403, message: 'This form is not from the network’s own page.' }
  }
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof CoupaError) return { status: error.status, message: error.message }
    throw error
  }
}

const ruleNames = Object.keys(defaultTransactionRules) as readonly RuleName[]

function rulesIn(fields: Fields): TransactionRules {
  const chosen = ruleNames.map(name => [name, fields.isChecked(name)] as const)
  return { ...defaultTransactionRules, ...Object.fromEntries(chosen) }
}
