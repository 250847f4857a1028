import { describe, expect, it } from 'vitest'
import { draftEnvelope } from '../../../test/draft-envelope.js'
import type { CxmlDraft } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'
import { credentialOf } from './header.js'

describe('credentialOf', () => {
  const party = {
    credentials: [
      { domain: 'DUNS', identity: '942888711' },
      { domain: 'NetworkId', identity: 'AN01' },
      { domain: 'networkid', identity: 'AN02' },
    ],
  }

  it('finds the first credential of a domain, whatever its case', () => {
    expect(credentialOf(party, 'NetworkID')?.identity).toBe('AN01')
    expect(credentialOf(party, 'duns')?.identity).toBe('942888711')
  })

  it('finds nothing in a domain that the party does not have', () => {
    expect(credentialOf(party, 'Network')).toBeUndefined()
    expect(credentialOf({ credentials: [] }, 'DUNS')).toBeUndefined()
  })
})

describe('a header of a chained punchout', () => {
  const envelope = draftEnvelope('buyer', 'chained')
  const header = {
    ...envelope.header,
    to: {
      ...envelope.header.to,
      correspondent: {
        preferredLanguage: 'en',
        contacts: [{ role: 'correspondent', name: { xmlLang: 'en', value: 'Ann' } }],
        routing: { destination: 'peppol' },
      },
    },
    path: {
      nodes: [
        { type: 'route', itemDetailsRequired: 'yes', credentials: [{ domain: 'DUNS', identity: '1' }] },
        { type: 'copy', credentials: [{ domain: 'DUNS', identity: '2' }] },
      ],
    },
    originalDocument: { payloadID: 'first@buyer.example' },
  }
  const draft: CxmlDraft = {
    ...envelope,
    header,
    kind: 'ProfileRequest',
    request: { profileRequest: {} },
  }

  it('names the parties on the way and the document before', () => {
    const xml = serializeCxml(draft, { dtdVersion: '1.2.071' })
    expect(validateCxml(xml).problems).toEqual([])
    const read = parseCxml(xml)
    expect(read.warnings).toEqual([])
    expect(read).toMatchObject(draft)
  })

  it('has both or neither', () => {
    const { originalDocument, ...rest } = header
    expect(() => serializeCxml({ ...draft, header: rest }, { dtdVersion: '1.2.071' })).toThrow(
      'Header/OriginalDocument: is missing',
    )
  })
})
