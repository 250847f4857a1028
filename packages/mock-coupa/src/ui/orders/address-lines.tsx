import type { Address } from '../../company/company.js'

export function AddressLines(props: { readonly address: Address; readonly attention?: string | undefined }) {
  const { address, attention } = props
  const { name, streets, city, state, postalCode, country } = address
  const town = [city, state, postalCode].filter(Boolean).join(', ')
  const person = attention === undefined ? [] : [`Attn: ${attention}`]
  return <span class="keep-lines">{[name, ...person, ...streets, town, country].join('\n')}</span>
}
