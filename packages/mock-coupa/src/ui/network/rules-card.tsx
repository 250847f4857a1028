import type { BuyerAccount } from '../../network/account.js'
import type { RuleName } from '../../network/transaction-rules.js'
import { Card } from '../elements/card.js'
import { CheckField } from '../elements/field.js'
import { networkPagePaths } from './paths.js'

const labels: Readonly<Record<RuleName, string>> = {
  allowConfirmations: 'Suppliers may confirm orders',
  allowShipNotices: 'Suppliers may send ship notices',
  allowInvoices: 'Suppliers may send invoices',
  allowCreditMemos: 'Suppliers may send credit memos',
  allowInvoicesWithoutOrder: 'Invoices may refer to no order of the network',
  requireConfirmationBeforeShipNotice: 'An order must be confirmed before it is shipped',
  requireConfirmationBeforeInvoice: 'An order must be confirmed before it is invoiced',
  requireShipNoticeBeforeInvoice: 'An order must be shipped before it is invoiced',
  allowPriceChanges: 'Confirmations may name other unit prices',
  allowQuantityChanges: 'Confirmations may name other quantities',
  allowInvoicePriceChanges: 'Invoices may name other unit prices',
  allowInvoiceQuantityIncreases: 'Invoices may ask for more than was ordered',
}

const names = Object.keys(labels) as readonly RuleName[]

/** What one buyer lets its suppliers send. */
export function RulesCard({ buyer }: { readonly buyer: BuyerAccount }) {
  return (
    <Card title={`Transaction rules of ${buyer.name}`} id={`rules-${buyer.anid}`}>
      <form method="post" action={networkPagePaths.rules}>
        <input type="hidden" name="buyer" value={buyer.anid} />
        <div class="form-grid">
          {names.map(name => (
            <CheckField name={name} label={labels[name]} isChecked={buyer.rules[name]} />
          ))}
        </div>
        <div class="actions form-section">
          <button class="button button-main" type="submit">
            Save rules
          </button>
        </div>
      </form>
    </Card>
  )
}
