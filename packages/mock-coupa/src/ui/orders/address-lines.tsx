import type { Address } from '../../company/company.js'

export function AddressLines({ address }: { readonly address: Address }) {
  const town = [address.city, address.state, address.postalCode].filter(Boolean).join(', ')
  return (
    <span class="keep-lines">{[address.name, ...address.streets, town, address.country].join('\n')}</span>
  )
}
