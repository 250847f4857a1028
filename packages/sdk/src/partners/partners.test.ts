import { afterAll, describe, expect, it } from 'vitest'
import { orderXml, returnedRequest } from '../../test/order-xml.js'
import { cart, requestXml, returned, setupXml, startTestSupplier } from '../../test/start-test-supplier.js'
import { takingBuyer } from '../../test/taking-buyer.js'
import { assertValidByDtd, disposeDtds, hasDtds } from '../../test/valid-by-dtd.js'
import type { Buyer } from '../buyers/buyer.js'
import { validateCxml } from '../cxml/validation/validate-cxml.js'
import type { Cart } from '../punchout/cart.js'
import type { PartnerProfile, ProfileName } from './profile.js'
import { isProfileName, profiles } from './profiles.js'

if (!hasDtds)
  console.warn('SKIPPED: no cXML material beside the clone, so no cart of a profile is held against its DTD')

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

async function editing(profile: Buyer['profile']) {
  const { supplier, openSession } = start(profile)
  const more =
    '<ItemOut quantity="1" lineNumber="1"><ItemID><SupplierPartID>SKU-1</SupplierPartID></ItemID></ItemOut>'
  const { cookie } = await openSession({ operation: 'edit', more })
  const session = await supplier.session(new Request('https://market.example/', { headers: { cookie } }))
  if (session === undefined) throw new Error('no session')
  return { supplier, session }
}

const withLine = (change: Partial<Cart['lines'][number]>): Cart => ({
  ...cart,
  lines: cart.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)),
})

afterAll(disposeDtds)

describe.each(names)('a cart for %s', name => {
  it('is valid in the version of cXML that the profile names', async () => {
    const { xml, document } = await returnBy(name, cart)
    expect(validateCxml(xml).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const version = profiles[name].versions.PunchOutOrderMessage
    if (version !== undefined) expect(document.doctype?.dtdVersion).toBe(version)
  })

  it.skipIf(!hasDtds)(
    'is valid by the published DTD, and so are an empty one and a cancelled one',
    async () => {
      // The nearest newer one of those at hand: what is valid by an older one is valid by it.
      const { PunchOutOrderMessage: version = '1.2.014' } = profiles[name].versions
      const held = ['1.1.010', '1.2.014', '1.2.028'].find(each => each >= version) ?? version
      const messages = [(await returnBy(name, cart)).xml]
      for (const end of ['emptyCart', 'cancelCart'] as const) {
        if (end === 'emptyCart' && profiles[name].cart.empty === 'fails') continue
        const { supplier, session } = await editing(name)
        messages.push((await returned(await supplier[end](session))).xml)
      }
      for (const xml of messages) assertValidByDtd(xml, 'cXML', held)
    },
  )

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

  it('says by which name a line’s classification goes, and the shop may add others', async () => {
    const { cart: rules } = profiles.ariba
    const own: PartnerProfile = { ...profiles.ariba, cart: { ...rules, classification: 'UNSPSC_V13.5' } }
    const classifications = [{ domain: 'eCl@ss', code: '27-06-04-03' }]
    const { message, xml } = await returnBy(own, withLine({ classifications }))
    expect(message.itemIns[0]?.itemDetail.classifications).toMatchObject([
      { domain: 'UNSPSC_V13.5', value: '43232701' },
      { domain: 'eCl@ss', value: '27-06-04-03' },
    ])
    expect(validateCxml(xml).problems).toEqual([])
    const nameless = withLine({ classifications: [{ domain: ' ', code: '1' }] })
    await expect(returnBy(own, nameless)).rejects.toThrow('lines[0].classifications[0].domain')
  })

  it('has the StartPage given in its version, too', async () => {
    const { xml } = await start('oracle').post(setupXml())
    expect(xml).toContain('/cXML/1.1.010/cXML.dtd')
  })

  it.each([
    [{ authenticatedBy: 'nobody' }, 'authenticatedBy'],
    [{ versions: { PunchOutOrderMessage: '1.2' } }, 'versions.PunchOutOrderMessage'],
    [{ takes: { ...profiles.coupa.takes, ShipNoticeRequest: 'maybe' } }, 'takes.ShipNoticeRequest'],
    [{ retries: [0] }, 'retries[0]'],
    [{ orderTypes: ['change'] }, 'orderTypes[0]'],
    [{ cart: { ...profiles.coupa.cart, encoding: 'base64' } }, 'cart.encoding'],
    [{ cart: { ...profiles.coupa.cart, empty: 'explodes' } }, 'cart.empty'],
    [
      {
        cart: {
          ...profiles.coupa.cart,
          lengths: [{ field: 'supplierPartID', most: 9, unit: 'bytes', beyond: 'cut' }],
        },
      },
      'cart.lengths[0].beyond" must be "refuse"',
    ],
  ])('of one’s own is refused at construction with %j', (change, option) => {
    const own = { ...profiles.coupa, ...change } as PartnerProfile
    expect(() => start(own)).toThrow(`buyers[0].profile.${option}`)
  })

  it('that takes no document of a kind gives it no address', () => {
    const takes = { ...profiles.coupa.takes, ConfirmationRequest: 'no' } as const
    const confirmations = { url: 'https://buyer.example/cxml', sharedSecret: 'x' }
    expect(() => start({ ...profiles.coupa, takes }, { confirmations })).toThrow(
      '"buyers[0].confirmations" must be left out: by the buyer\'s profile it takes no ConfirmationRequest',
    )
    expect(() => start('coupa', { confirmations })).not.toThrow()
  })

  it('of a network without the network among the senders is remarked on', () => {
    expect(start('ariba').log).toMatchObject([
      { level: 'warn', buyerId: 'acme', message: expect.stringContaining('without "senders"') },
    ])
    expect(start('ariba', { senders: [{ domain: 'NetworkID', identity: 'HUB' }] }).log).toEqual([])
  })

  it('says which types of orders are to be expected; others are taken, and logged', async () => {
    const world = start('coupa')
    const order = (type: string) =>
      requestXml(
        `<OrderRequest><OrderRequestHeader orderID="1" orderDate="2026-01-16" type="${type}"><Total><Money currency="USD">0.00</Money></Total></OrderRequestHeader><ItemOut quantity="1" lineNumber="1"><ItemID><SupplierPartID>SKU-1</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency="USD">0.00</Money></UnitPrice><Description xml:lang="en">x</Description><UnitOfMeasure>EA</UnitOfMeasure><Classification domain="UNSPSC">43232701</Classification></ItemDetail></ItemOut></OrderRequest>`,
        `${type}@buyer.example`,
      )
    expect((await world.post(order('new'))).code).toBe('200')
    expect(world.log.filter(({ level }) => level === 'warn')).toEqual([])
    expect((await world.post(order('delete'))).code).toBe('200')
    expect(world.log).toContainEqual(
      expect.objectContaining({
        event: 'order of an unexpected type',
        orderID: '1',
        message: 'An OrderRequest of type "delete" came, which Coupa is not known to send.',
      }),
    )
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

describe('documents to a buyer', () => {
  const ordering = async (profile: Buyer['profile'], fetch = takingBuyer().fetch) => {
    const { buyer } = takingBuyer()
    const world = startTestSupplier({
      buyers: [{ ...buyer, ...(profile === undefined ? {} : { profile }) }],
      fetch,
    })
    await world.post(orderXml(await returnedRequest(world)))
    return world
  }

  it('are sent again in the rhythm of its profile, and given up with it', async () => {
    const world = await ordering({ ...profiles.generic, retries: [1000, 60_000] }, async () => {
      throw new TypeError('no route')
    })
    const confirmation = async () => {
      const jobs = await world.supplier.jobs({})
      return jobs.findLast(({ work }) => work.kind === 'confirm order')
    }
    await world.supplier.deliver()
    for (const wait of [1000, 60_000]) {
      expect(await confirmation()).toMatchObject({ status: 'due' })
      // A little less, so that what failed together does not come back together.
      world.advance(wait * 0.79)
      expect(await world.supplier.deliver()).toBe(0)
      world.advance(wait * 0.21)
      await world.supplier.deliver()
    }
    expect(await confirmation()).toMatchObject({ status: 'dead', attempts: 3 })
  })

  it('are in the version that its profile names, of each kind', async () => {
    const sent: string[] = []
    const versions = { ConfirmationRequest: '1.2.036', InvoiceDetailRequest: '1.2.048' } as const
    const world = await ordering({ ...profiles.generic, versions }, async (_url, init) => {
      sent.push(String(init?.body))
      return new Response(
        '<cXML payloadID="a@b" timestamp="2026-01-15T10:00:00-08:00"><Response><Status code="200" text="OK"/></Response></cXML>',
      )
    })
    await world.supplier.deliver()
    await world.supplier.invoice({ buyerId: 'acme', orderID: 'PO-1' }, { invoiceID: 'INV-1' })
    await world.supplier.deliver()
    const named = new Set(sent.map(xml => /cXML\/([\d.]+\/\w+)\.dtd/.exec(xml)?.[1]))
    expect(named).toContain('1.2.036/Fulfill')
    expect(named).toContain('1.2.048/InvoiceDetail')
  })
})

describe('an edit that ends empty', () => {
  it.each([
    ['coupa', 'resolves'],
    ['iprocurement', 'rejects'],
  ] as const)('%s', async (name, outcome) => {
    const { supplier, session } = await editing(name)
    const emptied = supplier.emptyCart(session)
    if (outcome === 'resolves') expect((await returned(await emptied)).xml).not.toContain('ItemIn')
    else await expect(emptied).rejects.toThrow('fails on an empty cart')
  })
})
