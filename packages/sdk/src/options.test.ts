import { describe, expect, it } from 'vitest'
import type { Buyer } from './buyers/buyer.js'
import type { LogEntry } from './log-entry.js'
import { resolveOptions, type SupplierOptions } from './options.js'

const buyer: Buyer = {
  id: 'acme',
  name: 'Acme',
  credentials: [{ domain: 'NetworkID', identity: 'AN01' }],
  sharedSecrets: ['s3cret'],
  browserFormPostOrigins: ['https://acme.example'],
  openBuy: { credentials: 'ob' },
}

const options: SupplierOptions = {
  origin: 'https://market.example',
  credentials: [{ domain: 'DUNS', identity: '1' }],
  buyers: [buyer],
  // Not used here: options only look whether there is one.
  store: {} as SupplierOptions['store'],
  openShop: () => '/',
  fulfil: async () => ({ reference: 'r' }),
}

describe('resolveOptions', () => {
  it('puts every default in its place', () => {
    expect(resolveOptions(options)).toMatchObject({
      basePath: '/punchloop',
      baseUrl: 'https://market.example/punchloop',
      startPageLifetime: 600_000,
      requestLifetime: 604_800_000,
      sessionLifetime: 28_800_000,
      maxBodyBytes: 10_485_760,
      allowInsecureOrigins: false,
    })
  })

  it('takes an origin with a trailing slash for what it is', () => {
    expect(resolveOptions({ ...options, origin: 'https://market.example/' }).origin).toBe(
      'https://market.example',
    )
  })

  const wrong: [string, Partial<SupplierOptions>, string][] = [
    [
      'an origin with a path',
      { origin: 'https://market.example/shop' },
      '"origin" must be an origin without a path',
    ],
    ['an origin of another scheme', { origin: 'ftp://market.example' }, '"origin" must be an https URL'],
    [
      'an origin with a password',
      { origin: 'https://a:b@market.example' },
      '"origin" must not hold a user name',
    ],
    ['a basePath that ends with a slash', { basePath: '/p/' }, '"basePath" must begin with a slash'],
    ['a root basePath', { basePath: '/' }, '"basePath" must begin with a slash'],
    ['no credentials', { credentials: [] }, '"credentials" must hold at least one credential'],
    [
      'an empty identity',
      { credentials: [{ domain: 'D', identity: ' ' }] },
      '"credentials[0].identity" must be a',
    ],
    [
      'no secret',
      { buyers: [{ ...buyer, sharedSecrets: [] }] },
      '"buyers[0].sharedSecrets" must hold at least one',
    ],
    [
      'an empty secret',
      { buyers: [{ ...buyer, sharedSecrets: [''] }] },
      '"buyers[0].sharedSecrets[0]" must be a string',
    ],
    ['one id twice', { buyers: [buyer, buyer] }, '"buyers[1].id" must be unique: "acme" is used twice'],
    [
      'one credential of two buyers',
      {
        buyers: [buyer, { ...buyer, id: 'other', credentials: [{ domain: 'networkid', identity: 'AN01' }] }],
      },
      '"buyers[1].credentials" must identify one buyer: "acme" has the same credential',
    ],
    [
      'the same Open Buy credentials twice',
      { buyers: [buyer, { ...buyer, id: 'other', credentials: [{ domain: 'D', identity: '2' }] }] },
      '"buyers[1].openBuy.credentials" must differ',
    ],
    [
      'an insecure BrowserFormPost origin',
      { buyers: [{ ...buyer, browserFormPostOrigins: ['http://acme.example'] }] },
      '"buyers[0].browserFormPostOrigins[0]" must be an https origin of a public host',
    ],
    [
      'a StartPage that lives for hours',
      { startPageLifetime: 3_600_000 },
      '"startPageLifetime" must be at most',
    ],
    [
      'a lifetime that is no number',
      { sessionLifetime: Number.NaN },
      '"sessionLifetime" must be a whole number',
    ],
  ]
  it.each(wrong)('refuses %s by name', (_name, change, message) => {
    expect(() => resolveOptions({ ...options, ...change })).toThrow(TypeError)
    expect(() => resolveOptions({ ...options, ...change })).toThrow(message)
  })

  it('escapes what could redraw a terminal before it reaches the log', () => {
    const entries: LogEntry[] = []
    const { log } = resolveOptions({ ...options, log: entry => entries.push(entry) })
    log({ level: 'info', event: 'document answered', payloadID: '\u009b31mred\n\u202e', count: 1 })
    expect(entries).toEqual([
      { level: 'info', event: 'document answered', payloadID: '\\u009b31mred\\u000a\\u202e', count: 1 },
    ])
  })
})
