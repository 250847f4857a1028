import type { Product } from '../catalog/product.js'
import type { Fresh } from './subscription-store.js'

interface Sources {
  readonly clock: () => Date
  readonly randomBytes: (length: number) => Uint8Array
}

/** Crockford's base 32: no letter that looks like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a vendor would hand out for a new subscription. */
export function createFresh(product: Product, { clock, randomBytes }: Sources): Fresh {
  const { credential, steps } = product.launch
  const value = credential && `${credential.prefix}-${code(randomBytes(15), 5)}`
  return {
    id: `SUB-${code(randomBytes(8), 8)}`,
    startedAt: clock(),
    launch: {
      steps: steps.map(step => (value === undefined ? step : step.replace('{credential}', value))),
      ...(credential === undefined || value === undefined
        ? {}
        : { credential: { label: credential.label, value } }),
    },
  }
}

/** 5 bits of each byte, in groups. */
function code(bytes: Uint8Array, groupLength: number): string {
  const letters = Array.from(bytes, byte => alphabet[byte % alphabet.length])
  const groups = Array.from({ length: Math.ceil(letters.length / groupLength) }, (_, index) =>
    letters.slice(index * groupLength, (index + 1) * groupLength).join(''),
  )
  return groups.join('-')
}
