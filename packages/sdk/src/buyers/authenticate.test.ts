import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Credential, CredentialMac, Header } from '../cxml/elements/header.js'
import { profiles } from '../partners/profiles.js'
import { createAuthenticate } from './authenticate.js'
import type { Buyer } from './buyer.js'
import { isMacOf } from './credential-mac.js'

const us = { domain: 'DUNS', identity: 'SUPPLIER' }
const acme: Buyer = {
  id: 'acme',
  name: 'Acme',
  credentials: [
    { domain: 'NetworkID', identity: 'AN01' },
    { domain: 'DUNS', identity: '0012345' },
  ],
  sharedSecrets: ['new secret', 'old secret'],
  browserFormPostOrigins: [],
}
const globex: Buyer = {
  id: 'globex',
  name: 'Globex',
  credentials: [{ domain: 'NetworkID', identity: 'AN02' }],
  sharedSecrets: ['globex secret'],
  browserFormPostOrigins: [],
}
const initech: Buyer = {
  id: 'initech',
  name: 'Initech',
  credentials: [{ domain: 'NetworkID', identity: 'AN03' }],
  senders: [{ domain: 'NetworkID', identity: 'HUB' }],
  sharedSecrets: ['hub secret'],
  browserFormPostOrigins: [],
}
const hooli: Buyer = {
  ...initech,
  id: 'hooli',
  name: 'Hooli',
  credentials: [{ domain: 'NetworkID', identity: 'AN04' }],
}
const speakerOf = createAuthenticate({
  credentials: [us],
  buyers: [acme, globex, initech, hooli],
  clock: () => new Date('2026-03-02T09:00:00Z'),
})

/** The buyer that speaks. */
function authenticate(header: Header, by = speakerOf): Buyer {
  const speaker = by(header)
  if (speaker.kind !== 'buyer') throw new Error('a network speaks for itself')
  return speaker.buyer
}

function credential(identity: string, sharedSecret?: string, domain = 'NetworkID'): Credential {
  return { domain, identity, ...(sharedSecret === undefined ? {} : { sharedSecret }) }
}

function header(sender: Credential[], from = [credential('AN01')], to: Credential[] = [us]): Header {
  return { from: { credentials: from }, to: { credentials: to }, sender: { credentials: sender } }
}

const unrecognised = expect.objectContaining({
  code: 'ERR_CXML_UNAUTHORIZED',
  status: 401,
  message: 'Header/Sender: the Credential (domain, Identity) and its SharedSecret were not recognised',
})
const notGranted = expect.objectContaining({
  code: 'ERR_CXML_UNAUTHORIZED',
  message: 'Header/From: the Sender may not speak for the party that From names',
})

describe('authenticate', () => {
  it('takes either secret while one replaces the other', () => {
    expect(authenticate(header([credential('AN01', 'new secret')]))).toBe(acme)
    expect(authenticate(header([credential('AN01', 'old secret')]))).toBe(acme)
  })

  it('compares the domain without case and the identity exactly', () => {
    expect(authenticate(header([credential('AN01', 'new secret', 'networkid')]))).toBe(acme)
    expect(() => authenticate(header([credential('an01', 'new secret')]))).toThrow(unrecognised)
  })

  it('compares identities as text: leading zeros count', () => {
    expect(authenticate(header([credential('0012345', 'new secret', 'duns')]))).toBe(acme)
    expect(() => authenticate(header([credential('12345', 'new secret', 'DUNS')]))).toThrow(unrecognised)
  })

  it.each([
    ['a wrong secret', [credential('AN01', 'wrong')]],
    ['an empty secret', [credential('AN01', '')]],
    ['no secret', [credential('AN01')]],
    ['no credential', []],
    ['an unknown identity with an empty secret', [credential('', '')]],
    ['names of object members', [credential('constructor', 'toString', '__proto__')]],
    ['the secret of another buyer', [credential('AN01', 'globex secret')]],
    ['a good credential before a bad one', [credential('AN01', 'new secret'), credential('AN02', 'wrong')]],
    ['a bad credential before a good one', [credential('AN02', 'wrong'), credential('AN01', 'new secret')]],
    [
      'two good credentials of two buyers',
      [credential('AN01', 'new secret'), credential('AN02', 'globex secret')],
    ],
  ])('refuses %s, always with the same words', (_name, sender) => {
    expect(() => authenticate(header(sender))).toThrow(unrecognised)
  })

  it('takes several credentials of one buyer when all secrets verify', () => {
    const sender = [credential('AN01', 'new secret'), credential('0012345', 'old secret', 'DUNS')]
    expect(authenticate(header(sender))).toBe(acme)
  })

  it('does not count a secret in From', () => {
    const message = header([credential('AN01')], [credential('AN01', 'new secret')])
    expect(() => authenticate(message)).toThrow(unrecognised)
  })

  describe('of buyers whose secret stands in From, by their profile', () => {
    const kit: Buyer = {
      ...acme,
      id: 'kit',
      credentials: [{ domain: 'NetworkID', identity: 'AN05' }],
      senders: [{ domain: 'NetworkID', identity: 'WEBMETHODS' }],
      sharedSecrets: ['kit secret'],
      profile: { ...profiles.generic, authenticatedBy: 'from' },
    }
    const kits = createAuthenticate({ credentials: [us], buyers: [kit, acme], clock: () => new Date() })
    const ofKit = (message: Header) => authenticate(message, kits)
    const bare = [credential('WEBMETHODS')]

    it('takes it where Sender has none, and from nobody else', () => {
      expect(ofKit(header(bare, [credential('AN05', 'kit secret')]))).toBe(kit)
      expect(ofKit(header([credential('WEBMETHODS', 'kit secret')], [credential('AN05')]))).toBe(kit)
      expect(() => ofKit(header(bare, [credential('AN01', 'new secret')]))).toThrow(unrecognised)
    })

    it.each([
      ['a wrong one', bare, [credential('AN05', 'wrong')]],
      ['an empty one', bare, [credential('AN05', '')]],
      ['none', bare, [credential('AN05')]],
      [
        'one of two that is wrong',
        bare,
        [credential('AN05', 'kit secret'), credential('AN01', 'new secret')],
      ],
      [
        'a wrong one in Sender besides',
        [credential('WEBMETHODS', 'wrong')],
        [credential('AN05', 'kit secret')],
      ],
    ])('refuses %s', (_name, sender, from) => {
      expect(() => ofKit(header(sender, from))).toThrow(unrecognised)
    })
  })

  it('refuses a Sender that speaks for another buyer, or for an unknown one, alike', () => {
    const sender = [credential('AN01', 'new secret')]
    expect(() => authenticate(header(sender, [credential('AN02')]))).toThrow(notGranted)
    expect(() => authenticate(header(sender, [credential('NOBODY')]))).toThrow(notGranted)
    expect(() => authenticate(header(sender, [credential('AN01'), credential('AN02')]))).toThrow(notGranted)
  })

  it('lets a hub speak for each buyer that names it, and only then', () => {
    const hub = [credential('HUB', 'hub secret')]
    expect(authenticate(header(hub, [credential('AN03')]))).toBe(initech)
    expect(authenticate(header(hub, [credential('AN04')]))).toBe(hooli)
    expect(() => authenticate(header(hub, [credential('AN01')]))).toThrow(notGranted)
    expect(() => authenticate(header([credential('AN03', 'hub secret')], [credential('AN03')]))).toThrow(
      unrecognised,
    )
  })

  it('identifies the buyer by any one of several From credentials', () => {
    const from = [credential('whatever', undefined, 'private'), credential('AN01')]
    expect(authenticate(header([credential('AN01', 'new secret')], from))).toBe(acme)
  })

  it('refuses a document for another supplier, once it knows who asks', () => {
    const to = [credential('SOMEONE-ELSE')]
    expect(() => authenticate(header([credential('AN01', 'new secret')], undefined, to))).toThrow(
      expect.objectContaining({
        code: 'ERR_CXML_FIELD_INVALID',
        status: 400,
        message: 'Header/To names another supplier: none of its Credentials is one of ours',
      }),
    )
    expect(() => authenticate(header([credential('AN01', 'wrong')], undefined, to))).toThrow(unrecognised)
  })

  describe('by a CredentialMac', () => {
    const created = '2026-03-02T08:59:00+00:00'
    const expires = '2026-03-02T10:00:00+00:00'
    const macBy = (
      secret: string,
      dates: readonly string[] = [created, expires],
      from: readonly string[] = ['networkid', 'an01'],
    ) =>
      createHmac('sha1', secret)
        .update([...from, 'networkid', 'an01', ...dates].map(part => `${part}\0`).join(''))
        .digest()
        .subarray(0, 12)
        .toString('base64')
    const mac = (value: string, change: Partial<CredentialMac> = {}): Credential => ({
      domain: 'NetworkID',
      identity: 'AN01',
      credentialMac: {
        type: 'FromSenderCredentials',
        algorithm: 'HMAC-SHA1-96',
        creationDate: created,
        expirationDate: expires,
        value,
        ...change,
      },
    })

    it('made as the standard says, with either secret', () => {
      expect(authenticate(header([mac(macBy('new secret'))]))).toBe(acme)
      expect(authenticate(header([mac(` ${macBy('old secret')}\n`)]))).toBe(acme)
    })

    it('that was computed by another program is known', () => {
      const sender = {
        domain: 'NetworkId',
        identity: 'AN9900000100',
        credentialMac: {
          type: 'FromSenderCredentials',
          algorithm: 'HMAC-SHA1-96',
          creationDate: '2003-01-15T08:42:46-08:00',
          expirationDate: '2003-01-15T11:42:46-08:00',
          value: 'cR6Jpz58nriXERDN',
        },
      }
      const by = { from: sender, sender, secret: 'abracadabra', now: new Date('2003-01-15T17:00:00Z') }
      expect(isMacOf(sender.credentialMac, by)).toBe(true)
    })

    const refused: readonly (readonly [string, Credential])[] = [
      ['of another secret', mac(macBy('globex secret'))],
      ['of an empty secret', mac(macBy(''))],
      ['for another From', mac(macBy('new secret', [created, expires], ['networkid', 'an02']))],
      ['that is cut', mac(macBy('new secret').slice(0, 8))],
      ['that is empty', mac('')],
      ['of another algorithm', mac(macBy('new secret'), { algorithm: 'none' })],
      ['of another type', mac(macBy('new secret'), { type: 'other' })],
      ['whose dates were moved', mac(macBy('new secret'), { expirationDate: '2026-03-02T10:30:00+00:00' })],
      ...(
        [
          ['that has expired', '2026-03-02T08:00:00+00:00', '2026-03-02T09:00:00+00:00'],
          ['that begins later', '2026-03-02T09:05:01+00:00', '2026-03-02T09:30:00+00:00'],
          ['that holds for ever', '2026-03-02T08:00:00+00:00', '2036-03-02T09:00:00+00:00'],
          ['without dates', '', ''],
        ] as const
      ).map(
        ([name, creationDate, expirationDate]) =>
          [
            name,
            mac(macBy('new secret', [creationDate, expirationDate]), { creationDate, expirationDate }),
          ] as const,
      ),
    ]

    it.each(refused)('%s is refused with the words for a wrong secret', (_name, sender) => {
      expect(() => authenticate(header([sender]))).toThrow(unrecognised)
    })
  })

  it('says nothing of secrets in what it throws', () => {
    try {
      authenticate(header([credential('AN01', 'wrong-marker')]))
      expect.unreachable()
    } catch (error) {
      expect(JSON.stringify(error) + String(error)).not.toMatch(/marker|new secret/)
    }
  })
})
