import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cart, returned, setupXml, startTestSupplier } from '../../test/start-test-supplier.js'
import type { Buyer } from '../buyers/buyer.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { validateCxml } from '../cxml/validation/validate-cxml.js'
import type { Cart } from '../punchout/cart.js'
import { detectProfile } from './detect-profile.js'
import type { PartnerProfile, ProfileName } from './profile.js'
import { isProfileName, profiles } from './profiles.js'

const names = Object.keys(profiles).filter(isProfileName)

function start(profile: Buyer['profile'], more: Partial<Buyer> = {}) {
  const buyer: Buyer = {
    id: 'acme',
    name: 'Acme',
    credentials: [{ domain: 'NetworkID', identity: 'AN01' }],
    sharedSecrets: ['marker-secret-5f3a'],
    browserFormPostOrigins: ['https://buyer.example'],
    ...(profile === undefined ? {} : { profile }),
    ...more,
  }
  return startTestSupplier({ buyers: [buyer], operations: ['edit', 'inspect'] })
}

async function returnBy(profile: Buyer['profile'], wanted: Cart, more: Partial<Buyer> = {}) {
  const world = start(profile, more)
  const { cookie } = await world.openSession()
  const session = await world.supplier.session(
    new Request('https://market.example/', { headers: { cookie } }),
  )
  if (session === undefined) throw new Error('no session')
  const { request, response } = await world.supplier.returnCart(session, wanted)
  const { field, document, xml } = await returned(response)
  if (document.kind !== 'PunchOutOrderMessage') throw new Error(document.kind)
  return { request, field, xml, document, message: document.message.punchOutOrderMessage }
}

const withLine = (change: Partial<Cart['lines'][number]>): Cart => ({
  ...cart,
  lines: cart.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)),
})

describe.each(names)('a cart for %s', name => {
  it('is valid in the version of cXML that the profile names', async () => {
    const { xml, document } = await returnBy(name, cart)
    expect(validateCxml(xml).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const version = profiles[name].versions.PunchOutOrderMessage
    if (version !== undefined) expect(document.doctype?.dtdVersion).toBe(version)
  })

  it('allows later what the shop can do and the system offers', async () => {
    const { message } = await returnBy(name, cart)
    expect(message.punchOutOrderMessageHeader.operationAllowed).toBe(profiles[name].cart.operations)
  })
})

describe('a profile', () => {
  it('of nobody in particular changes nothing', async () => {
    const [without, generic] = [await returnBy(undefined, cart), await returnBy('generic', cart)]
    expect(generic.xml).toBe(without.xml)
  })

  it('cuts what the system would cut, and keeps what it sent', async () => {
    const long = `${'é'.repeat(1200)}`
    const { request, message } = await returnBy('ariba', withLine({ description: long }))
    expect(message.itemIns[0]?.itemDetail.descriptions[0]?.value).toBe('é'.repeat(1000))
    expect(request.lines[0]?.description).toBe('é'.repeat(1000))
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'
    const { message: emoji } = await returnBy(
      'oracle',
      withLine({ description: `${'x'.repeat(237)}${family}` }),
    )
    expect(emoji.itemIns[0]?.itemDetail.descriptions[0]?.value).toBe('x'.repeat(237))
  })

  it.each([
    ['ariba', { supplierPartID: 'A{1}' }, 'lines[0].supplierPartID has the character {'],
    [
      'jaggaer',
      { supplierPartID: 'X'.repeat(101) },
      'lines[0].supplierPartID has 101 characters; this buyer takes 100',
    ],
    ['jaggaer', { unitPrice: '0.00015' }, 'lines[0].unitPrice has more than 4 digits'],
    ['jaggaer', { extrinsics: [{ name: 'Note', value: 'x'.repeat(101) }] }, 'lines[0].extrinsics has 101'],
  ] as const)('refuses for %s what it would change or refuse: %j', async (name, change, problem) => {
    await expect(returnBy(name, withLine(change))).rejects.toThrow(problem)
    await expect(returnBy('coupa', withLine(change))).resolves.toBeDefined()
  })

  it('is overridden by configuration', async () => {
    const own: PartnerProfile = {
      ...profiles.coupa,
      cart: { ...profiles.coupa.cart, units: { EA: 'ST' }, encoding: 'cxml-urlencoded' },
    }
    const { field, message, request } = await returnBy(own, cart)
    expect(field.name).toBe('cxml-urlencoded')
    expect(message.itemIns[0]?.itemDetail.unitOfMeasure).toBe('ST')
    // The order will say ST as well.
    expect(request.lines[0]?.unitOfMeasure).toBe('ST')
    expect((await returnBy(own, cart, { formEncoding: 'cxml-base64' })).field.name).toBe('cxml-base64')
  })

  it('of a name that nobody knows is refused at construction', () => {
    expect(() => start('kupa' as ProfileName)).toThrow(
      '"buyers[0].profile" must be a profile, or the name of one: coupa, ariba, jaggaer, oracle, iprocurement, workday, ivalua, srm, generic',
    )
  })

  it('says where it has its facts from, and which it has not', () => {
    for (const name of names) {
      expect(profiles[name].name).toBe(name)
      expect(profiles[name].sources.length, name).toBeGreaterThan(0)
      expect(profiles[name].unverified.length, name).toBeGreaterThan(0)
    }
  })
})

describe('an edit that ends empty', () => {
  const more =
    '<ItemOut quantity="1" lineNumber="1"><ItemID><SupplierPartID>SKU-1</SupplierPartID></ItemID></ItemOut>'
  it.each([
    ['coupa', 'resolves'],
    ['iprocurement', 'rejects'],
  ] as const)('%s', async (name, outcome) => {
    const world = start(name)
    const { cookie } = await world.openSession({ operation: 'edit', more })
    const session = await world.supplier.session(
      new Request('https://market.example/', { headers: { cookie } }),
    )
    if (session === undefined) throw new Error('no session')
    const emptied = world.supplier.emptyCart(session)
    if (outcome === 'resolves') expect((await returned(await emptied)).xml).not.toContain('ItemIn')
    else await expect(emptied).rejects.toThrow('fails on an empty cart')
  })
})

describe('a document of an unknown buyer', () => {
  const detect = (xml: string) => detectProfile(parseCxml(xml))
  const agent = (userAgent: string) => setupXml().replace(/<UserAgent>[^<]*</, `<UserAgent>${userAgent}<`)

  it.each([
    ['Coupa Procurement 1.0', 'coupa'],
    ['Ariba ORMS 6.1', 'ariba'],
    ['Ariba_Supplier', 'ariba'],
    ['SciQuest', 'jaggaer'],
    ['JAGGAER', 'jaggaer'],
    ['Oracle Fusion Self Service Procurement', 'oracle'],
    ['Oracle iProcurement', 'iprocurement'],
    ['Workday', 'workday'],
    ['Ivalua Buyer', 'ivalua'],
  ] as const)('that calls itself %s is certainly of %s', (userAgent, name) => {
    const [best] = detect(agent(userAgent))
    expect(best).toMatchObject({ profile: name, confidence: 'certain' })
    expect(best?.reasons).toContain(`UserAgent is "${userAgent}"`)
  })

  it('is recognised by less, with less certainty, and says why', () => {
    const network = agent('Something')
      .replaceAll('AN01', 'AN01000000001-T')
      .replaceAll('/punchout/checkout', '/return')
    expect(detect(network)[0]).toMatchObject({
      profile: 'ariba',
      confidence: 'likely',
      reasons: [expect.stringContaining('AN01000000001-T'), 'Its DTD is 1.2.014'],
    })
  })

  it('is of any system where nothing speaks for one', () => {
    const nothing = agent('Something').replaceAll('/punchout/checkout', '/return')
    expect(detect(nothing)).toEqual([
      { profile: 'generic', confidence: 'possible', reasons: ['Nothing in it is known of a system'] },
    ])
  })
})

const corpus = join(import.meta.dirname, '../../../../../shared/cxml/corpus')
const files = globSync('**/*.xml', {
  cwd: process.env.CXML_MATERIAL ? join(process.env.CXML_MATERIAL, 'corpus') : corpus,
})

describe.skipIf(files.length === 0)('real documents (skipped where the corpus is not at hand)', () => {
  it('never make detection throw, and most Coupa documents are known', () => {
    const folder = process.env.CXML_MATERIAL ? join(process.env.CXML_MATERIAL, 'corpus') : corpus
    let coupas = 0
    let known = 0
    for (const file of files) {
      const bytes = readFileSync(join(folder, file))
      let document: ReturnType<typeof parseCxml>
      try {
        document = parseCxml(bytes)
      } catch {
        continue
      }
      const [best] = detectProfile(document)
      expect(best, file).toBeDefined()
      if (!/<UserAgent>\s*Coupa/.test(bytes.toString('latin1'))) continue
      coupas += 1
      if (best?.profile === 'coupa') known += 1
    }
    expect(coupas).toBeGreaterThan(0)
    expect(known).toBe(coupas)
  })
})
