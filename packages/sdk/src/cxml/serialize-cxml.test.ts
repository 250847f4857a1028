import { describe, expect, it } from 'vitest'
import { XmlElement } from '../xml/element.js'
import type { CxmlDraft } from './document.js'
import { parseCxml } from './parse-cxml.js'
import { serializeCxml } from './serialize-cxml.js'
import { validateCxml } from './validation/validate-cxml.js'

const envelope = { payloadID: '1.2@x', timestamp: '2026-01-15T10:00:00+00:00' }
const party = { credentials: [{ domain: 'NetworkID', identity: 'AN1' }] }
const header = { from: party, to: party, sender: { ...party, userAgent: 'T' } }
const total = { money: { currency: 'USD', amount: '59.97' } }

const line = {
  quantity: '3',
  lineNumber: '1',
  itemID: { supplierPartID: 'SKU', supplierPartAuxiliaryID: 'aux' },
  itemDetail: {
    unitPrice: { money: { currency: 'USD', amount: '19.99' } },
    descriptions: [{ xmlLang: 'en', shortName: 'Short', value: 'Long & wide' }],
    unitOfMeasure: 'EA',
    classifications: [{ domain: 'UNSPSC', value: '43230000' }],
  },
}

function message(change: object = {}): CxmlDraft {
  return {
    kind: 'PunchOutOrderMessage',
    ...envelope,
    header,
    message: {
      deploymentMode: 'production',
      punchOutOrderMessage: {
        buyerCookie: 'ck',
        punchOutOrderMessageHeader: { operationAllowed: 'create', total },
        itemIns: [{ ...line, ...change }],
      },
    },
  }
}

const response: CxmlDraft = {
  kind: 'Response',
  ...envelope,
  response: { status: { code: '200', text: 'OK', value: '' } },
}

describe('serializeCxml', () => {
  it('writes XML declaration, DOCTYPE and the elements in the order of the DTD', () => {
    expect(serializeCxml(message())).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">',
        '<cXML payloadID="1.2@x" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="NetworkID"><Identity>AN1</Identity></Credential></From><To><Credential domain="NetworkID"><Identity>AN1</Identity></Credential></To><Sender><Credential domain="NetworkID"><Identity>AN1</Identity></Credential><UserAgent>T</UserAgent></Sender></Header><Message deploymentMode="production"><PunchOutOrderMessage><BuyerCookie>ck</BuyerCookie><PunchOutOrderMessageHeader operationAllowed="create"><Total><Money currency="USD">59.97</Money></Total></PunchOutOrderMessageHeader><ItemIn quantity="3" lineNumber="1"><ItemID><SupplierPartID>SKU</SupplierPartID><SupplierPartAuxiliaryID>aux</SupplierPartAuxiliaryID></ItemID><ItemDetail><UnitPrice><Money currency="USD">19.99</Money></UnitPrice><Description xml:lang="en"><ShortName>Short</ShortName>Long &amp; wide</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43230000</Classification></ItemDetail></ItemIn></PunchOutOrderMessage></Message></cXML>',
        '',
      ].join('\n'),
    )
  })

  it('does not care in which order the draft has its properties', () => {
    const { itemDetail, itemID, lineNumber, quantity } = line
    const { unitPrice, ...rest } = itemDetail
    expect(serializeCxml(message({ itemDetail: { ...rest, unitPrice }, itemID, lineNumber, quantity }))).toBe(
      serializeCxml(message()),
    )
  })

  it('writes inner XML before text where an element is declared ANY', () => {
    const xml = serializeCxml(
      message({
        itemID: {
          supplierPartID: 'S',
          supplierPartAuxiliaryID: 'x',
          supplierPartAuxiliaryIDContent: '<x a="1"/>y',
        },
      }),
    )
    expect(xml).toContain('<SupplierPartAuxiliaryID><x a="1"/>y</SupplierPartAuxiliaryID>')
  })

  it('indents on demand', () => {
    expect(serializeCxml(response, { indent: true })).toContain(
      '\n  <Response>\n    <Status code="200" text="OK"/>\n',
    )
  })

  it.each([
    ['PunchOutOrderMessage', message(), '1.2.014/cXML.dtd'],
    ['Response', response, '1.2.014/cXML.dtd'],
    [
      'ConfirmationRequest',
      {
        kind: 'ConfirmationRequest',
        ...envelope,
        header,
        request: {
          deploymentMode: 'production',
          confirmationRequest: {
            confirmationHeader: { type: 'accept', noticeDate: envelope.timestamp },
            orderReference: { documentReference: { payloadID: 'x' } },
          },
        },
      } satisfies CxmlDraft,
      '1.2.028/Fulfill.dtd',
    ],
  ])('declares for %s the DTD that holds it', (_, draft, dtd) => {
    expect(serializeCxml(draft)).toContain(`SYSTEM "http://xml.cxml.org/schemas/cXML/${dtd}"`)
  })

  it('declares the version that the partner speaks', () => {
    expect(serializeCxml(response, { dtdVersion: '1.2.071' })).toContain('/1.2.071/cXML.dtd')
    expect(() => serializeCxml(response, { dtdVersion: '../x' })).toThrow(TypeError)
  })
})

describe('what must not be written', () => {
  it.each([
    [
      'an element newer than the version',
      { itemID: { supplierPartID: 'S', buyerPartID: 'B' } },
      '/ItemID/BuyerPartID: exists since cXML 1.2.028; the document declares 1.2.014',
    ],
    [
      'an attribute newer than the version',
      { itemType: 'item' },
      '/ItemIn/@itemType: exists since cXML 1.2.024; the document declares 1.2.014',
    ],
    [
      'an item without classification',
      { itemDetail: { ...line.itemDetail, classifications: [] } },
      '/ItemDetail/Classification: is missing; the DTD requires it',
    ],
    [
      'an item without unit',
      { itemDetail: { ...line.itemDetail, unitOfMeasure: undefined } },
      '/ItemDetail/UnitOfMeasure: is missing; the DTD requires it',
    ],
    [
      'a description without language',
      { itemDetail: { ...line.itemDetail, descriptions: [{ value: 'x' }] } },
      '/Description/@xml:lang: is missing; the DTD requires it',
    ],
    [
      'a quantity that is no plain decimal',
      { quantity: '1,234.5' },
      '/ItemIn/@quantity: "1,234.5" is not a plain decimal such as 1234.56',
    ],
    [
      'a quantity that is no decimal',
      { quantity: 'NaN' },
      '/ItemIn/@quantity: "NaN" is not a decimal number',
    ],
    [
      'an element in an Extrinsic that cXML does not know',
      {
        itemDetail: { ...line.itemDetail, extrinsics: [{ name: 'x', value: '', content: '<plan>a</plan>' }] },
      },
      '/Extrinsic/plan: is no element of cXML 1.2.014 (cXML.dtd)',
    ],
    [
      'an element in an Extrinsic that is not as cXML has it',
      {
        itemDetail: {
          ...line.itemDetail,
          extrinsics: [{ name: 'x', value: '', content: '<Money>1</Money>' }],
        },
      },
      '/Extrinsic/Money/@currency: is missing; the DTD requires it',
    ],
    ['a number', { quantity: 3 }, '/ItemIn/@quantity: a string was expected, not number'],
    [
      'a forbidden character',
      { itemID: { supplierPartID: 'S\u0000' } },
      '/SupplierPartID: the character U+0000 cannot stand in XML; remove it',
    ],
    [
      'half of a surrogate pair',
      { itemID: { supplierPartID: '\udc00' } },
      '/SupplierPartID: the character U+DC00',
    ],
    [
      'inner XML that is not well-formed',
      {
        itemID: { supplierPartID: 'S', supplierPartAuxiliaryID: '', supplierPartAuxiliaryIDContent: '</x>' },
      },
      'not well-formed',
    ],
  ])('is refused with the field: %s', (_, change, expected) => {
    expect(() => serializeCxml(message(change))).toThrow(
      expect.objectContaining({ name: 'CxmlError', message: expect.stringContaining(expected) }),
    )
  })

  it('is refused: two Comments where the version has one', () => {
    const order = (dtdVersion: string) =>
      serializeCxml(
        {
          kind: 'OrderRequest',
          ...envelope,
          header,
          request: {
            deploymentMode: 'production',
            orderRequest: {
              orderRequestHeader: {
                orderID: '1',
                orderDate: envelope.timestamp,
                type: 'new',
                orderType: 'regular',
                total,
                billTo: { address: { name: { xmlLang: 'en', value: 'B' } } },
                comments: [{ value: 'a' }, { value: 'b' }],
              },
              itemOuts: [line],
            },
          },
        },
        { dtdVersion },
      )
    expect(() => order('1.2.014')).toThrow('Comments: stands 2 times; cXML 1.2.014 has one')
    expect(order('1.2.048')).toContain('<Comments>a</Comments><Comments>b</Comments>')
  })

  it('is refused: both of two elements of which the DTD has one', () => {
    const credentialMac = {
      type: 'FromSenderCredentials',
      algorithm: 'HMAC-SHA1-96',
      creationDate: envelope.timestamp,
      expirationDate: envelope.timestamp,
      value: 'x',
    }
    const both = { domain: 'a', identity: 'b', sharedSecret: 'not to be seen', credentialMac }
    const draft = {
      ...message(),
      header: { ...header, sender: { credentials: [party.credentials[0], both], userAgent: 'Test 1.0' } },
    }
    expect(() => serializeCxml(draft as CxmlDraft)).toThrow(
      '/cXML/Header/Sender/Credential[2]/CredentialMac: cannot stand beside SharedSecret in cXML 1.2.014; leave one of them out',
    )
  })

  it('is refused: a value that is no name token', () => {
    const contacts = [{ role: 'end user', name: { xmlLang: 'en', value: 'A' } }]
    expect(() => serializeCxml(message({ contacts }), { dtdVersion: '1.2.024' })).toThrow(
      '/ItemIn/Contact/@role: "end user" is not a word of letters, digits, ".", "-", "_" or ":"',
    )
  })

  it('is refused: a version newer than that of the DTD', () => {
    expect(() => serializeCxml({ ...response, version: '1.2.050' })).toThrow(
      '/cXML/@version: "1.2.050" is newer',
    )
  })

  it('is refused: a timestamp that ends with Z', () => {
    expect(() => serializeCxml({ ...response, timestamp: '2026-01-15T10:00:00Z' })).toThrow(
      '/cXML/@timestamp: "2026-01-15T10:00:00Z" must end with an offset such as +00:00',
    )
  })

  it('is refused: a document without the payload that its kind names', () => {
    const draft = { ...response, kind: 'PunchOutSetupResponse' } as unknown as CxmlDraft
    expect(() => serializeCxml(draft)).toThrow('response.punchOutSetupResponse is missing')
  })
})

describe('a document without types', () => {
  const changes = parseCxml(
    `<cXML payloadID="1@x" timestamp="2026-01-15T10:00:00+00:00"><Header><From><Credential domain="a"><Identity>b</Identity></Credential></From><To><Credential domain="a"><Identity>b</Identity></Credential></To><Sender><Credential domain="a"><Identity>b</Identity></Credential><UserAgent/></Sender></Header><Message><SubscriptionChangeMessage type="new"><Subscription><InternalID>1234</InternalID><Name xml:lang="en">Q2 &amp; more</Name><Changetime>1999-03-12T18:39:09-08:00</Changetime><SupplierID domain="DUNS">942888711</SupplierID></Subscription></SubscriptionChangeMessage></Message></cXML>`,
  )

  it('is written from its envelope and the tree of its payload', () => {
    const written = serializeCxml({ ...changes, payloadID: '2@x' })
    expect(written).toContain('<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">')
    expect(written).toContain(
      '<SubscriptionChangeMessage type="new"><Subscription><InternalID>1234</InternalID>',
    )
    expect(validateCxml(written).problems).toEqual([])
    const { doctype: _, warnings: __, ...again } = parseCxml(written)
    const { warnings: ___, ...before } = changes
    expect(JSON.stringify(again)).toBe(JSON.stringify({ ...before, payloadID: '2@x' }))
  })

  it('is refused where the DTD does not allow its payload, with the place', () => {
    if (!('payload' in changes)) throw new TypeError('a tree was expected')
    const payload = new XmlElement('SubscriptionChangeMessage')
    payload.attributes.push('type', 'newest')
    expect(() => serializeCxml({ ...changes, payload })).toThrow(
      '/cXML/Message/SubscriptionChangeMessage/@type: is not one of new, update, delete',
    )
    const strange = new XmlElement('Strange')
    expect(() => serializeCxml({ ...changes, payload: strange })).toThrow(
      '/cXML/Message/Strange: is not in cXML.dtd of cXML',
    )
  })
})

describe('a copy of a document that was read', () => {
  it('is a new document, of the version that the first declared', () => {
    const read = parseCxml(serializeCxml(response, { dtdVersion: '1.2.050' }))
    const written = serializeCxml({ ...read, payloadID: '2@x' })
    expect(written).toContain('1.2.050/cXML.dtd')
    expect(parseCxml(written)).toEqual({ ...read, payloadID: '2@x' })
  })
})
