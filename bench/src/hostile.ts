import { defaultLimits, type Limits } from '@punchloop/sdk/cxml'

/** A way to make a document large on purpose. */
export interface Dimension {
  readonly name: string
  /** The limit that stops it. */
  readonly limit: keyof Limits
  /** `share` of the limit: 1 is as much as passes. */
  readonly document: (share: number) => string
  /** What `parseCxml` says of it; without this, it reads it. */
  readonly refusal?: string
}

const { bytes, depth, attributes, attributeValue, nodes, text, items } = defaultLimits

/** What stands around, in nodes and in bytes. */
const around = { nodes: 40, bytes: 1000 }

const inRequest = (content: string): string =>
  `<cXML payloadID="1@x" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="a"><Identity>b</Identity></Credential></From><To><Credential domain="a"><Identity>b</Identity></Credential></To><Sender><Credential domain="a"><Identity>b</Identity></Credential><UserAgent/></Sender></Header><Request>${content}</Request></cXML>`

const inSetup = (content: string): string =>
  inRequest(
    `<PunchOutSetupRequest operation="create"><BuyerCookie>c</BuyerCookie>${content}</PunchOutSetupRequest>`,
  )

const inExtrinsic = (content: string): string => inSetup(`<Extrinsic name="x">${content}</Extrinsic>`)

const inOrder = (content: string, price = '1'): string =>
  inRequest(
    `<OrderRequest><OrderRequestHeader orderID="1" orderDate="2026-01-15T10:00:00+00:00"><Total><Money currency="USD">${price}</Money></Total><BillTo><Address><Name xml:lang="en">x</Name></Address></BillTo></OrderRequestHeader>${content}</OrderRequest>`,
  )

const line = (price: string): string =>
  `<ItemOut quantity="1"><ItemID><SupplierPartID>x</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">${price}</Money></UnitPrice><Description xml:lang="en">x</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232300</Classification></ItemDetail></ItemOut>`

const times = (count: number, content: string): string => content.repeat(Math.floor(count))

const numbered = (count: number, content: (number: number) => string): string =>
  Array.from({ length: Math.floor(count) }, (_, index) => content(index)).join('')

/** So often that it makes so many nodes. */
const nodesOf = (share: number, content: string, each: number): string =>
  times((nodes * share - around.nodes) / each, content)

/** So often that it makes so many bytes. */
const bytesOf = (share: number, content: string): string =>
  times((bytes * share - around.bytes) / content.length, content)

/** What an attacker can make large, up to the limit that stops it. */
export const dimensions: readonly Dimension[] = [
  {
    name: 'elements',
    limit: 'nodes',
    document: share => inSetup(nodesOf(share, '<Extrinsic name=""/>', 1)),
  },
  { name: 'unknown elements', limit: 'nodes', document: share => inSetup(nodesOf(share, '<x/>', 1)) },
  {
    name: 'unknown, each different',
    limit: 'nodes',
    document: share => inSetup(numbered(nodes * share - around.nodes, number => `<x${number}/>`)),
  },
  {
    name: 'elements out of order',
    limit: 'nodes',
    document: share => inSetup(nodesOf(share, '<ShipTo/><Extrinsic name="x"/>', 2)),
    refusal: 'ERR_CXML_FIELD_DOUBLED',
  },
  {
    name: 'elements doubled',
    limit: 'nodes',
    document: share => inSetup(nodesOf(share, '<Contact><Name xml:lang="en">x</Name></Contact>', 3)),
  },
  { name: 'order lines', limit: 'items', document: share => inOrder(times(items * share, line('1'))) },
  {
    name: 'lines with long numbers',
    limit: 'items',
    document: share => inOrder(times(items * share, line('9'.repeat(64)))),
  },
  {
    name: 'lines without numbers',
    limit: 'items',
    document: share => inOrder(times(items * share, line('1,1,1,1,1,1,1,1,1,1'))),
    refusal: 'ERR_CXML_FIELD_INVALID',
  },
  {
    name: 'digits of one number',
    limit: 'text',
    document: share => inOrder(line('1'), '9'.repeat(text * share)),
    refusal: 'ERR_CXML_FIELD_INVALID',
  },
  { name: 'text of one element', limit: 'text', document: share => inExtrinsic('x'.repeat(text * share)) },
  {
    name: 'spaces around a value',
    limit: 'text',
    document: share => inExtrinsic(`${' '.repeat(text * share - 2)}x `),
  },
  { name: 'references', limit: 'bytes', document: share => inExtrinsic(bytesOf(share, '&#x0000026;')) },
  {
    name: 'CDATA sections',
    limit: 'nodes',
    document: share => inExtrinsic(nodesOf(share, '<![CDATA[]]>', 1)),
  },
  { name: 'comments', limit: 'nodes', document: share => inSetup(nodesOf(share, '<!---->', 1)) },
  {
    name: 'one long comment',
    limit: 'bytes',
    document: share => inSetup(`<!--${bytesOf(share, '- ')}-->`),
  },
  {
    name: 'attributes of one',
    limit: 'attributes',
    document: share => inSetup(`<Extrinsic ${numbered(attributes * share, number => `a${number}="1" `)}/>`),
  },
  {
    name: 'attributes of many',
    limit: 'bytes',
    document: share => inSetup(bytesOf(share, '<Extrinsic name="x" a="1" b="2" c="3" d="4" e="5" f="6"/>')),
  },
  {
    name: 'all attributes of many',
    limit: 'bytes',
    document: share =>
      inSetup(
        bytesOf(
          share,
          `<Extrinsic name="x" ${numbered(attributes - 1, number => `a${number}="${number}" `)}/>`,
        ),
      ),
  },
  {
    name: 'length of an attribute',
    limit: 'attributeValue',
    document: share => inSetup(`<Extrinsic name="${'&lt;'.repeat(attributeValue * share)}"/>`),
  },
  {
    name: 'long attributes of one',
    limit: 'attributes',
    document: share =>
      inSetup(
        `<Extrinsic ${numbered(attributes * share - 1, number => `a${number}="${'x'.repeat(40_000)}" `)}/>`,
      ),
  },
  {
    name: 'namespaces',
    limit: 'bytes',
    document: share => inExtrinsic(bytesOf(share, '<p:a xmlns:p="urn:x" p:b="1" c="2"><p:d/></p:a>')),
  },
  {
    name: 'depth',
    limit: 'depth',
    document: share => inExtrinsic(`${times(depth * share - 5, '<a>')}${times(depth * share - 5, '</a>')}`),
  },
  {
    name: 'one long name',
    limit: 'bytes',
    document: share => inSetup(`<${bytesOf(share, 'n')}/>`),
  },
  {
    name: 'line ends of a value',
    limit: 'text',
    document: share => inExtrinsic('\r\n'.repeat(text * share)),
  },
  {
    name: 'line ends of a comment',
    limit: 'bytes',
    document: share => inSetup(`<!--${bytesOf(share, '\r\n')}-->`),
  },
  {
    name: 'less-than signs',
    limit: 'bytes',
    document: share => inSetup(bytesOf(share, '<')),
    refusal: 'ERR_CXML_SYNTAX',
  },
  {
    name: 'ampersands',
    limit: 'bytes',
    document: share => inExtrinsic(bytesOf(share, '&')),
    refusal: 'ERR_CXML_SYNTAX',
  },
  {
    name: 'tags left open',
    limit: 'bytes',
    document: share => inSetup(bytesOf(share, '<a>')),
    refusal: 'ERR_CXML_LIMIT',
  },
  {
    name: 'one quote left open',
    limit: 'bytes',
    document: share => inSetup(`<a b="${bytesOf(share, 'x')}`),
    refusal: 'ERR_CXML_SYNTAX',
  },
  {
    name: 'markup in an Extrinsic',
    limit: 'nodes',
    document: share => inExtrinsic(nodesOf(share, '<b>x</b>', 2)),
  },
  {
    name: 'text between elements',
    limit: 'nodes',
    document: share => inSetup(nodesOf(share, 'x<!---->', 2)),
  },
]
