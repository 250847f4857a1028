import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CxmlDocument,
  CxmlError,
  inspectCxml,
  parseCxml,
  serializeCxml,
  type XmlElement,
} from '@punchloop/sdk/cxml'
import { XmlElement as Libxml2Element, XmlCData, XmlDocument, XmlText } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { cxmlMaterial } from '../support/root.js'

const material = cxmlMaterial()
if (material === undefined)
  console.warn('SKIPPED: no cXML material beside the clone, so no real documents are read')

interface Sample {
  /** As the folder says. */
  readonly kind: string
  readonly file: string
  readonly valid: boolean
}

const samples = material === undefined ? [] : readSamples(join(material, 'corpus'))

function readSamples(corpus: string): Sample[] {
  const [head = '', ...rows] = readFileSync(join(corpus, 'index.tsv'), 'utf8').trim().split('\n')
  const columns = head.split('\t')
  const verdicts = new Map(
    rows
      .map(row => row.split('\t'))
      .map(cells => [cells[columns.indexOf('file')], cells[columns.indexOf('dtd_valid')]]),
  )
  return readdirSync(corpus, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(corpus, name)).map(file => ({ kind: name, file: `${name}/${file}` })),
    )
    .map(sample => ({ ...sample, valid: verdicts.get(sample.file) === 'valid' }))
}

const bytesOf = (sample: Sample) => readFileSync(join(material ?? '', 'corpus', sample.file))

/** The real documents that are not well-formed, or that we refuse to touch. */
const refused = new Map([
  [
    'PunchOutOrderMessage/nelsonrmoura-odp-io-punchout-app__punchout-order-message.xml',
    'a bare "&" in payloadID',
  ],
  ['ResponseStatusOnly/PurchasingPlatform-cxml__response_status_400.xml', 'a bare "<" in an attribute'],
])

/** Elements, attributes and text in order: what both readers must find. */
interface Seen {
  readonly name: string
  readonly attributes: readonly string[]
  readonly content: readonly (string | Seen)[]
}

function seenByUs(element: XmlElement): Seen {
  const content: (string | Seen)[] = []
  for (const child of element.children) {
    if (typeof child === 'string') addText(content, child)
    else if ('name' in child) content.push(seenByUs(child))
    else if (child.kind === 'cdata') addText(content, child.text)
  }
  const attributes: string[] = []
  for (let index = 0; index < element.attributes.length; index += 2) {
    const name = element.attributes[index] ?? ''
    if (!name.startsWith('xmlns')) attributes.push(`${name}=${element.attributes[index + 1]}`)
  }
  return { name: element.name, attributes: attributes.sort(), content }
}

function seenByLibxml2(element: Libxml2Element): Seen {
  const content: (string | Seen)[] = []
  for (let child = element.firstChild; child !== null; child = child.next) {
    if (child instanceof Libxml2Element) content.push(seenByLibxml2(child))
    else if (child instanceof XmlText || child instanceof XmlCData) addText(content, child.content)
  }
  const qualified = (node: { prefix: string; name: string }) =>
    node.prefix === '' ? node.name : `${node.prefix}:${node.name}`
  return {
    name: qualified(element),
    attributes: element.attrs.map(attribute => `${qualified(attribute)}=${attribute.value}`).sort(),
    content,
  }
}

function addText(content: (string | Seen)[], text: string): void {
  const last = content.at(-1)
  if (typeof last === 'string') content[content.length - 1] = last + text
  else if (text !== '') content.push(text)
}

function byLibxml2(bytes: Uint8Array): Seen {
  const document = XmlDocument.fromBuffer(bytes)
  try {
    return seenByLibxml2(document.root)
  } finally {
    document.dispose()
  }
}

function rootOf(document: { readonly root?: unknown }): XmlElement {
  if (document.root === undefined) throw new Error('has no tree')
  return document.root as XmlElement
}

/** Every string in a typed message, with its property. */
function stringsIn(value: unknown, property = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[property, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner, Array.isArray(value) ? property : key),
  )
}

describe.skipIf(material === undefined)('real documents', () => {
  it.each(samples.filter(({ file }) => refused.has(file)))(
    'that are not safe to read are refused: $file',
    sample => {
      expect(() => parseCxml(bytesOf(sample))).toThrow(
        expect.objectContaining({ status: 406, line: expect.any(Number) }),
      )
    },
  )

  const readable = samples.filter(({ file }) => !refused.has(file))

  it.each(readable)('are read without loss: $file', sample => {
    const bytes = bytesOf(sample)
    const { document } = inspectCxml(bytes)
    expect(seenByUs(rootOf(document))).toEqual(byLibxml2(bytes))
  })

  it.each(readable)('are written as they were read: $file', sample => {
    const bytes = bytesOf(sample)
    const { document } = inspectCxml(bytes)
    // What inspectCxml reads may be incomplete for the compiler; what is written is the tree.
    const written = serializeCxml(document as CxmlDocument)
    expect(byLibxml2(new TextEncoder().encode(written))).toEqual(byLibxml2(bytes))
    // As JSON: places in the tree differ with the line ends.
    const again = { ...inspectCxml(written).document, warnings: [] }
    expect(JSON.stringify(again)).toBe(JSON.stringify({ ...document, warnings: [] }))
  })

  it.each(readable)('have their kind, and every word of them stands in the document: $file', sample => {
    const bytes = bytesOf(sample)
    const { document } = inspectCxml(bytes)
    const { kind, warnings: _, doctype: __, ...message } = document
    if (!isMisplaced(sample))
      expect(kind).toBe(sample.kind === 'ResponseStatusOnly' ? 'Response' : sample.kind)
    // Of a kind without types the payload is the tree, which has been compared.
    const { payload: ___, ...typed } = { payload: undefined, ...message }
    const text = JSON.stringify(byLibxml2(bytes))
    for (const [property, value] of stringsIn(typed)) {
      if (defaulted.includes(property)) continue
      if (property === 'amount' || property === 'quantity') continue
      expect(text, property).toContain(JSON.stringify(value).slice(1, -1))
    }
  })

  it.each(readable.filter(({ valid }) => valid))(
    'that are valid give no warning but for the DOCTYPE: $file',
    sample => {
      const { warnings } = parseCxml(bytesOf(sample))
      expect(warnings.filter(({ code }) => code !== 'WARN_CXML_DOCTYPE')).toEqual([])
    },
  )

  it('are nearly all complete enough to work with', () => {
    const incomplete = readable.filter(sample => isRefused(bytesOf(sample)))
    // Templates with {{ placeholders }}, fragments without a Header, orders without a line.
    expect(incomplete.length).toBeLessThanOrEqual(28)
    expect(readable.length).toBeGreaterThan(110)
  })
})

/** What has a value where the document says nothing. */
const defaulted = [
  'deploymentMode',
  'type',
  'orderType',
  'operationAllowed',
  'operation',
  'purpose',
  'content',
]

/** A ConfirmationRequest inside a Response. */
function isMisplaced({ file }: Sample): boolean {
  return file === 'ConfirmationRequest/PurchasingPlatform-cxml__envelope3.xml'
}

function isRefused(bytes: Uint8Array): boolean {
  try {
    parseCxml(bytes)
    return false
  } catch (error) {
    expect(error).toBeInstanceOf(CxmlError)
    expect(error).toMatchObject({
      status: 400,
      path: expect.stringMatching(/^\/cXML/),
      line: expect.any(Number),
    })
    return true
  }
}

describe.skipIf(material === undefined)('the exactness probe', () => {
  it('is read exactly', () => {
    const document = parseCxml(readFileSync(join(material ?? '', 'exactness-probe.xml')))
    if (document.kind !== 'OrderRequest') throw new Error(document.kind)
    const { orderRequestHeader, itemOuts } = document.request.orderRequest
    expect(orderRequestHeader.total.money).toEqual({
      currency: 'USD',
      amount: '1234.56',
      originalText: '1,234.56',
    })
    expect(document.header.from.credentials).toEqual([
      { domain: 'NetworkID', identity: 'AN-1' },
      { domain: 'DUNS', identity: '123' },
    ])
    expect(document.header.sender.credentials[0]?.sharedSecret).toBe('a&b')
    expect(
      itemOuts.map(({ quantity, itemDetail }) => [quantity, itemDetail?.unitPrice.money.amount]),
    ).toEqual([
      ['1.5', '19.99'],
      ['2', '0.0125'],
    ])
    expect(itemOuts[0]?.itemID.supplierPartID).toBe('007')
    expect(itemOuts[0]?.itemDetail?.classifications).toEqual([
      { domain: 'UNSPSC', value: '44121701' },
      { domain: 'eCl@ss', value: '27-06' },
    ])
    expect(itemOuts[0]?.itemDetail?.descriptions).toEqual([
      { xmlLang: 'en', shortName: 'Short', value: 'Long text' },
    ])
    expect(document.warnings).toEqual([])
  })
})
