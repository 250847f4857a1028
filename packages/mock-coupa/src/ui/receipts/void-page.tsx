import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { FormButtons } from '../elements/form-buttons.js'
import { PageHead } from '../elements/page-head.js'
import { orderPath, paths, voidReceiptPath } from '../paths.js'
import { readNumber } from '../read-number.js'

/** Asks why: what is voided is not taken back. */
export function showVoidReceipt({ coupa, person, params }: Visit): Page {
  const receipt = coupa.receipt(person.login, readNumber(params.id, 'receipt'))
  return page({
    title: 'Void a receipt',
    section: 'receipts',
    body: (
      <>
        <PageHead
          title="Void a receipt"
          crumbs={<a href={paths.receipts}>Receipts</a>}
          lead={`${receipt.quantity} ${receipt.uom ?? ''} of ${receipt.description} did not arrive.`}
        />
        <form class="card form" method="post" action={voidReceiptPath(receipt.id)}>
          <Csrf />
          <TextField name="reason" label="Reason" value="" lines={2} />
          <p class="hint">
            The line of <a href={orderPath(receipt.orderNumber)}>order {receipt.orderNumber}</a> is open again
            afterwards.
          </p>
          <FormButtons submit="Void" cancel={paths.receipts} />
        </form>
      </>
    ),
  })
}

export function voidReceipt({ coupa, person, params, form }: Visit): Redirect {
  const reason = form.optional('reason')
  coupa.voidReceipt(person.login, {
    receipt: readNumber(params.id, 'receipt'),
    ...(reason === undefined ? {} : { reason }),
  })
  return redirect(paths.receipts, 'voided')
}
