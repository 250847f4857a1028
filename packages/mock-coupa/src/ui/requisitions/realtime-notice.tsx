import type { RequisitionLine } from '../../requisitions/requisition.js'
import { formatMoney } from '../elements/money.js'
import { punchoutPath } from '../paths.js'

/** What the supplier says of a line that was added from its search. */
export function RealtimeNotice({ line }: { readonly line: RequisitionLine }) {
  const { realtime, punchoutSite } = line
  if (realtime === undefined || punchoutSite === undefined) return null
  const { asyncStatus, errorCode, translatedErrorMessage, alternates } = realtime
  const message =
    translatedErrorMessage ??
    (asyncStatus === 'pending' ? `${punchoutSite.name} is being asked about it` : undefined)
  if (message === undefined) return null
  const hasOptions = errorCode === 'has_more_options' || errorCode === 'check_out_options_reqd'
  const query = new URLSearchParams({ item: line.sourcePartNum ?? '' })
  return (
    <span class="line-notice" data-async-status={asyncStatus} data-error-code={errorCode}>
      <span class={asyncStatus === 'failed' ? 'problem' : 'soft'}>
        {message}
        {errorCode !== undefined && <span class="code"> {errorCode}</span>}
      </span>
      {hasOptions && (
        <a href={`${punchoutPath(punchoutSite.id)}?${query}`}>Choose options at {punchoutSite.name}</a>
      )}
      {alternates.length > 0 && (
        <span class="soft">
          Offered instead:{' '}
          {alternates
            .map(
              ({ description, unitPrice, currency }) => `${description}, ${formatMoney(unitPrice, currency)}`,
            )
            .join('; ')}
        </span>
      )}
    </span>
  )
}
