/** What the named failures of the network mean, and who can mend them. */
export const networkAdvice: readonly (readonly [words: RegExp, meaning: string])[] = [
  [
    /ERR_NETWORK_(?:UNAUTHORIZED|FROM_MISMATCH)/,
    'The network does not know this company by the sender identity and the shared secret of the punchout site.',
  ],
  [
    /ERR_NETWORK_SUPPLIER_ID_INVALID/,
    'The identity in the punchout site is no supplier’s ANID: AN and eleven digits, with -T for a test account.',
  ],
  [
    /ERR_NETWORK_NOT_RELATED/,
    'The supplier has not accepted a trading relationship with this company on the network yet.',
  ],
  [
    /ERR_NETWORK_MODES_MIXED/,
    'A test account (-T) and one of production do not reach each other: use both of one kind.',
  ],
  [
    /ERR_NETWORK_PUNCHOUT_URL_MISSING/,
    'The supplier has to enter its PunchOut URL in its own account on the network.',
  ],
  [
    /ERR_NETWORK_SECRET_MISMATCH/,
    'The supplier’s site expects another shared secret than its account on the network has: the supplier has to mend this.',
  ],
  [/ERR_NETWORK_SITE_DOWN/, 'The network does not reach the supplier’s site. Try again in a few minutes.'],
  [
    /ERR_NETWORK_TLS_FAILED/,
    'The network does not trust the certificate of the supplier’s site, or finds none for its host name: the supplier has to mend this.',
  ],
  [
    /ERR_NETWORK_NO_ANSWER/,
    'The supplier’s site did not answer the network in time. Try again in a few minutes.',
  ],
  [
    /ERR_NETWORK_INVALID_RESPONSE/,
    'The supplier’s site answered the network with something else than a PunchOutSetupResponse.',
  ],
]
