import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setupXml } from '../../test/start-test-supplier.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { detectProfile } from './detect-profile.js'
import type { ProfileName } from './profile.js'

describe('a document of an unknown buyer', () => {
  const detect = (xml: string) => detectProfile(parseCxml(xml))
  const agent = (userAgent: string) => setupXml().replace(/<UserAgent>[^<]*</, `<UserAgent>${userAgent}<`)

  it.each([
    ['Coupa Procurement 1.0', 'coupa'],
    ['Ariba ORMS 6.1', 'ariba'],
    ['Ariba_Supplier', 'ariba'],
    ['SAP Ariba Buying 2024', 'ariba'],
    ['ORMS V6.1', 'ariba'],
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

  it('is certain by its UserAgent only, and by no address that merely looks right', () => {
    const posted = (url: string) => agent('x').replace(/<URL>[^<]*/, `<URL>${url}`)
    expect(detect(posted('https://service.ariba.com/punchout'))[0]).toMatchObject({
      profile: 'ariba',
      confidence: 'likely',
      reasons: ['BrowserFormPost has "ariba.com"', 'Its DTD is 1.2.014'],
    })
    for (const url of [
      'https://ariba.com.evil.example/',
      'https://x.example/?to=ariba.com',
      'notariba.com',
    ]) {
      expect(detect(posted(url))[0]).toMatchObject({ profile: 'generic' })
    }
    expect(
      detect(agent('x').replaceAll('"NetworkID"', '"aribanetworkuserid"').replace('/checkout', ''))[0],
    ).toMatchObject({
      profile: 'ariba',
      confidence: 'possible',
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

if (files.length === 0) console.warn('SKIPPED: no corpus beside the clone, so no real document is recognised')

/** What the UserAgents of the corpus say to a person. */
const named: readonly (readonly [RegExp, ProfileName])[] = [
  [/^Coupa/, 'coupa'],
  [/Ariba|^ORMS|^SAP Business Network/, 'ariba'],
  [/^Ivalua/, 'ivalua'],
]

describe.skipIf(files.length === 0)('real documents (skipped where the corpus is not at hand)', () => {
  it('are certainly of the system that they name, and of none where they name none', () => {
    const folder = process.env.CXML_MATERIAL ? join(process.env.CXML_MATERIAL, 'corpus') : corpus
    const verdicts = new Map<string, number>()
    for (const file of files) {
      const bytes = readFileSync(join(folder, file))
      let document: ReturnType<typeof parseCxml>
      try {
        document = parseCxml(bytes)
      } catch {
        continue
      }
      const [best] = detectProfile(document)
      const agent = /<UserAgent>\s*([^<]*)/.exec(bytes.toString('latin1'))?.[1] ?? ''
      const [, expected] = named.find(([pattern]) => pattern.test(agent)) ?? []
      if (expected !== undefined) {
        expect(best, file).toMatchObject({ profile: expected, confidence: 'certain' })
        verdicts.set(expected, (verdicts.get(expected) ?? 0) + 1)
      } else expect(best?.confidence, file).not.toBe('certain')
    }
    expect([...verdicts.keys()].sort()).toEqual(['ariba', 'coupa', 'ivalua'])
  })
})
