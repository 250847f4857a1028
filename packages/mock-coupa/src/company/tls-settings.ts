/** Unverified: Coupa's list is not documented; Ruby's OpenSSL, whose words Coupa shows, names the versions so. */
export const sslVersions = ['TLSv1', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'] as const

export type SslVersion = (typeof sslVersions)[number]

/** How connections with a supplier's server are secured. */
export interface TlsSettings {
  /** Coupa's `ssl-version`: this version of TLS and no other. Absent: the newest that both sides know. */
  sslVersion?: SslVersion
  /** Coupa's `disable-cert-verify`: whoever signed the server's certificate, and whatever its name. Default: no. */
  disableCertVerify?: boolean
}

export function readSslVersion(text: string | null | undefined): SslVersion | undefined {
  return sslVersions.find(version => version === text)
}
