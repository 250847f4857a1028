import type { Company } from '../../../company/company.js'
import { CheckField, SecretField, SelectField, TextField } from '../../elements/field.js'
import { Connection } from './connection-fields.js'
import { CustomFields } from './custom-fields.js'
import { LogoField } from './logo-field.js'
import { OciFields } from './oci-fields.js'
import type { PunchoutSiteForm } from './read-punchout-site.js'

/** The fields of Coupa's own page, in its order; what the mock has beyond them below. */
export function PunchoutSiteFields(
  props: PunchoutSiteForm & { readonly company: Company; readonly catalogs: 'cxml' | 'oci' },
) {
  return (
    <>
      <General {...props} />
      {props.catalogs === 'oci' && <OciFields {...props} />}
      <Connection {...props} />
      <CustomFields {...props} />
      <OpenBuy {...props} />
      <Behaviour {...props} />
    </>
  )
}

function General({ site, problems, company }: PunchoutSiteForm & { readonly company: Company }) {
  const commodities = company.commodities.map(({ name }) => [name, name] as const)
  return (
    <div class="form-grid">
      <TextField name="name" label="Name" value={site.name} required problems={problems} />
      <TextField
        name="url"
        label="Punchout URL"
        type="url"
        value={site.url}
        required
        wide
        hint="Where PunchOutSetupRequests are posted."
        problems={problems}
      />
      <TextField name="description" label="Description" value={site.description} wide problems={problems} />
      <LogoField site={site} problems={problems} />
      <SelectField
        name="supplier"
        label="Supplier"
        required
        value={String(site.supplier)}
        choices={company.suppliers
          .filter(({ id, active }) => active || id === site.supplier)
          .map(({ id, name }) => [String(id), name])}
        hint="Whose lines its carts become. It must be active."
        problems={problems}
      />
      <TextField
        name="relatedCommodities"
        label="Related Commodities"
        value={(site.relatedCommodities ?? []).join(', ')}
        hint={`Separated by commas. There are: ${company.commodities.map(({ name }) => name).join(', ')}.`}
        problems={problems}
      />
      <SelectField
        name="commodity"
        label="Commodity of its lines"
        value={site.commodity ?? ''}
        choices={[['', 'From the UNSPSC code of each line'], ...commodities]}
        problems={problems}
      />
      <TextField
        name="contractId"
        label="Contract"
        value={numberText(site.contractId)}
        hint="Id of the contract that its lines are bought under."
        problems={problems}
      />
      <TextField
        name="tags"
        label="Tag List"
        value={site.tags.join(', ')}
        hint="Words that rank this site first in a search, separated by commas."
        problems={problems}
      />
      <TextField
        name="leadTimeDays"
        label="Lead Time"
        value={numberText(site.leadTimeDays)}
        hint="In days. When the order is made, a need-by date that is blank or earlier is set to the order’s date plus this."
        problems={problems}
      />
    </div>
  )
}

const numberText = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '' : String(value)

function OpenBuy({ site, problems }: PunchoutSiteForm) {
  const { openBuy } = site
  return (
    <fieldset class="form-section">
      <legend class="legend">Open Buy</legend>
      <CheckField
        name="openBuy.enabled"
        label="Search at this supplier"
        isChecked={openBuy.enabled}
        hint="Its products appear among the search results."
        problems={problems}
      />
      <div class="form-grid">
        <TextField
          name="openBuy.url"
          label="Service URL"
          type="url"
          value={openBuy.url}
          wide
          hint="authentication, search, detail and checkout are below it."
          problems={problems}
        />
        <SecretField
          name="openBuy.credentials"
          label="Credentials"
          isSet={site.id !== undefined && openBuy.enabled}
          problems={problems}
        />
        <TextField
          name="openBuy.timeoutMs"
          label="Wait at most, in milliseconds"
          value={Number.isNaN(openBuy.timeoutMs) ? '' : String(openBuy.timeoutMs)}
          problems={problems}
        />
        <TextField
          name="openBuy.pathVersion"
          label="Version in the paths"
          value={openBuy.pathVersion ?? ''}
          hint="v1.0.0 asks at /search/v1.0.0. Empty: at /search."
          problems={problems}
        />
        <TextField
          name="openBuy.oauth.tokenUrl"
          label="OAuth token URL"
          type="url"
          value={openBuy.oauth?.tokenUrl ?? ''}
          hint="Empty: the token comes from /authentication."
          problems={problems}
        />
        <TextField
          name="openBuy.oauth.clientId"
          label="OAuth client ID"
          value={openBuy.oauth?.clientId ?? ''}
          hint="The credentials are its secret."
          problems={problems}
        />
      </div>
    </fieldset>
  )
}

function Behaviour({ site, problems }: PunchoutSiteForm) {
  return (
    <fieldset class="form-section">
      <legend class="legend">Behaviour</legend>
      <CheckField name="active" label="Active" isChecked={site.active} hint="Shown under Shop Online." />
      <CheckField
        name="sendsShipTo"
        label="Send the shopper’s address as ShipTo"
        isChecked={site.sendsShipTo}
        problems={problems}
      />
      <CheckField name="supportsEdit" label="Supports edit" isChecked={site.supportsEdit} />
      <CheckField name="supportsInspect" label="Supports inspect" isChecked={site.supportsInspect} />
    </fieldset>
  )
}
