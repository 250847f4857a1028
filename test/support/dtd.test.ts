import { describe, expect, it } from 'vitest'
import { byLibxml2, byXmllint, hasXmllint, validateByDtd } from './dtd.js'
import { cxmlMaterial } from './root.js'

const material = cxmlMaterial()

const response = (doctype: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/${doctype}">
<cXML payloadID="1@a" timestamp="2026-01-01T00:00:00+00:00"><Response>${content}</Response></cXML>`
const status = '<Status code="200" text="OK"/>'

describe.skipIf(material === undefined).each([
  { name: 'xmllint', validator: byXmllint, isHere: hasXmllint() },
  { name: 'libxml2 in WebAssembly', validator: byLibxml2, isHere: true },
])('holding documents against DTDs by $name', ({ validator, isHere }) => {
  const validate = (xml: string) => validateByDtd(material ?? '', xml, validator)

  it.skipIf(!isHere)('finds nothing in a valid document', () => {
    expect(validate(response('1.2.014/cXML.dtd', status))).toEqual({ dtd: '1.2.014/cXML.dtd', problems: [] })
  })

  it.skipIf(!isHere)('finds what the DTD does not allow', () => {
    const { problems } = validate(response('1.2.014/cXML.dtd', '<Status code="200"/><Nonsense/>'))
    expect(problems.join('\n')).toContain('Nonsense')
  })

  it.skipIf(!isHere)('takes the nearest newer version of a DTD that is not at hand', () => {
    expect(validate(response('1.2.015/cXML.dtd', status)).dtd).toBe('1.2.020/cXML.dtd')
  })

  it.skipIf(!isHere)('refuses a document that names no DTD', () => {
    expect(validate('<cXML/>').problems).toEqual(['the DOCTYPE names no cXML DTD'])
  })
})
