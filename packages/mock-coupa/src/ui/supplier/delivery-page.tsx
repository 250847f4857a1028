import type { TlsSettings } from '../../company/tls-settings.js'
import type { FieldProblem } from '../../errors.js'
import type { PoDelivery } from '../../supplier-portal.js'
import { type Page, page, type Redirect } from '../answer.js'
import { SecretField, SelectField, TextField } from '../elements/field.js'
import { PageHead } from '../elements/page-head.js'
import type { Fields } from '../fields.js'
import { EditForm, saving } from '../setup/edit-form.js'
import { supplierPaths } from './paths.js'
import { TlsShown } from './tls-shown.js'
import type { SupplierVisit } from './visit.js'

/** How purchase orders reach this supplier. */
export function showDelivery({ portal, supplier }: SupplierVisit): Page {
  const delivery = portal.delivery(supplier.id)
  return form(delivery, delivery)
}

export function saveDelivery(visit: SupplierVisit): Promise<Page | Redirect> {
  const { portal, supplier } = visit
  const old = portal.delivery(supplier.id)
  const delivery = readDelivery(visit.form, old)
  return saving({
    save: () => portal.saveDelivery(supplier.id, delivery),
    next: supplierPaths.delivery,
    again: problems => form(delivery, old, problems),
  })
}

const methods: readonly (readonly [PoDelivery['poMethod'], string])[] = [
  ['cxml', 'cXML'],
  ['xml', 'XML (as the buyer’s REST API shows an order)'],
  ['email', 'Email'],
  ['prompt', 'Prompt (the buyer sends each by hand)'],
  ['mark_as_sent', 'Mark as Sent (orders are looked at here)'],
  ['buy_online', 'Buy Online'],
]

function readDelivery(fields: Fields, old: PoDelivery): PoDelivery {
  const poMethod = methods.find(([method]) => method === fields.text('poMethod'))?.[0] ?? old.poMethod
  const cxml = {
    url: fields.text('cxml.url'),
    domain: fields.text('cxml.domain'),
    identity: fields.text('cxml.identity'),
    supplierDomain: fields.text('cxml.supplierDomain'),
    supplierIdentity: fields.text('cxml.supplierIdentity'),
    secret: fields.text('cxml.secret'),
  }
  const isFilled = Object.values(cxml).some(text => text !== '')
  const poEmail = fields.optional('poEmail')
  return {
    poMethod,
    ...(poEmail === undefined ? {} : { poEmail }),
    ...(poMethod === 'cxml' || poMethod === 'xml' || isFilled ? { cxml } : {}),
  }
}

function form(
  { poMethod, poEmail, cxml }: PoDelivery,
  tls: TlsSettings,
  problems: readonly FieldProblem[] = [],
): Page {
  return page({
    title: 'PO delivery',
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <>
        <PageHead title="PO delivery" lead="How purchase orders reach you." />
        <EditForm action={supplierPaths.delivery} cancel={supplierPaths.orders} problems={problems}>
          <SelectField
            name="poMethod"
            label="PO Method"
            required
            value={poMethod}
            choices={methods}
            problems={problems}
          />
          <TextField name="poEmail" label="PO Email" type="email" value={poEmail ?? ''} problems={problems} />
          <fieldset class="form-section">
            <legend class="legend">cXML</legend>
            <CxmlFields cxml={cxml} tls={tls} problems={problems} />
          </fieldset>
        </EditForm>
      </>
    ),
  })
}

function CxmlFields(props: {
  readonly cxml: PoDelivery['cxml']
  readonly tls: TlsSettings
  readonly problems: readonly FieldProblem[]
}) {
  const { cxml, tls, problems } = props
  return (
    <div class="form-grid">
      <TextField
        name="cxml.url"
        label="cXML URL"
        type="url"
        wide
        value={cxml?.url ?? ''}
        problems={problems}
      />
      <TextField name="cxml.domain" label="Buyer domain" value={cxml?.domain ?? ''} problems={problems} />
      <TextField
        name="cxml.identity"
        label="Buyer identity"
        value={cxml?.identity ?? ''}
        problems={problems}
      />
      <TextField
        name="cxml.supplierDomain"
        label="Supplier domain"
        value={cxml?.supplierDomain ?? ''}
        problems={problems}
      />
      <TextField
        name="cxml.supplierIdentity"
        label="Supplier identity"
        value={cxml?.supplierIdentity ?? ''}
        problems={problems}
      />
      <SecretField
        name="cxml.secret"
        label="Shared secret"
        isSet={cxml !== undefined}
        hint="Left empty, the word none is sent."
        problems={problems}
      />
      <TlsShown settings={tls} />
    </div>
  )
}
