export const silence = 'Connection to supplier timed out'
const handshakeFailed =
  'SSL_connect returned=1 errno=0 state=SSLv3 read server hello A: sslv3 alert handshake failure'
// Unverified: what Ruby's client says of a certificate that it does not trust.
const certificateRefused = 'SSL_connect returned=1 errno=0 state=error: certificate verify failed'
const ownCertificateWanted =
  'SSL_connect returned=1 errno=0 state=SSLv3 read finished A: sslv3 alert bad certificate'

/** What the words mean, for who reads the trace. */
const meanings: ReadonlyMap<string, string> = new Map([
  [
    handshakeFailed,
    'no version of TLS that both sides speak, or no TLS at all at this address: see SSL Version, and http or https',
  ],
  [
    certificateRefused,
    'the certificate is expired, for another host, or signed by nobody that Node trusts: name its authority in NODE_EXTRA_CA_CERTS, or choose Disable SSL Cert Verification',
  ],
  [ownCertificateWanted, 'the server wants a certificate of ours: Coupa has none to show'],
])

/** Coupa shows what its HTTP client says; the words for an unknown host, a reset and a handshake are documented. */
const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'getaddrinfo: Name or service not known',
  EAI_AGAIN: 'getaddrinfo: Name or service not known',
  ECONNRESET: 'Connection reset by peer - SSL_connect',
  EPROTO: handshakeFailed,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: handshakeFailed,
  ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY: handshakeFailed,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: handshakeFailed,
  ERR_SSL_UNSUPPORTED_PROTOCOL: handshakeFailed,
  ERR_SSL_WRONG_VERSION_NUMBER: handshakeFailed,
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: ownCertificateWanted,
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: ownCertificateWanted,
  SELF_SIGNED_CERT_IN_CHAIN: certificateRefused,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificateRefused,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificateRefused,
  UNABLE_TO_GET_ISSUER_CERT: certificateRefused,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificateRefused,
  CERT_NOT_YET_VALID: certificateRefused,
  CERT_HAS_EXPIRED: certificateRefused,
  ERR_TLS_CERT_ALTNAME_INVALID: certificateRefused,
  // Unverified: only what Ruby's client says in these cases.
  ECONNREFUSED: 'Connection refused - connect(2)',
  UND_ERR_SOCKET: 'end of file reached',
  HTTPParserError: 'wrong status line',
  // A host that swallows what is sent to it: the platform gives up before we do.
  ETIMEDOUT: silence,
  UND_ERR_CONNECT_TIMEOUT: silence,
}

/** What came of a connection, in the words that Coupa shows. */
export function reasonOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
    // OpenSSL 3.5 says ssl/tls where older ones said sslv3, and Ruby with them.
    const reason = reasons[code.replace('SSL/TLS', 'SSLV3')] ?? otherTlsFailure(code)
    if (reason !== undefined) return reason
    if (cause.cause === undefined && cause.message !== '') return cause.message
  }
  return 'There was an error connecting to the supplier'
}

/** Unverified: the words. The message of OpenSSL names the files that it was built from, which helps nobody. */
function otherTlsFailure(code: string): string | undefined {
  const [, said] = /^ERR_SSL_(.+)$/.exec(code) ?? []
  if (said === undefined) return undefined
  return `SSL_connect returned=1 errno=0 state=error: ${said.toLowerCase().replaceAll('_', ' ')}`
}

/** Whether the two could not agree on TLS. */
export function isTlsFailure(reason: string): boolean {
  return reason.startsWith('SSL_connect ')
}

/** Of a failure of TLS: what to look at. */
export function meaningOf(reason: string): string | undefined {
  return meanings.get(reason)
}
