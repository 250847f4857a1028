import type { CxmlDraft } from '@punchloop/sdk/cxml'

/*
 * Documents of the usual size and make: indented, a few Extrinsics, accounting on every line, text beyond ASCII. The
 * same for the same arguments.
 */

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="1768471200.4211@acme.coupahost.example" timestamp="2026-01-15T10:00:00+00:00" xml:lang="en-US">
  <Header>
    <From>
      <Credential domain="DUNS">
        <Identity>123456789</Identity>
      </Credential>
    </From>
    <To>
      <Credential domain="DUNS">
        <Identity>987654321</Identity>
      </Credential>
    </To>
    <Sender>
      <Credential domain="DUNS">
        <Identity>123456789</Identity>
        <SharedSecret>not a secret</SharedSecret>
      </Credential>
      <UserAgent>Procurement 1.0</UserAgent>
    </Sender>
  </Header>
`

/** A `PunchOutSetupRequest` of 2.1 KB. */
export function setupRequest(): string {
  return `${head}  <Request>
    <PunchOutSetupRequest operation="create">
      <BuyerCookie>c64af92dc27e68172e030d3dfd1bc944</BuyerCookie>
      <Extrinsic name="FirstName">Jörg</Extrinsic>
      <Extrinsic name="LastName">Muster</Extrinsic>
      <Extrinsic name="UniqueName">jmuster</Extrinsic>
      <Extrinsic name="UserEmail">joerg.muster@acme.example</Extrinsic>
      <Extrinsic name="BusinessUnit">Research &amp; Development</Extrinsic>
      <Extrinsic name="CostCenter">4711</Extrinsic>
      <Extrinsic name="User">jmuster</Extrinsic>
      <BrowserFormPost>
        <URL>https://acme.coupahost.example/punchout/checkout?id=42&amp;trip=7</URL>
      </BrowserFormPost>
      <Contact role="endUser">
        <Name xml:lang="en-US">Jörg Muster</Name>
        <Email>joerg.muster@acme.example</Email>
      </Contact>
      <SupplierSetup>
        <URL>https://supplier.example/cxml</URL>
      </SupplierSetup>
      <ShipTo>
        <Address addressID="HQ">
          <Name xml:lang="en-US">Acme Headquarters</Name>
          <PostalAddress name="default">
            <Street>1 Main Street</Street>
            <City>Springfield</City>
            <State>IL</State>
            <PostalCode>62701</PostalCode>
            <Country isoCountryCode="US">United States</Country>
          </PostalAddress>
        </Address>
      </ShipTo>
    </PunchOutSetupRequest>
  </Request>
</cXML>
`
}

/** An `OrderRequest`; 114 KB for 100 lines. */
export function order(lines: number): string {
  const items = Array.from({ length: lines }, (_, index) => orderLine(index + 1))
  return `${head}  <Request deploymentMode="production">
    <OrderRequest>
      <OrderRequestHeader orderID="PO-4711" orderDate="2026-01-15T10:00:00+00:00" type="new">
        <Total>
          <Money currency="USD">${decimal(totalOf(lines))}</Money>
        </Total>
        <ShipTo>
          <Address addressID="HQ">
            <Name xml:lang="en-US">Acme Headquarters</Name>
          </Address>
        </ShipTo>
        <BillTo>
          <Address addressID="AP">
            <Name xml:lang="en-US">Acme Accounts Payable</Name>
          </Address>
        </BillTo>
        <Tax>
          <Money currency="USD">0.00</Money>
          <Description xml:lang="en-US">Exempt</Description>
        </Tax>
        <Comments xml:lang="en-US">Please deliver before noon – &amp; ring twice.</Comments>
        <Extrinsic name="legacy_po">4711</Extrinsic>
      </OrderRequestHeader>
${items.join('')}    </OrderRequest>
  </Request>
</cXML>
`
}

function orderLine(number: number): string {
  const { name, maker, code } = productOf(number)
  const tax = `
        <Tax>
          <Money currency="USD">0.00</Money>
          <Description xml:lang="en-US">Exempt</Description>
        </Tax>`
  return `      <ItemOut quantity="${quantityOf(number)}" lineNumber="${number}">
        <ItemID>
          <SupplierPartID>SKU-${number}</SupplierPartID>
          <SupplierPartAuxiliaryID>cart-4f3a-${number}</SupplierPartAuxiliaryID>
        </ItemID>
        <ItemDetail>
          <UnitPrice>
            <Money currency="USD">${decimal(priceOf(number))}</Money>
          </UnitPrice>
          <Description xml:lang="en-US">${name.replace('&', '&amp;')}, seat ${number}</Description>
          <UnitOfMeasure>EA</UnitOfMeasure>
          <Classification domain="UNSPSC">${code}</Classification>
          <ManufacturerName>${maker.replace('&', '&amp;')}</ManufacturerName>
          <Extrinsic name="LineType">Quantity</Extrinsic>
          <Extrinsic name="plan">annual</Extrinsic>
        </ItemDetail>${number % 10 === 0 ? tax : ''}
        <Distribution>
          <Accounting name="Charge">
            <AccountingSegment id="${6000 + (number % 40)}">
              <Name xml:lang="en-US">Account</Name>
              <Description xml:lang="en-US">Software</Description>
            </AccountingSegment>
          </Accounting>
          <Charge>
            <Money currency="USD">${decimal(amountOf(number))}</Money>
          </Charge>
        </Distribution>
      </ItemOut>
`
}

/** A `PunchOutOrderMessage` to write. */
export function cart(lines: number) {
  const buyer = { credentials: [{ domain: 'DUNS', identity: '123456789' }] }
  const supplier = { credentials: [{ domain: 'DUNS', identity: '987654321' }] }
  return {
    kind: 'PunchOutOrderMessage',
    payloadID: '1768471200.4212@supplier.example',
    timestamp: '2026-01-15T10:05:00+00:00',
    xmlLang: 'en-US',
    header: { from: supplier, to: buyer, sender: { ...supplier, userAgent: 'Supplier 1.0' } },
    message: {
      deploymentMode: 'production',
      punchOutOrderMessage: {
        buyerCookie: 'c64af92dc27e68172e030d3dfd1bc944',
        punchOutOrderMessageHeader: {
          operationAllowed: 'create',
          total: { money: { currency: 'USD', amount: decimal(totalOf(lines)) } },
        },
        itemIns: Array.from({ length: lines }, (_, index) => cartLine(index + 1)),
      },
    },
  } as const satisfies CxmlDraft
}

function cartLine(number: number) {
  const { name, maker, code } = productOf(number)
  return {
    quantity: String(quantityOf(number)),
    lineNumber: String(number),
    itemID: { supplierPartID: `SKU-${number}`, supplierPartAuxiliaryID: `cart-4f3a-${number}` },
    itemDetail: {
      unitPrice: { money: { currency: 'USD', amount: decimal(priceOf(number)) } },
      descriptions: [{ xmlLang: 'en-US', value: `${name}, seat ${number}` }],
      unitOfMeasure: 'EA',
      classifications: [{ domain: 'UNSPSC', value: code }],
      manufacturerPartID: `M-${number}`,
      manufacturerName: maker,
      extrinsics: [
        { name: 'LineType', value: 'Quantity' },
        { name: 'plan', value: 'annual' },
      ],
    },
  }
}

const products = [
  { name: 'Licence “Größe L” & support', maker: 'Brightstack', code: '43232300' },
  { name: 'Analytics, team plan', maker: 'Maker & Sons', code: '43232306' },
  { name: 'Tableur avancé', maker: 'Éditions Réunies', code: '43232110' },
  { name: '表計算ソフト', maker: '株式会社サンプル', code: '43232110' },
] as const

function productOf(number: number): (typeof products)[number] {
  return products[number % products.length] ?? products[0]
}

function quantityOf(number: number): bigint {
  return 1n + (BigInt(number) % 4n)
}

/** Cents. */
function priceOf(number: number): bigint {
  return 1000n + ((BigInt(number) * 7919n) % 90_000n)
}

function amountOf(number: number): bigint {
  return priceOf(number) * quantityOf(number)
}

function totalOf(lines: number): bigint {
  return Array.from({ length: lines }, (_, index) => amountOf(index + 1)).reduce(
    (sum, cents) => sum + cents,
    0n,
  )
}

/** Cents → `"29.98"`. */
function decimal(cents: bigint): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
