import type { ConfirmationLevel, PoMethod, Supplier } from '../../../company/supplier.js'
import type { FieldProblem } from '../../../errors.js'
import { CheckField, SelectField, TextField } from '../../elements/field.js'
import { windowLines } from './order-windows.js'

/** Coupa's `po-method` in words. */
export const poMethodWords: Readonly<Record<PoMethod, string>> = {
  cxml: 'cXML',
  xml: 'XML (as the REST API shows an order)',
  email: 'Email',
  prompt: 'Prompt (somebody sends them by hand)',
  mark_as_sent: 'Mark as sent (nothing leaves)',
  buy_online: 'Buy online',
}

const confirmationLevels: readonly (readonly [ConfirmationLevel | '', string])[] = [
  ['', 'Not asked for, but taken'],
  ['not_applicable', 'Not applicable'],
  ['header', 'Header (the whole order)'],
  ['line', 'Line'],
]

export function readConfirmationLevel(text: string): ConfirmationLevel | undefined {
  const known = confirmationLevels.find(([level]) => level === text)?.[0]
  return known === '' ? undefined : known
}

const methods = Object.entries(poMethodWords)

interface OrderingProps {
  readonly supplier: Omit<Supplier, 'id'>
  readonly problems: readonly FieldProblem[]
}

/** How and when orders go out, and what holds them. */
export function OrderingFields({ supplier, problems }: OrderingProps) {
  return (
    <>
      <SelectField
        name="poMethod"
        label="Purchase orders go by"
        required
        value={supplier.poMethod}
        choices={methods}
        problems={problems}
      />
      <SelectField
        name="poChangeMethod"
        label="Changed orders go by"
        required
        value={supplier.poChangeMethod ?? ''}
        choices={[['', 'The same way'], ...methods]}
        problems={problems}
      />
      <TextField
        name="poEmail"
        label="PO email"
        type="email"
        value={supplier.poEmail ?? ''}
        problems={problems}
      />
      <TextField
        name="orderWindows"
        label="Order windows"
        lines={3}
        value={windowLines(supplier.orderWindows ?? [])}
        hint="One a line, days of the week from 0 (Sunday) and hours: 1-5 09:00-17:00. Empty: at any time."
        problems={problems}
      />
      <SelectField
        name="orderConfirmationLevel"
        label="Order confirmation level"
        value={supplier.orderConfirmationLevel ?? ''}
        choices={confirmationLevels}
        problems={problems}
      />
      <TextField
        name="confirmByHours"
        label="Confirm by (hours)"
        value={supplier.confirmByHours === undefined ? '' : String(supplier.confirmByHours)}
        hint="From the moment an order is issued."
        problems={problems}
      />
      <CheckField
        name="buyerHold"
        label="Buyer hold"
        isChecked={supplier.buyerHold === true}
        hint="Orders wait until a buyer releases them."
      />
      <CheckField
        name="onHold"
        label="On hold"
        isChecked={supplier.onHold === true}
        hint="Nothing is ordered there for now."
      />
      <CheckField
        name="supplyChainCollaboration"
        label="Supply Chain Collaboration"
        isChecked={supplier.supplyChainCollaboration === true}
        hint="Orders are of cXML 1.2.056."
      />
      <CheckField
        name="sendsDelete"
        label="Send cancellations (extension)"
        isChecked={supplier.sendsDelete === true}
        hint="As an OrderRequest of type delete, which Coupa does not document and other systems send anyway."
      />
    </>
  )
}
