import { describe, expect, it } from 'vitest'
import { parseCxml } from './parse-cxml.js'
import { prettyPrint, redact } from './redact.js'

const credential = (secret: string) => `<Credential domain="D"><Identity>I</Identity>${secret}</Credential>`

describe('redact', () => {
  it.each([
    ['SharedSecret', '<SharedSecret>hunter2</SharedSecret>'],
    ['a secret in pieces', '<SharedSecret>hun<!--hunter2--><![CDATA[ter2]]></SharedSecret>'],
    ['a secret with an element inside', '<SharedSecret><x>hunter2</x></SharedSecret>'],
    [
      'CredentialMac',
      '<CredentialMac type="t" algorithm="a" creationDate="c" expirationDate="e">hunter2</CredentialMac>',
    ],
    ['DigitalSignature', '<DigitalSignature type="x">hunter2</DigitalSignature>'],
    [
      'a secret in a CDATA section of another document',
      '<X><![CDATA[<SharedSecret>hunter2</SharedSecret>]]></X>',
    ],
    ['a secret in a comment', '<!-- <SharedSecret>hunter2</SharedSecret> -->'],
    ['other letter case and a prefix', '<x:sharedsecret>hunter2</x:sharedsecret>'],
  ])('hides %s and keeps the elements', (_, secret) => {
    const shown = redact(`<cXML>${credential(secret)}<Identity>visible</Identity></cXML>`)
    expect(shown).not.toContain('hunter2')
    expect(shown).toContain('********')
    expect(shown).toContain('<Identity>visible</Identity>')
    expect(() => prettyPrint(shown)).not.toThrow()
  })

  it('hides the number of a purchasing card', () => {
    expect(redact('<cXML><PCard number="4111111111111111" expiration="2027-01-01"/></cXML>')).toContain(
      '<PCard number="********" expiration="2027-01-01"/>',
    )
  })

  it.each([
    ['is not well-formed', '<cXML><SharedSecret>hun&ter2</SharedSecret><b>visible'],
    ['ends inside the secret', '<cXML><b>visible</b><SharedSecret>hunter2'],
    ['is not XML', 'visible SharedSecret <SHAREDSECRET >hunter2</ sharedsecret>'],
  ])('hides what it can in a document that %s', (_, text) => {
    const shown = redact(text)
    expect(shown).not.toContain('ter2')
    expect(shown).toContain('visible')
  })

  it('takes bytes in any encoding, broken ones included', () => {
    const bytes = Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', c => c.charCodeAt(0))
    expect(redact(bytes)).toContain('<a>é</a>')
    expect(redact(Uint8Array.of(0x3c, 0xff, 0x3e))).toBe('<\ufffd>')
  })

  it('takes linear time on hostile text', () => {
    const start = process.cpuUsage()
    redact('<SharedSecret>'.repeat(200_000))
    redact(`<${'a'.repeat(1_000_000)}`)
    redact('</SharedSecret'.repeat(200_000))
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3)
  })
})

describe('prettyPrint', () => {
  it('indents, and changes nothing that counts', () => {
    const xml =
      '<cXML payloadID="x" timestamp="t"><Response><Status code="200" text="OK"> kept  </Status></Response></cXML>'
    const pretty = prettyPrint(xml)
    expect(pretty).toContain('\n  <Response>\n    <Status code="200" text="OK"> kept  </Status>\n')
    expect(parseCxml(pretty)).toMatchObject({ kind: 'Response', response: { status: { code: '200' } } })
  })

  it('leaves what does not parse as it is', () => {
    expect(prettyPrint('<a')).toBe('<a')
  })
})
