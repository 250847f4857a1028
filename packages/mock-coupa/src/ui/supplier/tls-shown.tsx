import type { TlsSettings } from '../../company/tls-settings.js'
import { TextField } from '../elements/field.js'

/** How the buyer secures its connections with the supplier: for the supplier to know, and the buyer to choose. */
export function TlsShown({ settings }: { readonly settings: TlsSettings }) {
  const { sslVersion, disableCertVerify = false } = settings
  return (
    <>
      <TextField
        name="sslVersion"
        label="SSL Version"
        value={sslVersion === undefined ? 'The newest that both sides speak' : `${sslVersion} and no other`}
        readOnly
        required
        hint="The buyer’s administrator chooses it."
      />
      <TextField
        name="certVerification"
        label="SSL Cert Verification"
        value={disableCertVerify ? 'Off: any certificate will do' : 'On: by a known authority, for this host'}
        readOnly
        required
        hint="The buyer’s administrator can switch it off for a server with a certificate of its own."
      />
    </>
  )
}
