const buyer = { credentials: [{ domain: 'NetworkID', identity: 'AN01000000087' }] }
const supplier = { credentials: [{ domain: 'DUNS', identity: '942888711' }] }

/** The envelope of a request that one of the two sends the other. */
export function draftEnvelope(sender: 'buyer' | 'supplier', id: string) {
  const [from, to] = sender === 'buyer' ? [buyer, supplier] : [supplier, buyer]
  return {
    payloadID: `1768471200.7.${id}@${sender}.example`,
    timestamp: '2026-01-15T10:00:00+00:00',
    header: {
      from,
      to,
      sender: {
        credentials: from.credentials.map(credential => ({ ...credential, sharedSecret: 'not a secret' })),
        userAgent: `${sender} 1.0`,
      },
    },
  }
}
