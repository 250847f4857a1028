/** Something in a document that the standard forbids but that does not keep us from reading it. */
export interface CxmlWarning {
  readonly code:
    | 'WARN_CXML_DOCTYPE'
    | 'WARN_CXML_FIELD_MISSING'
    | 'WARN_CXML_ORDER'
    | 'WARN_CXML_UNKNOWN_ELEMENT'
    | 'WARN_CXML_UNKNOWN_ATTRIBUTE'
    | 'WARN_CXML_UNEXPECTED_TEXT'
    | 'WARN_CXML_FIELD_INVALID'
  readonly message: string
  readonly line: number
  readonly column: number
  readonly path: string
}
