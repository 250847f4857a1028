import type { SecureContextOptions } from 'node:tls'
import type { Agent } from 'undici'
import type { SslVersion } from '../company/tls-settings.js'
import type { SupplierFetch } from './post.js'

/** Connections with suppliers' servers, kept for the next document. */
export interface SupplierConnections {
  readonly fetch: SupplierFetch
  /** What is under way fails. */
  close(): Promise<void>
}

/** The platform's own, but for hosts that are spoken to by settings of their own. */
export function openSupplierConnections(): SupplierConnections {
  const agents = new Map<string, Agent>()
  return {
    async fetch(url, posting, tls) {
      const { sslVersion, disableCertVerify = false } = tls
      const isPlain = sslVersion === undefined && !disableCertVerify
      if (isPlain || !url.startsWith('https:')) return globalThis.fetch(url, posting)
      // The platform's fetch takes no settings of TLS. Loaded here: few companies need it, and none while it starts.
      const { Agent, fetch } = await import('undici')
      const key = `${sslVersion} ${disableCertVerify}`
      const agent =
        agents.get(key) ??
        new Agent({ connect: { rejectUnauthorized: !disableCertVerify, ...speaking(sslVersion) } })
      agents.set(key, agent)
      return fetch(url, { ...posting, dispatcher: agent })
    },
    async close() {
      await Promise.all([...agents.values()].map(agent => agent.destroy()))
    },
  }
}

function speaking(version: SslVersion | undefined): SecureContextOptions {
  if (version === undefined) return {}
  const protocol = protocols[version]
  const isOld = version === 'TLSv1' || version === 'TLSv1_1'
  return {
    minVersion: protocol,
    maxVersion: protocol,
    // OpenSSL 3 signs no handshake of these with its usual level of security.
    ...(isOld ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
  }
}

const protocols = {
  TLSv1: 'TLSv1',
  TLSv1_1: 'TLSv1.1',
  TLSv1_2: 'TLSv1.2',
  TLSv1_3: 'TLSv1.3',
} as const satisfies Record<SslVersion, string>
