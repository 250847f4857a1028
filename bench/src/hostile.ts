import { defaultLimits } from '@punchloop/sdk/cxml'

/** A way to make a document large on purpose. */
export interface Dimension {
  readonly name: string
  /** The limit that stops it. */
  readonly limit: string
  /** `share` of the limit: 1 is all of it. */
  readonly document: (share: number) => string
}

const { bytes, depth, attributes, attributeValue, nodes, text, items } = defaultLimits

const inRequest = (content: string): string =>
  `<cXML payloadID="1@x" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="a"><Identity>b</Identity></Credential></From><To><Credential domain="a"><Identity>b</Identity></Credential></To><Sender><Credential domain="a"><Identity>b</Identity></Credential><UserAgent/></Sender></Header><Request>${content}</Request></cXML>`

const inSetup = (content: string): string =>
  inRequest(
    `<PunchOutSetupRequest operation="create"><BuyerCookie>c</BuyerCookie>${content}</PunchOutSetupRequest>`,
  )

const times = (count: number, content: string): string => content.repeat(Math.floor(count))

const line = (price: string): string =>
  `<ItemOut quantity="1"><ItemID><SupplierPartID>x</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">${price}</Money></UnitPrice><Description xml:lang="en">x</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232300</Classification></ItemDetail></ItemOut>`

const inOrder = (content: string): string =>
  inRequest(
    `<OrderRequest><OrderRequestHeader orderID="1" orderDate="2026-01-15T10:00:00+00:00"><Total><Money currency="USD">1</Money></Total><BillTo><Address><Name xml:lang="en">x</Name></Address></BillTo></OrderRequestHeader>${content}</OrderRequest>`,
  )

/** What an attacker can make large, up to the limit that stops it. */
export const dimensions: readonly Dimension[] = [
  {
    name: 'elements',
    limit: 'nodes',
    document: share => inSetup(times(nodes * share * 0.9, '<Extrinsic name=""/>')),
  },
  { name: 'unknown elements', limit: 'nodes', document: share => inSetup(times(nodes * share - 40, '<x/>')) },
  {
    name: 'elements in the wrong order',
    limit: 'nodes',
    document: share => inSetup(times((nodes * share) / 2 - 40, '<ShipTo/><Extrinsic name="x"/>')),
  },
  { name: 'order lines', limit: 'items', document: share => inOrder(times(items * share, line('1'))) },
  {
    name: 'long numbers in lines',
    limit: 'items',
    document: share => inOrder(times(items * share, line('9'.repeat(64)))),
  },
  {
    name: 'numbers that are none',
    limit: 'items',
    document: share => inOrder(times(items * share, line('1,1,1,1,1,1,1,1,1,1'))),
  },
  {
    name: 'text of one element',
    limit: 'text',
    document: share => inSetup(`<Extrinsic name="x">${'x'.repeat(text * share)}</Extrinsic>`),
  },
  {
    name: 'spaces around a value',
    limit: 'text',
    document: share => inSetup(`<Extrinsic name="x">${' '.repeat(text * share - 2)}x </Extrinsic>`),
  },
  {
    name: 'references',
    limit: 'text',
    document: share => inSetup(`<Extrinsic name="x">${'&#38;'.repeat(text * share * 0.9)}</Extrinsic>`),
  },
  {
    name: 'CDATA sections',
    limit: 'nodes',
    document: share =>
      inSetup(`<Extrinsic name="x">${times(nodes * share - 40, '<![CDATA[]]>')}</Extrinsic>`),
  },
  { name: 'comments', limit: 'nodes', document: share => inSetup(times(nodes * share - 40, '<!---->')) },
  {
    name: 'one comment',
    limit: 'bytes',
    document: share => inSetup(`<!--${'- '.repeat((bytes * share) / 2 - 500)}-->`),
  },
  {
    name: 'attributes of one element',
    limit: 'attributes',
    document: share =>
      inSetup(
        `<Extrinsic ${Array.from({ length: attributes * share }, (_, index) => `a${index}="1"`).join(' ')}/>`,
      ),
  },
  {
    name: 'attributes of many elements',
    limit: 'bytes',
    document: share =>
      inSetup(times((bytes * share) / 60 - 20, '<Extrinsic name="x" a="1" b="2" c="3" d="4" e="5" f="6"/>')),
  },
  {
    name: 'one attribute',
    limit: 'attribute value',
    document: share => inSetup(`<Extrinsic name="${'&lt;'.repeat(attributeValue * share)}"/>`),
  },
  {
    name: 'depth',
    limit: 'depth',
    document: share =>
      inSetup(
        `<Extrinsic name="x">${times(depth * share - 5, '<a>')}${times(depth * share - 5, '</a>')}</Extrinsic>`,
      ),
  },
  {
    name: 'one long name',
    limit: 'bytes',
    document: share => inSetup(`<${'n'.repeat((bytes * share) / 2 - 500)}/>`),
  },
  { name: 'line ends', limit: 'bytes', document: share => inSetup('\r\n'.repeat((bytes * share) / 2 - 500)) },
  { name: 'less-than signs', limit: 'bytes', document: share => inSetup('<'.repeat(bytes * share - 1000)) },
  {
    name: 'tags that are not closed',
    limit: 'depth',
    document: share => inSetup('<a>'.repeat((bytes * share) / 3 - 500)),
  },
  {
    name: 'markup in an Extrinsic',
    limit: 'nodes',
    document: share =>
      inSetup(`<Extrinsic name="x">${times((nodes * share) / 2 - 40, '<b>x</b>')}</Extrinsic>`),
  },
  {
    name: 'text between elements',
    limit: 'nodes',
    document: share => inSetup(times((nodes * share) / 2 - 40, 'x<!---->')),
  },
]
