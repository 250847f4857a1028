import { describe, expect, it } from 'vitest'
import { validateCxml } from './validate-cxml.js'

const confirmation =
  '<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Request><ConfirmationRequest/></Request></cXML>'
const response =
  '<cXML payloadID="1" timestamp="2026-01-15T10:00:00+00:00"><Response><Status code="200" text="OK"/></Response></cXML>'

function chosenFor(doctype: string, body = response) {
  const { dtd, problems, valid } = validateCxml(`${doctype}\n${body}`)
  return {
    dtd: dtd && `${dtd.version}/${dtd.file}`,
    codes: problems.map(({ code }) => code),
    valid,
    problems,
  }
}

describe('the DTD that a document is held against', () => {
  it.each([
    ['http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd', '1.2.014/cXML'],
    ['http://xml.cXML.org/schemas/cXML/1.1.010/cXML.dtd', '1.1.010/cXML'],
    ['https://XML.CXML.ORG/schemas/cxml/1.2.024/fulfill.DTD', '1.2.024/Fulfill'],
    // Of versions that are not known the next newer one of that file.
    ['http://xml.cxml.org/schemas/cXML/1.2.011/cXML.dtd', '1.2.014/cXML'],
    ['http://xml.cxml.org/schemas/cXML/1.1.007/cXML.dtd', '1.1.010/cXML'],
    ['http://xml.cxml.org/schemas/cXML/1.2.014/Fulfill.dtd', '1.2.024/Fulfill'],
    ['http://xml.cxml.org/schemas/cXML/1.2.037/Quote.dtd', '1.2.048/Quote'],
  ])('%s: %s', (systemId, dtd) => {
    expect(chosenFor(`<!DOCTYPE cXML SYSTEM "${systemId}">`)).toMatchObject({ dtd, codes: [], valid: true })
  })

  it.each([
    ['a bare file name', 'cXML.dtd', '1.2.071/cXML', 'WARN_CXML_DOCTYPE', 'no version'],
    [
      'another place',
      'http://example.com/1.2.014/cXML.dtd',
      '1.2.014/cXML',
      'WARN_CXML_DOCTYPE',
      'the published place is',
    ],
    [
      'another DTD',
      'http://example.com/order.dtd',
      '1.2.071/cXML',
      'WARN_CXML_DOCTYPE',
      "none of cXML's DTDs",
    ],
    [
      'a template',
      'http://xml.cxml.org/schemas/cXML/{{v}}/cXML.dtd',
      '1.2.071/cXML',
      'WARN_CXML_DOCTYPE',
      'no version',
    ],
    [
      'a newer version',
      'http://xml.cxml.org/schemas/cXML/1.2.099/cXML.dtd',
      '1.2.071/cXML',
      'WARN_CXML_VERSION',
      '1.2.099',
    ],
  ])('%s is a warning', (...[, systemId, dtd, code, words]) => {
    const { problems, ...chosen } = chosenFor(`<!DOCTYPE cXML SYSTEM "${systemId}">`)
    expect(chosen).toEqual({ dtd, codes: [code], valid: true })
    expect(problems[0]?.message).toContain(words)
  })

  it('of a document without DOCTYPE is the newest that has the payload', () => {
    expect(chosenFor('')).toMatchObject({ dtd: '1.2.071/cXML', codes: ['WARN_CXML_DOCTYPE'], valid: true })
    expect(chosenFor('', confirmation).dtd).toBe('1.2.071/Fulfill')
  })

  it('is told when the document says a version that is newer still', () => {
    expect(chosenFor('', response.replace('<cXML ', '<cXML version="1.3.001" ')).codes).toContain(
      'WARN_CXML_VERSION',
    )
  })
})

describe('an internal subset', () => {
  const doctype = (subset: string) =>
    `<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd"\n [${subset}]>`

  it('without effect is a warning, and lines stay where they are', () => {
    const { valid, problems } = chosenFor(doctype(' <!ENTITY % SGML-help "INCLUDE"> <!-- x -->\n'))
    expect(valid).toBe(true)
    expect(problems).toMatchObject([{ code: 'WARN_CXML_DOCTYPE', line: 4, column: 1 }])
  })

  it.each([
    '<!ENTITY x "y">',
    '<!ENTITY % x SYSTEM "http://example.com/x">',
    '<!ENTITY % x "y"> %x;',
    '<!ENTITY % x "%y;">',
    '<!ATTLIST cXML version CDATA "1">',
    '<!ELEMENT cXML ANY>',
  ])('%s is refused', subset => {
    expect(chosenFor(doctype(subset))).toMatchObject({ valid: false, codes: ['ERR_CXML_DOCTYPE'] })
  })
})
