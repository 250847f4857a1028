import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact, redactBytes } from '../redact.js'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const numbered = (text: string) => [...text].map(each => `&#${each.codePointAt(0)};`).join('')
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
const before = '<cXML><From><Credential domain="DUNS"><Identity>visible</Identity>'
const after = '</Credential></From><Comments>visible too</Comments></cXML>'

/** Where a secret may stand, whatever it is. */
const places: Readonly<Record<string, (secret: string) => string>> = {
  'a SharedSecret': secret => `<SharedSecret>${escaped(secret)}</SharedSecret>`,
  'numeric references': secret => `<SharedSecret>${numbered(secret)}</SharedSecret>`,
  'a CDATA section': secret => `<SharedSecret><![CDATA[${secret}]]></SharedSecret>`,
  'pieces, with a comment': secret =>
    `<SharedSecret><!-- </SharedSecret> -->${escaped(secret)}<?a ${escaped(secret)}?></SharedSecret>`,
  'an element inside': secret =>
    `<SharedSecret><x a="${escaped(secret)}">${escaped(secret)}</x></SharedSecret>`,
  'an element of its own name inside': secret =>
    `<SharedSecret><SharedSecret>1</SharedSecret>${escaped(secret)}</SharedSecret>`,
  'behind what looks like its end': secret =>
    `<SharedSecret><![CDATA[</SharedSecret>]]>${escaped(secret)}</SharedSecret>`,
  'other letters, a prefix and attributes': secret =>
    `<p:SHAREDSECRET a="1" b='2>' >${escaped(secret)}</p:SHAREDSECRET>`,
  'attributes of a SharedSecret': secret => `<SharedSecret value="${escaped(secret)}"/>`,
  'an element called password': secret => `<Password>${escaped(secret)}</Password>`,
  'a CredentialMac': secret =>
    `<CredentialMac type="t" algorithm="a" creationDate="c" expirationDate="e">${escaped(secret)}</CredentialMac>`,
  'a DigitalSignature': secret => `<DigitalSignature>${escaped(secret)}</DigitalSignature>`,
  'a digest': secret => `<ds:DigestValue>${escaped(secret)}</ds:DigestValue>`,
  'an attribute sharedSecret': secret => `<X sharedSecret="${escaped(secret)}"/>`,
  'a PCard': secret =>
    `<PCard expiration="2027-01-01" number='${escaped(secret).replaceAll("'", '&apos;')}'/>`,
  'a PaymentToken': secret => `<PaymentToken token="${escaped(secret)}"/>`,
  'an Extrinsic that tells': secret => `<Extrinsic name="user&#80;assword">${escaped(secret)}</Extrinsic>`,
  'an IdReference that tells': secret => `<IdReference domain="apiKey" identifier="${escaped(secret)}"/>`,
  'an Identity that is a key': secret =>
    `<Credential domain="ApiKey"><Identity>${escaped(secret)}</Identity></Credential>`,
  'a comment with a document': secret => `<!-- <SharedSecret>${escaped(secret)}</SharedSecret> -->`,
  'a document inside': secret => `<X>${escaped(`<SharedSecret>${escaped(secret)}</SharedSecret>`)}</X>`,
  'a document in a CDATA section': secret =>
    `<X><![CDATA[<SharedSecret>${escaped(secret)}</SharedSecret>]]></X>`,
  'a document in a document inside': secret =>
    `<X a="${escaped(escaped(`<SharedSecret>${escaped(secret)}</SharedSecret>`))}"/>`,
  'a document in base64': secret => `<X>${base64(`<SharedSecret>${escaped(secret)}</SharedSecret>`)}</X>`,
  'a document, URL-encoded': secret =>
    `<X>cxml=${encodeURIComponent(`<SharedSecret>${escaped(secret)}</SharedSecret>`)}</X>`,
  'a parameter of a URL': secret =>
    `<URL>https://x.example/a?b=1&amp;access_token=${escaped(encodeURIComponent(secret))}&amp;c=2</URL>`,
  'a password in a URL': secret => `<URL>https://user:${encodeURIComponent(secret)}@x.example/</URL>`,
  'a password in JSON': secret =>
    `<X>${escaped(`{"password":${JSON.stringify(secret.replaceAll('"', ''))}}`)}</X>`,
  'an entity': secret => `<!ENTITY s "${escaped(secret)}">`,
  'the start page': secret =>
    `<StartPage><URL>https://x.example/start/${base64(secret).replace(/\W/g, '')}1234567890abcdef</URL></StartPage>`,
  // Not well-formed.
  'an end tag that is spelled wrongly': secret => `<SharedSecret>${escaped(secret)}</SharedSecre>`,
  'no end tag': secret => `<SharedSecret>${escaped(secret)}`,
  'an end tag with spaces': secret => `< SharedSecret >${escaped(secret)}</ sharedsecret >`,
  'a tag without end': secret => `<SharedSecret ${escaped(secret)}</SharedSecret>`,
  'a tag without anything': secret => `<SharedSecret${numbered(secret)}</SharedSecret>`,
  'a bare ampersand before it': secret => `<SharedSecret>a & b${escaped(secret)}</SharedSecret>`,
  'a bare angle before it': secret => `<SharedSecret>a<b "${escaped(secret)}</SharedSecret>`,
  'a CDATA section without end': secret => `<SharedSecret><![CDATA[${escaped(secret)}</SharedSecret>`,
  'a comment without end': secret => `<!-- <SharedSecret>${escaped(secret)}</SharedSecret>`,
  'behind an attribute without end': secret =>
    `<X a="b><SharedSecret>${escaped(secret)}</SharedSecret><PCard number="1234567890123456"/>`,
  'a PCard without a quote': secret => `<PCard name="a number="${escaped(secret)}"/>`,
  'a PCard that ends at once': secret => `<PCard number="${escaped(secret)}`,
}

/** Long and strange enough to stand nowhere by chance. */
const secrets = fc
  .array(fc.constantFrom(...'abcXYZ0189 <>&"\'%/+=;:#?é漢😀'), { minLength: 8, maxLength: 30 })
  .map(letters => `S${letters.join('')}t`)
  .filter(secret => !/\]\]>|-->|\?>|--/.test(secret))

describe('a secret', () => {
  it.each(Object.keys(places))('is nowhere in what is left: %s', place => {
    fc.assert(
      fc.property(secrets, secret => {
        const document = `${before}${places[place]?.(secret)}${after}`
        const left = redact(document)
        for (const form of [secret, escaped(secret), numbered(secret), encodeURIComponent(secret)]) {
          expect(left).not.toContain(form)
        }
        for (const form of [base64(secret), base64(`<SharedSecret>${escaped(secret)}</SharedSecret>`)]) {
          expect(left).not.toContain(form)
        }
        expect(left).toContain('<Identity>visible</Identity>')
        expect(left).toContain('********')
      }),
      { numRuns: 25 },
    )
  })

  it('leaves everything else as it is, letter by letter', () => {
    const around = [
      '<?xml version = "1.0"?>\r\n<cXML  a = \'1\'\t>&#65;<![CDATA[x]]><!-- y -->',
      '<b/ >\r\n</cXML >',
    ]
    expect(redact(around.join('<SharedSecret>hunter2</SharedSecret>'))).toBe(
      around.join('<SharedSecret>********</SharedSecret>'),
    )
  })

  it('of a broken document takes no more with it than what it stood in', () => {
    expect(redact(`${before}<SharedSecret>hunter2</SharedSecre>${after}`)).toBe(
      `${before}<SharedSecret>********${after}`,
    )
  })

  it('is found where else it stands, however it is written there', () => {
    const left = redact(
      `${before}<SharedSecret>hünter&amp;2</SharedSecret><Comments>h&#252;nter&amp;2, h%C3%BCnter%262, ${base64('the secret is hünter&2')}</Comments>${after}`,
    )
    expect(left).toContain('<Comments>********, ********, ********</Comments>')
  })

  it('that is a word of one or two letters is not looked for elsewhere', () => {
    expect(redact(`${before}<SharedSecret>is</SharedSecret>${after}`)).toContain('visible')
  })

  it('is no secret any more once it is taken out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(places)), secrets, (place, secret) => {
        const once = redact(`${before}${place(secret)}${after}`)
        expect(redact(once)).toBe(once)
      }),
      { numRuns: 100 },
    )
  })

  it('is not looked for in what is called like one by chance', () => {
    const innocent = `<cXML payloadID="1@x.example"><Secretary>Basic subscription: a token of thanks</Secretary><URL>https://x.example:8080/a?id=1&amp;key2=2</URL><Extrinsic name="Department">Key accounts</Extrinsic></cXML>`
    expect(redact(innocent)).toBe(innocent)
  })
})

describe('redactBytes', () => {
  it('says how often it took out what, and not what it was', () => {
    const document = `${before}<SharedSecret>hunter22</SharedSecret>${after}<PCard number="4111111111111111"/><!-- hunter22 --><Extrinsic name="password.hunter22">x</Extrinsic>`
    expect([...redactBytes(new TextEncoder().encode(document)).removed]).toEqual([
      ['SharedSecret', 1],
      ['PCard number', 1],
      ['the same elsewhere', 2],
      ['Extrinsic password.********', 1],
    ])
  })

  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf], 1],
    ['ISO-8859-1', [], 1],
    ['UTF-16, the small end first', [0xff, 0xfe], 2],
    ['UTF-32, the small end first', [0xff, 0xfe, 0, 0], 4],
  ])('takes secrets out of %s and leaves all other bytes', (_, mark, width) => {
    const bytes = (text: string) =>
      Uint8Array.from([
        ...mark,
        ...[...text].flatMap(letter => [letter.charCodeAt(0), ...Array(width - 1).fill(0)]),
      ])
    const source = bytes(`${before}<SharedSecret>hunter2</SharedSecret>\u00e9${after}`)
    for (const input of [source, source.subarray(0, -1)]) {
      const { bytes: left } = redactBytes(input)
      const letters = String.fromCharCode(...left).replaceAll('\0', '')
      expect(letters).not.toContain('hunter2')
      expect(letters).toContain('<SharedSecret>********')
      const begin = bytes(`${before}<SharedSecret>`)
      expect(left.subarray(0, begin.length)).toEqual(begin)
      const end = bytes(`\u00e9${after}`).subarray(mark.length, input === source ? undefined : -1)
      expect(left.subarray(-end.length)).toEqual(end)
    }
  })

  it('gives any bytes back as they were where there is nothing to take out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const { bytes: left, removed } = redactBytes(bytes)
        if (removed.size === 0) expect(left).toEqual(bytes)
      }),
    )
  })
})

describe('personal data', () => {
  const document = `<cXML payloadID="1@x.example"><Contact role="endUser"><Name xml:lang="en">Jane  Doe</Name><Email>jane.doe@acme.example</Email><Phone><TelephoneNumber><CountryCode isoCountryCode="US">1</CountryCode><AreaOrCityCode>415</AreaOrCityCode><Number>555-0100</Number></TelephoneNumber></Phone></Contact><Extrinsic name="UserEmail">Jane.Doe@acme.example</Extrinsic><Extrinsic name="CostCenter">4711</Extrinsic><PostalAddress name="default"><DeliverTo>Jane Doe</DeliverTo><Street>1 Main St &amp; Co</Street><City>Springfield</City></PostalAddress><Comments>Please ask jane Doe (jane.doe@acme.example), not John Roe.</Comments><SharedSecret>hunter2</SharedSecret></cXML>`

  it('stays where nobody asks for more', () => {
    expect(redact(document)).toBe(document.replace('hunter2', '********'))
  })

  it('gets the same placeholder for the same value', () => {
    const left = redact(document, { personal: true })
    expect(left).toBe(
      `<cXML payloadID="1@x.example"><Contact role="endUser"><Name xml:lang="en">Name-1</Name><Email>person-1@example.invalid</Email><Phone><TelephoneNumber><CountryCode isoCountryCode="US">1</CountryCode><AreaOrCityCode>AreaOrCityCode-1</AreaOrCityCode><Number>Phone-1</Number></TelephoneNumber></Phone></Contact><Extrinsic name="UserEmail">person-1@example.invalid</Extrinsic><Extrinsic name="CostCenter">4711</Extrinsic><PostalAddress name="default"><DeliverTo>Name-1</DeliverTo><Street>Street-1</Street><City>City-1</City></PostalAddress><Comments>Please ask Name-1 (person-1@example.invalid), not John Roe.</Comments><SharedSecret>********</SharedSecret></cXML>`,
    )
  })
})

describe('hostile text', () => {
  it.each([
    ['tags', '<SharedSecret>'],
    ['end tags', '</SharedSecret'],
    ['other tags', '<a>'],
    ['tags that end otherwise', '<a></b>'],
    ['comments', '<!--'],
    ['sections', '<![CDATA['],
    ['instructions', '<?'],
    ['declarations', '<!'],
    ['quotes', '<a b="'],
    ['ampersands', '&amp;'],
    ['layers', '&amp;lt;SharedSecret&amp;gt;'],
    ['percents', '%25'],
    ['letters', 'a'],
    ['at signs', 'a@'],
    ['URLs', '://a:b'],
    ['assignments', 'password='],
    ['base64', 'PFNoYXJlZFNlY3JldD4='],
    ['secrets', '<SharedSecret>a-secret</SharedSecret>'],
  ])('of many %s comes to an end', (_, piece) => {
    // What takes time with the square of the length takes minutes for this.
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    expect(redact(text, { personal: true })).toBeTypeOf('string')
  })
})
