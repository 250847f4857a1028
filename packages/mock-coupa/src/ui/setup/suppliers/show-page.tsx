import type { PoMethod, Supplier } from '../../../company/supplier.js'
import { CoupaError, type FieldProblem } from '../../../errors.js'
import type { Page, Redirect, Visit } from '../../answer.js'
import type { Fields } from '../../fields.js'
import { paths, supplierPath } from '../../paths.js'
import { readNumber } from '../../read-number.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'
import { readTlsSettings } from '../tls-fields.js'
import { isFilled, readCxml } from './cxml-fields.js'
import { readWindows } from './order-windows.js'
import { poMethodWords, readConfirmationLevel } from './ordering-fields.js'
import { type SupplierDraft, SupplierFields } from './supplier-fields.js'

export function newSupplier(): Page {
  return form({ name: '', active: true, poMethod: 'cxml' })
}

export function editSupplier(visit: Visit): Page {
  return form(find(visit))
}

export function saveSupplier(visit: Visit): Promise<Page | Redirect> {
  const { coupa, params } = visit
  const id = params.id === undefined ? undefined : readNumber(params.id, 'supplier')
  const supplier = { ...(id === undefined ? {} : notShown(find(visit))), ...readSupplier(visit.form, id) }
  return saving({
    save: () => coupa.saveSupplier(visit.person.login, supplier),
    next: paths.suppliers,
    again: problems => form(supplier, problems),
  })
}

function form(supplier: SupplierDraft, problems: readonly FieldProblem[] = []): Page {
  const path = supplier.id === undefined ? undefined : supplierPath(supplier.id)
  return setupPage({
    room: 'suppliers',
    title: path === undefined ? 'New supplier' : supplier.name || 'Supplier',
    crumbs: <a href={paths.suppliers}>Suppliers</a>,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm action={path ?? paths.suppliers} cancel={paths.suppliers} problems={problems}>
        <SupplierFields supplier={supplier} problems={problems} />
      </EditForm>
    ),
  })
}

function find({ coupa, person, params }: Visit): Supplier {
  const id = readNumber(params.id, 'supplier')
  const supplier = coupa.configuration(person.login).suppliers.find(candidate => candidate.id === id)
  if (supplier === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no supplier ${id}`)
  return supplier
}

/** What the form does not show stays as it is. */
function notShown(supplier: Supplier) {
  const { invoiceMatchingLevel, allowCxmlInvoicing, allowExtraCharges, inboundSender } = supplier
  return {
    ...(invoiceMatchingLevel === undefined ? {} : { invoiceMatchingLevel }),
    ...(allowCxmlInvoicing === undefined ? {} : { allowCxmlInvoicing }),
    ...(allowExtraCharges === undefined ? {} : { allowExtraCharges }),
    ...(inboundSender === undefined ? {} : { inboundSender }),
  }
}

/** A group of fields that was left empty is not there at all. */
function readSupplier(fields: Fields, id: number | undefined): SupplierDraft {
  const poChangeMethod = readMethod(fields.text('poChangeMethod'))
  const { poMethod, ...ordering } = readOrdering(fields)
  const cxml = readCxml(fields)
  const httpUsername = fields.optional('cxml.httpUsername')
  const http =
    httpUsername === undefined ? {} : { httpUsername, httpPassword: fields.text('cxml.httpPassword') }
  const inbound = {
    domain: fields.text('inbound.domain'),
    identity: fields.text('inbound.identity'),
    secret: fields.text('inbound.secret'),
  }
  const goesByCxml = [poMethod, poChangeMethod].some(method => method === 'cxml' || method === 'xml')
  return {
    ...(id === undefined ? {} : { id }),
    name: fields.text('name'),
    active: fields.isChecked('active'),
    poMethod,
    ...(poChangeMethod === undefined ? {} : { poChangeMethod }),
    ...ordering,
    ...(goesByCxml || isFilled(cxml) ? { cxml: { ...cxml, ...http } } : {}),
    ...(isFilled(inbound) ? { inbound } : {}),
    ...readTlsSettings(fields),
    ...readInvoicing(fields),
  }
}

function readInvoicing(
  fields: Fields,
): Pick<Supplier, 'sendInvoicesToApprovals' | 'holdInvoicesForApReview'> {
  const sends = fields.optional('sendInvoicesToApprovals')
  return {
    ...(sends === undefined ? {} : { sendInvoicesToApprovals: sends === 'true' }),
    ...(fields.isChecked('holdInvoicesForApReview') ? { holdInvoicesForApReview: true } : {}),
  }
}

function readOrdering(fields: Fields) {
  const poEmail = fields.optional('poEmail')
  const orderWindows = readWindows(fields)
  const orderConfirmationLevel = readConfirmationLevel(fields.text('orderConfirmationLevel'))
  const confirmByHours = fields.optional('confirmByHours')
  const switches = (['buyerHold', 'onHold', 'supplyChainCollaboration', 'sendsDelete'] as const).filter(
    name => fields.isChecked(name),
  )
  return {
    poMethod: readMethod(fields.text('poMethod')) ?? 'cxml',
    ...(poEmail === undefined ? {} : { poEmail }),
    ...(orderWindows.length === 0 ? {} : { orderWindows }),
    ...(orderConfirmationLevel === undefined ? {} : { orderConfirmationLevel }),
    ...(confirmByHours === undefined ? {} : { confirmByHours: Number(confirmByHours) }),
    ...Object.fromEntries(switches.map(name => [name, true])),
  }
}

function readMethod(text: string): PoMethod | undefined {
  return isMethod(text) ? text : undefined
}

function isMethod(text: string): text is PoMethod {
  return Object.hasOwn(poMethodWords, text)
}
