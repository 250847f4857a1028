import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffCxml } from './diff-cxml.js'

const line = (number: number, change = '') =>
  `<ItemOut quantity="1" lineNumber="${number}"><ItemID><SupplierPartID>SKU-${number}</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">19.99</Money></UnitPrice><Description xml:lang="en">Part ${number}${change}</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232300</Classification></ItemDetail></ItemOut>`

interface Parts {
  readonly root?: string
  readonly secret?: string
  readonly domain?: string
  readonly header?: string
  readonly lines?: string
}

const order = ({
  root = 'payloadID="1@x" timestamp="2026-01-15T10:00:00+00:00"',
  secret = 's3cret',
  domain = 'DUNS',
  header = 'orderID="1" orderDate="2026-01-15T10:00:00+00:00"',
  lines = line(1) + line(2),
}: Parts = {}) =>
  `<cXML ${root}><Header><From><Credential domain="${domain}"><Identity>1</Identity></Credential><Credential domain="NetworkID"><Identity>AN1</Identity></Credential></From><To><Credential domain="DUNS"><Identity>2</Identity></Credential></To><Sender><Credential domain="DUNS"><Identity>1</Identity><SharedSecret>${secret}</SharedSecret></Credential><UserAgent>T</UserAgent></Sender></Header><Request deploymentMode="production"><OrderRequest><OrderRequestHeader ${header}><Total><Money currency="USD">39.98</Money></Total></OrderRequestHeader>${lines}</OrderRequest></Request></cXML>`

describe('two documents mean the same', () => {
  it.each([
    [
      'with another payloadID and timestamp',
      { root: 'timestamp="2027-01-01T00:00:00+00:00" payloadID="2@y"' },
    ],
    ['with attributes in another order', { header: 'orderDate="2026-01-15T10:00:00+00:00" orderID="1"' }],
    [
      'with what the DTD says anyway',
      { header: 'orderID="1" type="new" orderDate="2026-01-15T10:00:00+00:00"' },
    ],
    [
      'with the same instant in another zone',
      { header: 'orderID="1" orderDate="2026-01-15T05:00:00-05:00"' },
    ],
    ['with a domain in other letters', { domain: 'duns' }],
    ['with space between elements', { lines: `\n  ${line(1)}\n\t${line(2)}\n` }],
    ['with space around a value', { lines: line(1, '  ') + line(2) }],
    ['with comments', { lines: `<!-- one -->${line(1)}${line(2)}` }],
    ['with a CDATA section', { lines: line(1).replace('Part 1', '<![CDATA[Part]]> 1') + line(2) }],
    ['with an amount that is written otherwise', { lines: line(1).replace('19.99', '19.990') + line(2) }],
    ['with a quantity that is written otherwise', { lines: line(1).replace('"1"', '"1.0"') + line(2) }],
  ])('%s', (_, change: Parts) => {
    expect(diffCxml(order(), order(change))).toEqual({ same: true, differences: [] })
  })

  it('with credentials and Extrinsics in another order', () => {
    const from = (...children: readonly string[]) => `<cXML><From>${children.join('')}</From></cXML>`
    const credential = (identity: string) =>
      `<Credential domain="D"><Identity>${identity}</Identity></Credential>`
    const extrinsic = (name: string) => `<Extrinsic name="${name}">x</Extrinsic>`
    const children = [credential('1'), credential('2'), extrinsic('a'), extrinsic('b')]
    expect(diffCxml(from(...children), from(...children.toReversed())).same).toBe(true)
  })

  it('with names in an order that the DTD does not have', () => {
    expect(diffCxml('<cXML><A/><B/></cXML>', '<cXML><B/><A/></cXML>').same).toBe(true)
  })

  it('in another encoding, with another DOCTYPE', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.071/cXML.dtd">${order()}`
    const bytes = Uint8Array.of(
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, each => each.charCodeAt(0)).buffer),
    )
    expect(diffCxml(order(), bytes).same).toBe(true)
  })
})

describe('two documents differ', () => {
  const differences = (change: Parts) => diffCxml(order(), order(change)).differences

  it('in a value: with both, and where they stand', () => {
    const [difference, ...others] = differences({
      lines: `\n${line(1)}\n${line(2).replace('19.99', '19.98')}`,
    })
    expect(others).toEqual([])
    expect(difference).toMatchObject({
      kind: 'changed',
      left: {
        line: 1,
        path: '/cXML/Request/OrderRequest/ItemOut[2]/ItemDetail/UnitPrice/Money',
        value: '19.99',
      },
      right: {
        line: 3,
        path: '/cXML/Request/OrderRequest/ItemOut[2]/ItemDetail/UnitPrice/Money',
        value: '19.98',
      },
    })
  })

  it('in an attribute: changed, added, removed', () => {
    const header = '/cXML/Request/OrderRequest/OrderRequestHeader'
    const found = differences({ header: 'orderID="2" orderVersion="1" type="update"' })
    expect(found).toHaveLength(4)
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'changed',
          left: expect.objectContaining({ path: `${header}/@orderID`, value: '1' }),
        }),
        expect.objectContaining({
          kind: 'removed',
          left: expect.objectContaining({ path: `${header}/@orderDate` }),
        }),
        expect.objectContaining({
          kind: 'added',
          right: expect.objectContaining({ path: `${header}/@orderVersion`, value: '1' }),
        }),
        expect.objectContaining({
          kind: 'added',
          right: expect.objectContaining({ path: `${header}/@type`, value: 'update' }),
        }),
      ]),
    )
  })

  it('by a line that was put in between: one difference', () => {
    const found = differences({ lines: line(1) + line(3) + line(2) })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      kind: 'added',
      right: { path: '/cXML/Request/OrderRequest/ItemOut[2]' },
    })
  })

  it('by an element in another place', () => {
    expect(differences({ lines: line(2) + line(1) })).toMatchObject([{ kind: 'moved' }])
  })

  it('in a secret, without showing it', () => {
    const found = differences({ secret: 'other' })
    expect(found).toMatchObject([
      { kind: 'changed', left: { value: '********' }, right: { value: '********' } },
    ])
    expect(JSON.stringify(found)).not.toMatch(/s3cret|other/)
  })

  it('by a credential, whose secret is not shown either', () => {
    const more = order().replace(
      '<UserAgent>',
      '<Credential domain="X"><Identity>9</Identity><SharedSecret>s3cret</SharedSecret></Credential><UserAgent>',
    )
    const { differences: found } = diffCxml(order(), more)
    expect(found).toMatchObject([{ kind: 'added', right: { path: '/cXML/Header/Sender/Credential[2]' } }])
    expect(JSON.stringify(found)).not.toContain('s3cret')
  })

  it('by each line that is changed, and by no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 10 }), changed => {
        const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
        const right = numbers.map(number => line(number, changed.includes(number) ? ' other' : '')).join('')
        const { differences: found } = diffCxml(
          order({ lines: numbers.map(number => line(number)).join('') }),
          order({ lines: right }),
        )
        const paths = found.flatMap(difference => ('left' in difference ? [difference.left.path] : []))
        expect(paths).toEqual(
          changed
            .toSorted((a, b) => a - b)
            .map(number => `/cXML/Request/OrderRequest/ItemOut[${number}]/ItemDetail/Description`),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('takes time with the documents, and lists a thousand differences', () => {
    const many = (price: string) =>
      order({
        lines: Array.from({ length: 9_000 }, (_, index) => line(index).replace('19.99', price)).join(''),
      })
    const { differences: found } = diffCxml(many('1'), many('2'))
    expect(found).toHaveLength(1_000)
  })

  it('in an attribute: where it stands', () => {
    const [difference] = diffCxml(
      '<cXML>\n<A b="1"\n  a="1"/></cXML>',
      "<cXML><A  a = '2' b='1'/></cXML>",
    ).differences
    expect(difference).toMatchObject({ left: { line: 3, column: 3 }, right: { line: 1, column: 11 } })
  })

  it('by the order of what stands in text', () => {
    const comments = (inside: string) => `<cXML><Extrinsic name="x">${inside}</Extrinsic></cXML>`
    const found = diffCxml(comments('a <b/> c <i/> d'), comments('a <i/> c <b/> d')).differences
    expect(found.map(({ kind }) => kind)).toContain('moved')
  })

  it('in a secret of any kind, without showing it', () => {
    const document = (secret: string) =>
      `<cXML><PCard number="${secret}"/><Extrinsic name="Password">${secret}</Extrinsic><URL>https://x.example/?token=${secret}</URL><CredentialMac><b>${secret}</b></CredentialMac></cXML>`
    const found = diffCxml(document('marker-one'), document('marker-two')).differences
    expect(found).toHaveLength(4)
    expect(JSON.stringify(found)).not.toContain('marker')
    const { differences } = diffCxml(document('marker-one'), '<cXML/>')
    expect(differences).toHaveLength(4)
    expect(JSON.stringify(differences)).not.toContain('marker')
  })

  it.each([
    ['equal', (index: number) => `<A b="${index % 2}"/>`],
    ['different', (index: number) => `<A b="${index}"/>`],
    ['numbered', (index: number) => `<A lineNumber="${index}"/>`],
    ['of many names', (index: number) => `<A${index}/>`],
  ])('of 30,000 children that are %s, in the opposite order', (_, child) => {
    // What takes time with the square of the children takes minutes for this.
    const children = Array.from({ length: 30_000 }, (_, index) => child(index))
    const document = (order: readonly string[]) => `<cXML>${order.join('')}</cXML>`
    expect(diffCxml(document(children), document(children.toReversed())).differences.length).toBeLessThan(
      1001,
    )
  })

  it('where one is no document: it says why', () => {
    expect(() => diffCxml(order(), '<cXML>')).toThrow('not well-formed')
    expect(() => diffCxml(order(), '<html/>')).toThrow('cXML was expected')
  })
})
