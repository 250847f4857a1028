import { readSslVersion, type TlsSettings } from '../../company/tls-settings.js'
import { flagGiven, type Given, textGiven } from '../schema/given.js'

/** The thing with what a body says of TLS; a blank version is taken away. */
export function withTlsGiven<T extends TlsSettings>(
  thing: T,
  given: Given,
  version: 'ssl-version' | 'cxml-ssl-version',
): T {
  const changed = { ...thing }
  const wanted = textGiven(given, version)
  const sslVersion = readSslVersion(wanted)
  const disableCertVerify = flagGiven(given, 'disable-cert-verify')
  if (wanted === null) delete changed.sslVersion
  if (sslVersion !== undefined) changed.sslVersion = sslVersion
  if (disableCertVerify !== undefined) changed.disableCertVerify = disableCertVerify
  return changed
}
