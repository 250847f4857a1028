import { OciError } from './oci-error.js'

/** How a trip by OCI goes back: kept with the session from the call that opened it. */
export interface OciReturn {
  /** Where in the buyer's frames the cart is posted to: `~TARGET`. */
  readonly target: string
  /** `~OkCode`, `~TARGET` and `~CALLER` as they came, which go back unchanged. */
  readonly echo: readonly { readonly name: string; readonly value: string }[]
  readonly charset: 'utf-8' | 'iso-8859-1'
}

/** What the buyer wants of the catalogue. Absent FUNCTION: to shop. */
export type OciWish =
  | { readonly function: 'SHOP' }
  | { readonly function: 'DETAIL'; readonly productID: string }
  | { readonly function: 'VALIDATE'; readonly productID: string; readonly quantity: string }
  | { readonly function: 'BACKGROUND_SEARCH'; readonly searchString: string }

const longestField = 2000
const mostFields = 100

/**
 * The fields of a call, by GET or POST, each once, or again with the same value. Names are SAP's own; case counts, but `hook_url` in small letters is
 * seen, so names are looked up without it.
 */
export class OciCall {
  readonly #fields = new Map<string, string>()
  /** As they came. */
  readonly fields: readonly (readonly [name: string, value: string])[]

  constructor(fields: Iterable<readonly [string, string]>) {
    this.fields = [...fields]
    if (this.fields.length > mostFields) {
      throw new OciError('ERR_OCI_FIELD_INVALID', `The call has more than ${mostFields} fields`)
    }
    for (const [name, value] of this.fields) {
      const key = name.toLowerCase()
      if (value.length > longestField) {
        throw new OciError('ERR_OCI_FIELD_INVALID', `is longer than ${longestField} characters`, name)
      }
      if ((this.#fields.get(key) ?? value) !== value) {
        throw new OciError(
          'ERR_OCI_FIELD_INVALID',
          'stands in the call more than once, with different values',
          name,
        )
      }
      this.#fields.set(key, value)
    }
  }

  /** Undefined where it is missing or empty. */
  get(name: string): string | undefined {
    return this.#fields.get(name.toLowerCase()) || undefined
  }
}

/** `FUNCTION` and what it needs. */
export function readWish(call: OciCall): OciWish {
  const wanted = call.get('FUNCTION')?.toUpperCase() ?? 'SHOP'
  switch (wanted) {
    case 'SHOP':
    // Unverified: a demand that a purchaser looks for a source of. What is looked for is left to the shop (SEARCHSTRING).
    case 'SOURCING':
      return { function: 'SHOP' }
    case 'DETAIL':
      return { function: 'DETAIL', productID: required(call, 'PRODUCTID') }
    case 'VALIDATE':
      return { function: 'VALIDATE', productID: required(call, 'PRODUCTID'), quantity: quantityOf(call) }
    case 'BACKGROUND_SEARCH':
      return { function: 'BACKGROUND_SEARCH', searchString: required(call, 'SEARCHSTRING') }
    default:
      throw new OciError(
        'ERR_OCI_FIELD_INVALID',
        'must be DETAIL, VALIDATE, BACKGROUND_SEARCH or SOURCING, or be left out to shop',
        'FUNCTION',
      )
  }
}

function required(call: OciCall, name: string): string {
  const value = call.get(name)
  if (value === undefined) throw new OciError('ERR_OCI_FIELD_INVALID', 'is missing', name)
  return value
}

function quantityOf(call: OciCall): string {
  const text = call.get('QUANTITY')?.trim() ?? '1'
  if (/^\d{1,11}(?:\.\d{1,3})?$/.test(text) && !/^[0.]+$/.test(text)) return text
  throw new OciError('ERR_OCI_FIELD_INVALID', 'must be a decimal number greater than 0', 'QUANTITY')
}

/** `_top` where nothing is said: SAP shows catalogues in a frame of its own. */
export function readTarget(call: OciCall): string {
  const target = call.get('~TARGET') ?? '_top'
  if (/^(?:_top|_parent|_self|_blank|[A-Za-z][\w-]{0,63})$/.test(target)) return target
  throw new OciError(
    'ERR_OCI_FIELD_INVALID',
    'must be _top, _parent, _self, _blank or the name of a frame',
    '~TARGET',
  )
}

const echoed = ['~OkCode', '~TARGET', '~CALLER'] as const

/** Unverified: that the buyer wants them back. Public samples of returned carts carry them. */
export function readEcho(call: OciCall): OciReturn['echo'] {
  return echoed.flatMap(name => {
    const value = call.get(name)
    return value === undefined ? [] : [{ name, value }]
  })
}
