import { CheckField, SecretField, TextField } from '../../elements/field.js'
import type { PunchoutSiteForm } from './read-punchout-site.js'

/** Who is who, and how the connection is made. */
export function Connection({ site, problems }: PunchoutSiteForm) {
  return (
    <fieldset class="form-section">
      <legend class="legend">cXML</legend>
      <div class="form-grid">
        <TextField
          name="domain"
          label="Domain"
          value={site.domain}
          required
          hint="The supplier’s, for example NetworkID or DUNS."
          problems={problems}
        />
        <TextField name="identity" label="Identity" value={site.identity} required problems={problems} />
        <SecretField
          name="secret"
          label="Secret"
          isSet={site.id !== undefined}
          hint="Both sides know it; it is never shown again. Without one, “none” is sent."
          problems={problems}
        />
        <TextField
          name="senderDomain"
          label="Sender Domain"
          value={site.senderDomain}
          required
          hint="Ours."
          problems={problems}
        />
        <TextField
          name="senderIdentity"
          label="Sender Identity"
          value={site.senderIdentity}
          required
          problems={problems}
        />
        <TextField name="protocol" label="Protocol" value="cxml" required readOnly hint="Always cxml." />
        <TextField
          name="sslVersion"
          label="SSL Version"
          value={site.sslVersion ?? ''}
          hint="Kept and given to clients of the API. The mock itself speaks the newest TLS that both sides know."
          problems={problems}
        />
      </div>
      <CheckField
        name="disableCertVerify"
        label="Disable SSL Cert Verification"
        isChecked={site.disableCertVerify ?? false}
        hint="Kept and given to clients of the API. The mock verifies certificates all the same: to reach a shop with one of your own, name its authority in NODE_EXTRA_CA_CERTS."
      />
    </fieldset>
  )
}
