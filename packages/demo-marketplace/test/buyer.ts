import { type Browser, createBrowser, type Page } from './browser.js'
import { secret, type TestShop } from './shop.js'

interface Trip {
  readonly browser: Browser
  /** Where the shopper landed. */
  readonly first: Page
}

interface Shopping {
  readonly buyer?: string
  readonly email?: string
  readonly firstName?: string
  readonly selectedItem?: string | readonly string[]
  readonly deploymentMode?: 'production' | 'test'
}

let documents = 0

/** The buyer sends a PunchOutSetupRequest and its user opens the StartPage. */
export async function startTrip(shop: TestShop, shopping: Shopping = {}): Promise<Trip> {
  const { buyer = 'NORTHWIND', email = 'emma.reyes@northwind.example', firstName = 'Emma' } = shopping
  const answer = await sendCxml(
    shop,
    buyer,
    `<Request deploymentMode="${shopping.deploymentMode ?? 'production'}"><PunchOutSetupRequest operation="create">
      <BuyerCookie>cookie-${++documents}</BuyerCookie>
      <Extrinsic name="FirstName">${escapeXml(firstName)}</Extrinsic><Extrinsic name="LastName">Reyes</Extrinsic>
      <Extrinsic name="UniqueName">emma</Extrinsic><Extrinsic name="UserEmail">${email}</Extrinsic>
      <BrowserFormPost><URL>${shop.formPost}</URL></BrowserFormPost>
      <Contact role="endUser"><Name xml:lang="en-US">Emma</Name><Email>${email}</Email></Contact>
      ${selected(shopping.selectedItem)}
    </PunchOutSetupRequest></Request>`,
  )
  const startPage = /<StartPage>\s*<URL>([^<]+)<\/URL>/.exec(answer)?.[1]
  if (startPage === undefined) throw new Error(`No StartPage in ${answer}`)
  const browser = createBrowser(shop.market.url)
  const page = await browser.get(startPage.replaceAll('&amp;', '&'))
  const action = /<form[^>]*action="([^"]+)"/.exec(page.html)?.[1]
  if (action === undefined) throw new Error(`No form on the StartPage:\n${page.html}`)
  const first = await browser.send(action, {
    method: 'POST',
    body: new URLSearchParams(),
    headers: { Origin: shop.market.url },
  })
  return { browser, first }
}

/** The cart on the page that returns it, as text of the PunchOutOrderMessage. */
export function readCart(page: Page): string {
  const field = /name="cxml-base64"\s+value="([^"]+)"/i.exec(page.html)?.[1]
  if (field === undefined) throw new Error(`No cart on this page (${page.status}):\n${page.html}`)
  return Buffer.from(field, 'base64').toString()
}

/** The buyer approves and orders what was in the cart. */
export async function order(
  shop: TestShop,
  orderID: string,
  cart: string,
  changes: {
    readonly unitPrice?: string
    readonly version?: string
    readonly type?: 'new' | 'update' | 'delete'
    /** A file that travels with the order. */
    readonly attachment?: {
      readonly fileName: string
      readonly contentType: string
      readonly content: string
    }
  } = {},
): Promise<string> {
  const read = (pattern: RegExp) => pattern.exec(cart)?.[1] ?? ''
  const quantity = read(/<ItemIn[^>]*quantity="([^"]+)"/)
  const unitPrice = changes.unitPrice ?? read(/<UnitPrice>\s*<Money[^>]*>([^<]+)</)
  const total = read(/<Total>\s*<Money[^>]*>([^<]+)</)
  const itemID = read(/(<ItemID>[\s\S]*?<\/ItemID>)/)
  const test = /deploymentMode="test"/.test(cart) ? 'test' : 'production'
  return sendCxml(
    shop,
    'NORTHWIND',
    `<Request deploymentMode="${test}"><OrderRequest>
      <OrderRequestHeader orderID="${orderID}" orderDate="2026-11-24T10:00:00-08:00" type="${changes.type ?? 'new'}"${changes.version ? ` orderVersion="${changes.version}"` : ''}>
        <Total><Money currency="USD">${total}</Money></Total>
        <ShipTo><Address><Name xml:lang="en-US">Northwind</Name></Address></ShipTo>
        <BillTo><Address><Name xml:lang="en-US">Northwind</Name></Address></BillTo>
        ${changes.attachment ? '<Comments><Attachment><URL>cid:file@buyer.example</URL></Attachment></Comments>' : ''}
      </OrderRequestHeader>
      <ItemOut quantity="${quantity}" lineNumber="1">${itemID}
        <ItemDetail><UnitPrice><Money currency="USD">${unitPrice}</Money></UnitPrice>
          <Description xml:lang="en-US">${read(/<Description[^>]*>(?:<ShortName>[^<]*<\/ShortName>)?([^<]*)</)}</Description>
          <UnitOfMeasure>${read(/<UnitOfMeasure>([^<]+)</)}</UnitOfMeasure>
          <Classification domain="UNSPSC">${read(/<Classification[^>]*>([^<]+)</)}</Classification></ItemDetail></ItemOut>
    </OrderRequest></Request>`,
    changes.attachment,
  )
}

export async function sendCxml(
  shop: TestShop,
  identity: string,
  content: string,
  file?: { readonly fileName: string; readonly contentType: string; readonly content: string },
): Promise<string> {
  const credential = (name: string, extra = '') =>
    `<Credential domain="NetworkID"><Identity>${name}</Identity>${extra}</Credential>`
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="${++documents}.${shop.clock.now.getTime()}@buyer.example" timestamp="2026-11-23T01:00:00-08:00"><Header>
<From>${credential(identity)}</From><To>${credential('BRIGHTSTACK')}</To>
<Sender>${credential(identity, `<SharedSecret>${secret}</SharedSecret>`)}<UserAgent>Test</UserAgent></Sender></Header>${content}</cXML>`
  const message =
    file === undefined
      ? { body, contentType: 'text/xml; charset=UTF-8' }
      : {
          contentType: 'multipart/related; boundary=part',
          body: [
            `--part\r\nContent-Type: text/xml\r\n\r\n${body}\r\n`,
            `--part\r\nContent-Type: ${file.contentType}\r\nContent-ID: <file@buyer.example>\r\n`,
            `Content-Disposition: attachment; filename="${file.fileName}"\r\n\r\n${file.content}\r\n--part--\r\n`,
          ].join(''),
        }
  const response = await fetch(shop.market.supplier.cxmlUrl, {
    method: 'POST',
    body: message.body,
    headers: { 'Content-Type': message.contentType },
  })
  return response.text()
}

/** `PART`, or `PART#AUXILIARY`. */
function selected(partNumbers: string | readonly string[] = []): string {
  return [partNumbers]
    .flat()
    .map(number => {
      const [part, auxiliary] = number.split('#')
      const told =
        auxiliary === undefined ? '' : `<SupplierPartAuxiliaryID>${auxiliary}</SupplierPartAuxiliaryID>`
      return `<SelectedItem><ItemID><SupplierPartID>${part}</SupplierPartID>${told}</ItemID></SelectedItem>`
    })
    .join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
