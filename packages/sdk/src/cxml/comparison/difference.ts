/** Where something stands in one of two documents. Lines and columns begin with 1. */
export interface DifferencePlace {
  readonly line: number
  readonly column: number
  /** `/cXML/Request/OrderRequest/ItemOut[2]/@quantity`. */
  readonly path: string
  /** What stands there: text, an attribute's value, an element as XML. Cut where it is long; asterisks for secrets. */
  readonly value: string
}

/** One thing that two documents do not both say. */
export type CxmlDifference =
  | { readonly kind: 'changed'; readonly left: DifferencePlace; readonly right: DifferencePlace }
  /** The same element, in another order among its siblings. */
  | { readonly kind: 'moved'; readonly left: DifferencePlace; readonly right: DifferencePlace }
  /** Only in the left document. */
  | { readonly kind: 'removed'; readonly left: DifferencePlace }
  /** Only in the right document. */
  | { readonly kind: 'added'; readonly right: DifferencePlace }

/** What {@link diffCxml} finds. */
export interface CxmlComparison {
  /** Whether the documents mean the same. */
  readonly same: boolean
  /** In the order of the left document; no more than 1,000. */
  readonly differences: readonly CxmlDifference[]
}
