import type { Supplier } from '../../../company/company.js'
import type { FieldProblem } from '../../../errors.js'
import { CheckField, SecretField, SelectField, TextField } from '../../elements/field.js'
import type { PunchoutSiteDraft } from './read-punchout-site.js'

interface PartProps {
  readonly site: PunchoutSiteDraft
  readonly problems: readonly FieldProblem[]
}

/** The fields of Coupa's own page, in its order; Open Buy below. */
export function PunchoutSiteFields(props: PartProps & { readonly suppliers: readonly Supplier[] }) {
  return (
    <>
      <General {...props} />
      <Identities {...props} />
      <OpenBuy {...props} />
      <Behaviour {...props} />
    </>
  )
}

function General({ site, problems, suppliers }: PartProps & { readonly suppliers: readonly Supplier[] }) {
  return (
    <div class="form-grid">
      <TextField name="name" label="Name" value={site.name} required problems={problems} />
      <SelectField
        name="supplier"
        label="Supplier"
        required
        value={String(site.supplier)}
        choices={suppliers.map(({ id, name }) => [String(id), name] as const)}
        hint="Whose lines its carts become."
        problems={problems}
      />
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
      <TextField
        name="logoUrl"
        label="Logo"
        type="url"
        value={site.logoUrl ?? ''}
        hint="150 × 50; without one the name is shown."
        problems={problems}
      />
      <TextField
        name="tags"
        label="Tags"
        value={site.tags.join(', ')}
        hint="Words that bring this site up in a search, separated by commas."
        problems={problems}
      />
    </div>
  )
}

function Identities({ site, problems }: PartProps) {
  return (
    <fieldset class="form-section">
      <legend class="legend">cXML identities</legend>
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
        <TextField
          name="senderDomain"
          label="Sender domain"
          value={site.senderDomain}
          required
          hint="Ours."
          problems={problems}
        />
        <TextField
          name="senderIdentity"
          label="Sender identity"
          value={site.senderIdentity}
          required
          problems={problems}
        />
        <SecretField
          name="secret"
          label="Shared secret"
          required
          isSet={site.id !== undefined}
          hint="Both sides know it; it is never shown again."
          problems={problems}
        />
      </div>
    </fieldset>
  )
}

function OpenBuy({ site, problems }: PartProps) {
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
      </div>
    </fieldset>
  )
}

function Behaviour({ site, problems }: PartProps) {
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
