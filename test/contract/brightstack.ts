import { type Marketplace, startMarketplace } from '@punchloop/demo-marketplace'
import { type Mailbox, memoryMailbox, startMailServer } from '@punchloop/demo-marketplace/mailbox'
import { type MockCoupa, moveSeedSupplier, startMockCoupa } from '@punchloop/mock-coupa'

export const secrets = {
  sharedSecret: 'orders and carts',
  inboundSecret: 'confirmations',
  openBuyCredentials: 'search',
}

/** The marketplace under test, a mock Coupa that buys there, and a mail server. */
export interface Brightstack {
  readonly coupa: MockCoupa
  readonly market: Marketplace
  readonly mailbox: Mailbox
  close(): Promise<void>
}

export async function startBrightstack(): Promise<Brightstack> {
  const mailbox = memoryMailbox()
  const mail = await startMailServer({ port: 0, mailbox })
  const coupa = await startMockCoupa({ port: 0 })
  const market = await startMarketplace({
    port: 0,
    credentials: [{ domain: 'NetworkID', identity: 'BRIGHTSTACK' }],
    buyers: [
      {
        id: 'northwind',
        name: 'Northwind Instruments',
        credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }],
        sharedSecrets: [secrets.sharedSecret],
        browserFormPostOrigins: [coupa.url],
        confirmations: {
          url: `${coupa.url}/cxml/order_confirmation_request`,
          sharedSecret: secrets.inboundSecret,
        },
        openBuy: { credentials: secrets.openBuyCredentials },
      },
      {
        id: 'globex',
        name: 'Globex',
        profile: 'srm',
        credentials: [{ domain: 'NetworkID', identity: 'GLOBEX' }],
        sharedSecrets: [secrets.sharedSecret],
        browserFormPostOrigins: [coupa.url],
        oci: { username: 'globex', passwords: [secrets.sharedSecret] },
      },
    ],
    mail,
    mailbox,
  })
  const { cxmlUrl, openBuyUrl } = market.supplier
  await coupa.company.update(company => moveSeedSupplier(company, { ...secrets, cxmlUrl, openBuyUrl }))
  return {
    coupa,
    market,
    mailbox,
    async close() {
      await coupa.close()
      await market.close()
      await mail.close()
    },
  }
}

/**
 * What a browser does between Coupa and Coupa: opens the StartPage, goes to the product, chooses, presses Request
 * approval. Gives back the fields of the form that carries the cart.
 */
export async function requestApproval(
  startPageUrl: string,
  choice: { readonly product: string; readonly plan?: string; readonly quantity?: string },
): Promise<Record<string, string>> {
  const { product, ...wanted } = choice
  const { origin } = new URL(startPageUrl)
  const cookies = new Map<string, string>()
  const visit = async (path: string, fields?: Record<string, string>): Promise<string> => {
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location !== null) return visit(location)
    return response.text()
  }
  const start = await visit(startPageUrl)
  await visit(attribute(start, /<form[^>]*\saction="([^"]*)"/), {})
  const page = await visit(`/products/${product}`)
  const cart = await visit(`/products/${product}/request`, {
    csrf: attribute(page, /name="csrf" value="([^"]*)"/),
    ...wanted,
  })
  return { 'cxml-base64': attribute(cart, /name="cxml-base64"\s+value="([^"]*)"/i) }
}

function attribute(html: string, pattern: RegExp): string {
  const value = pattern.exec(html)?.[1]
  if (value === undefined) throw new Error(`${pattern} is not on this page:\n${html}`)
  return value.replaceAll('&amp;', '&')
}
