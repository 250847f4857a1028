import { SecretField, TextField } from '../../elements/field.js'
import { TlsFields } from '../tls-fields.js'
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
        <TlsFields settings={site} problems={problems} />
      </div>
    </fieldset>
  )
}
