import type { EnabledCurrency } from '../../../company/company.js'
import type { FieldProblem } from '../../../errors.js'
import type { Page, Redirect, Visit } from '../../answer.js'
import { TextField } from '../../elements/field.js'
import { paths } from '../../paths.js'
import { EditForm, saving } from '../edit-form.js'
import { setupPage } from '../setup-frame.js'

/** Which currencies there are besides the company's own, and what they are worth. */
export function editCurrencies(visit: Visit): Page {
  return form(visit, visit.coupa.configuration(visit.person.login).currencies ?? [])
}

export function saveCurrencies(visit: Visit): Promise<Page | Redirect> {
  // Not by commas: some write 1,08 and are told.
  const lines = visit.form.text('currencies').split('\n')
  const currencies = lines.filter(line => line.trim() !== '').map(currencyOf)
  return saving({
    save: () => visit.coupa.saveCurrencies(visit.person.login, currencies),
    next: paths.currencies,
    again: problems => form(visit, currencies, problems),
  })
}

/** `EUR 1.08`, or `EUR` alone. */
function currencyOf(line: string): EnabledCurrency {
  const [code = '', rate] = line.trim().split(/[\s=:]+/)
  return { code: code.toUpperCase(), ...(rate === undefined ? {} : { rate }) }
}

function form(
  { coupa, person }: Visit,
  currencies: readonly EnabledCurrency[],
  problems: readonly FieldProblem[] = [],
): Page {
  const { currency } = coupa.configuration(person.login)
  const told = problems.map(({ field, message }) => {
    const index = Number(/^currencies\[(\d+)\]/.exec(field)?.[1] ?? -1)
    return { field: 'currencies', message: `${currencies[index]?.code ?? 'The list'}: ${message}` }
  })
  return setupPage({
    room: 'currencies',
    title: 'Currencies',
    lead: `Limits and totals are in ${currency}. Suppliers may sell in these currencies, too.`,
    ...(problems.length === 0 ? {} : { status: 422 }),
    body: (
      <EditForm action={paths.currencies} cancel={paths.setup} problems={told}>
        <div class="form-grid">
          <TextField
            name="currencies"
            label="Other currencies"
            lines={6}
            value={currencies.map(({ code, rate }) => [code, rate].filter(Boolean).join(' ')).join('\n')}
            hint={`One a line: its code, and what one unit is worth in ${currency}, such as EUR 1.08. Without a rate, buyers must say what a cart is worth, and orders are held.`}
            problems={told}
          />
        </div>
      </EditForm>
    ),
  })
}
