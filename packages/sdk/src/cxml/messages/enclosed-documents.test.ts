import { describe, expect, it } from 'vitest'
import { draftEnvelope } from '../../../test/draft-envelope.js'
import { XmlElement } from '../../xml/element.js'
import type { CxmlDraft, RequestDocument, ResponseDocument } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { parseEnclosed } from '../parse-enclosed.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'

const inner = `<cXML payloadID="inner@buyer.example" timestamp="2026-01-15T09:00:00+00:00"><Header><From><Credential domain="NetworkID"><Identity>AN01</Identity></Credential></From><To><Credential domain="DUNS"><Identity>942888711</Identity></Credential></To><Sender><Credential domain="NetworkID"><Identity>AN01</Identity></Credential><UserAgent/></Sender></Header><Request deploymentMode="test"><ProfileRequest/></Request></cXML>`
const doctype = '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">'

/** A document as a tree, for what encloses it. */
function treeOf(xml: string): XmlElement {
  const { root } = parseCxml(xml)
  if (root === undefined) throw new Error('not parsed')
  return root
}

describe('GetPendingResponse', () => {
  const answer = `${doctype}<cXML payloadID="outer@hub.example" timestamp="2026-01-15T10:00:00+00:00"><Response><Status code="200" text="OK"/><GetPendingResponse>${inner}${inner.replace('inner@', 'second@')}</GetPendingResponse></Response></cXML>`

  it('brings whole documents, each to be read on its own', () => {
    const document = parseCxml(answer) as ResponseDocument<'GetPendingResponse'>
    expect(document).toMatchObject({
      kind: 'GetPendingResponse',
      payloadID: 'outer@hub.example',
      warnings: [],
    })
    const documents = document.response.getPendingResponse.cXMLs.map(parseEnclosed)
    expect(documents).toMatchObject([
      { kind: 'ProfileRequest', payloadID: 'inner@buyer.example', request: { deploymentMode: 'test' } },
      { kind: 'ProfileRequest', payloadID: 'second@buyer.example' },
    ])
    expect(serializeCxml(document)).toContain(inner)
  })

  it('is written with documents that were read', () => {
    const draft: CxmlDraft = {
      kind: 'GetPendingResponse',
      payloadID: 'o@hub.example',
      timestamp: '2026-01-15T10:00:00+00:00',
      response: {
        status: { code: '200', text: 'OK', value: '' },
        getPendingResponse: { cXMLs: [treeOf(inner)] },
      },
    }
    const xml = serializeCxml(draft)
    expect(xml).toContain(`<GetPendingResponse>${inner}</GetPendingResponse>`)
    expect(validateCxml(xml).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const nothing = { ...draft, response: { ...draft.response, getPendingResponse: { cXMLs: [] } } }
    expect(() => serializeCxml(nothing as CxmlDraft)).toThrow('GetPendingResponse/cXML: is missing')
    const other = {
      ...draft,
      response: { ...draft.response, getPendingResponse: { cXMLs: [new XmlElement('Order')] } },
    }
    expect(() => serializeCxml(other as CxmlDraft)).toThrow('GetPendingResponse/cXML')
  })
})

describe('GetPendingRequest', () => {
  it('asks for some kinds of documents since a time', () => {
    const draft: CxmlDraft = {
      ...draftEnvelope('supplier', 'poll'),
      kind: 'GetPendingRequest',
      request: {
        getPendingRequest: {
          maxMessages: '5',
          lastReceivedTimestamp: '2026-01-14T10:00:00+00:00',
          messageTypes: ['OrderRequest', 'SubscriptionChangeMessage'],
        },
      },
    }
    const xml = serializeCxml(draft)
    expect(validateCxml(xml).problems).toEqual([])
    expect(parseCxml(xml)).toMatchObject({ ...draft, warnings: [] })
  })
})

describe('CopyRequest', () => {
  const draftOf = (
    copyRequest: Extract<CxmlDraft, { kind: 'CopyRequest' }>['request']['copyRequest'],
  ): CxmlDraft => ({
    ...draftEnvelope('buyer', 'copy'),
    kind: 'CopyRequest',
    request: { copyRequest },
  })
  const attached = {
    processingMode: 'info',
    cXMLAttachment: { attachment: { url: 'cid:order@buyer.example' } },
  }

  it('names the document that comes with it', () => {
    const xml = serializeCxml(draftOf(attached), { dtdVersion: '1.2.024' })
    expect(validateCxml(xml).problems).toEqual([])
    const { request, warnings } = parseCxml(xml) as RequestDocument<'CopyRequest'>
    expect(warnings).toEqual([])
    expect(request.copyRequest).toEqual(attached)
    expect(() => serializeCxml(draftOf(attached))).toThrow('@processingMode: exists since cXML 1.2.024')
  })

  it('holds the document itself, the old way, and never both nor neither', () => {
    const xml = serializeCxml(draftOf({ cXML: treeOf(inner) }))
    const { request } = parseCxml(xml) as RequestDocument<'CopyRequest'>
    const { cXML } = request.copyRequest
    expect(cXML && parseEnclosed(cXML).payloadID).toBe('inner@buyer.example')
    expect(() => serializeCxml(draftOf({}))).toThrow('CopyRequest/cXMLAttachment: is missing')
    const both = draftOf({ cXMLAttachment: attached.cXMLAttachment, cXML: treeOf(inner) })
    expect(() => serializeCxml(both)).toThrow('cXML: cannot stand beside cXMLAttachment')
  })
})

describe('parseEnclosed', () => {
  it('says what is wrong in the enclosed document, with its own place', () => {
    const { root } = parseCxml(
      `${doctype}<cXML payloadID="o" timestamp="t"><Response><Status code="200" text="OK"/><GetPendingResponse><cXML payloadID="i"><Request><ProfileRequest/></Request></cXML></GetPendingResponse></Response></cXML>`,
    )
    const enclosed = root?.child('Response')?.child('GetPendingResponse')?.child('cXML')
    if (enclosed === undefined) throw new Error('no document')
    expect(() => parseEnclosed(enclosed)).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_FIELD_MISSING', path: '/cXML/Header' }),
    )
  })
})
