/** What can be talked about: Coupa's `commentable-type`. */
export type CommentableType = 'RequisitionHeader' | 'OrderHeader' | 'InvoiceHeader' | 'User'

/** One document. The id of a requisition or an order is its number. */
export interface Commentable {
  readonly type: CommentableType
  readonly id: number
}

/** Who wrote: a person of the company, or somebody of a supplier. */
export interface Author {
  readonly fullName: string
  /** Absent where a supplier wrote. */
  readonly login?: string
  /** Id of the supplier that wrote. */
  readonly supplier?: number
}

/** Something said on a document. Names are Coupa's (`commentable-type`, `to-supplier`, …) in camelCase. */
export interface Comment {
  readonly id: number
  readonly on: Commentable
  /** The text, mentions as they were written: `@[User:2]` or `@mark`. */
  readonly comments: string
  readonly commentType?: string
  /** The supplier of the document reads it, too. */
  readonly toSupplier: boolean
  readonly author: Author
  /** Logins of the people of the company that the text mentions. */
  readonly mentions: readonly string[]
  readonly createdAt: Date
  readonly updatedAt: Date
}
