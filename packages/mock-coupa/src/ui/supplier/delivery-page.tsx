import type { TlsSettings } from '../../company/tls-settings.js'
import type { FieldProblem } from '../../errors.js'
import type { PoDelivery } from '../../supplier-portal.js'
import { type Page, page, type Redirect } from '../answer.js'
import { SelectField, TextField } from '../elements/field.js'
import { PageHead } from '../elements/page-head.js'
import type { Fields } from '../fields.js'
import { EditForm, saving } from '../setup/edit-form.js'
import { CxmlFields, type CxmlWords, isFilled, readCxml } from '../setup/suppliers/cxml-fields.js'
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
  const cxml = readCxml(fields)
  const poEmail = fields.optional('poEmail')
  return {
    poMethod,
    ...(poEmail === undefined ? {} : { poEmail }),
    ...(poMethod === 'cxml' || poMethod === 'xml' || isFilled(cxml) ? { cxml } : {}),
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
            <div class="form-grid">
              <CxmlFields cxml={cxml} words={words} hasSecret={cxml !== undefined} problems={problems} />
              <TlsShown settings={tls} />
            </div>
          </fieldset>
        </EditForm>
      </>
    ),
  })
}

const words: CxmlWords = {
  domain: 'Buyer domain',
  identity: 'Buyer identity',
  secret: 'Shared secret',
}
