import { CheckField, SecretField, SelectField, TextField } from '../../elements/field.js'
import type { PunchoutSiteForm } from './read-punchout-site.js'

/** The call structure of a catalogue that is entered by SAP's Open Catalog Interface. */
export function OciFields({ site, problems }: PunchoutSiteForm) {
  const { oci } = site
  return (
    <fieldset class="form-section">
      <legend class="legend">Open Catalog Interface</legend>
      <div class="form-grid">
        <TextField
          name="oci.username"
          label="User name"
          value={oci?.username ?? ''}
          required
          problems={problems}
        />
        <SecretField
          name="oci.password"
          label="Password"
          isSet={oci !== undefined && site.id !== undefined}
          hint="It passes through the shopper’s browser: OCI has no other way."
          problems={problems}
        />
        <SelectField
          name="oci.method"
          label="Called by"
          value={oci?.method ?? 'POST'}
          choices={[
            ['POST', 'POST'],
            ['GET', 'GET'],
          ]}
        />
        <SelectField
          name="oci.charset"
          label="Character set"
          value={oci?.charset ?? 'utf-8'}
          choices={[
            ['utf-8', 'UTF-8'],
            ['iso-8859-1', 'ISO-8859-1'],
          ]}
        />
      </div>
      <CheckField
        name="oci.searches"
        label="Search in this catalogue"
        isChecked={oci?.searches === true}
        hint="Searches ask it in the background (BACKGROUND_SEARCH); a hit opens the shop at its product (DETAIL)."
        problems={problems}
      />
    </fieldset>
  )
}
