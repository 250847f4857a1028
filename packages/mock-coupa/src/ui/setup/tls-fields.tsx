import { readSslVersion, sslVersions, type TlsSettings } from '../../company/tls-settings.js'
import type { FieldProblem } from '../../errors.js'
import { CheckField, SelectField } from '../elements/field.js'
import type { Fields } from '../fields.js'

/** How connections with a supplier's server are secured, in Coupa's words. */
export function TlsFields(props: {
  readonly settings: TlsSettings
  readonly problems: readonly FieldProblem[]
}) {
  const { settings, problems } = props
  return (
    <>
      <SelectField
        name="sslVersion"
        label="SSL Version"
        value={settings.sslVersion ?? ''}
        choices={versions}
        hint="A version that is chosen is spoken and no other: a supplier without it cannot be reached. Coupa itself has given up TLS 1.1 and older."
        problems={problems}
      />
      <CheckField
        name="disableCertVerify"
        label="Disable SSL Cert Verification"
        isChecked={settings.disableCertVerify ?? false}
        wide
        hint="Whoever signed the certificate of the supplier’s server is believed, so anybody in between can read and answer what is sent. For a shop on a laptop with a certificate of its own; an authority that all suppliers may have is named in NODE_EXTRA_CA_CERTS."
      />
    </>
  )
}

const versions: readonly (readonly [string, string])[] = [
  ['', 'The newest that both sides speak'],
  ...sslVersions.map((version): [string, string] => [version, version]),
]

export function readTlsSettings(fields: Fields): TlsSettings {
  const sslVersion = readSslVersion(fields.text('sslVersion'))
  return {
    ...(sslVersion === undefined ? {} : { sslVersion }),
    ...(fields.isChecked('disableCertVerify') ? { disableCertVerify: true } : {}),
  }
}
