import type { CxmlErrorCode } from '../../errors.js'

/** What an error is about: the document is not valid. */
export type ValidationErrorCode =
  /** Not well-formed, wrongly encoded, too large: nothing else could be looked at. */
  | CxmlErrorCode
  /** An element that must be there is not. */
  | 'ERR_DTD_ELEMENT_MISSING'
  /** An element stands before or after its place, or once too often. */
  | 'ERR_DTD_ELEMENT_MISPLACED'
  /** An element that its parent cannot hold, or that the DTD does not know. */
  | 'ERR_DTD_ELEMENT_UNEXPECTED'
  | 'ERR_DTD_ATTRIBUTE_MISSING'
  | 'ERR_DTD_ATTRIBUTE_UNEXPECTED'
  /** A value that the DTD does not list, or not of the attribute's type. */
  | 'ERR_DTD_ATTRIBUTE_VALUE'
  /** Text where only elements may stand, or anything in an empty element. */
  | 'ERR_DTD_TEXT_UNEXPECTED'
  /** The file could not be read. Only ever reported by the command. */
  | 'ERR_UNREADABLE'

/** What a warning is about: the DTD allows it, other systems may not. */
export type ValidationWarningCode =
  /** No document type declaration, or none of cXML's. */
  | 'WARN_CXML_DOCTYPE'
  /** A version newer than we know. */
  | 'WARN_CXML_VERSION'
  /** No date and time with a zone. */
  | 'WARN_CXML_TIMESTAMP'
  /** An amount or quantity that is no plain decimal number. */
  | 'WARN_CXML_NUMBER'
  /** A total that is not the sum of its lines, or that its currency has no coins for. */
  | 'WARN_CXML_TOTAL'
  /** What the standard asks of an invoice of its purpose and does not find. */
  | 'WARN_CXML_INVOICE'
  /** A confirmation, ship notice or receipt against a rule that the standard has in words only. */
  | 'WARN_CXML_FULFILLMENT'
  | 'WARN_CXML_CURRENCY'
  | 'WARN_CXML_COUNTRY'
  | 'WARN_CXML_LANGUAGE'
  | 'WARN_CXML_UNIT_OF_MEASURE'
  | 'WARN_CXML_UNSPSC'
  /** A secret in a document that passes through a browser. */
  | 'WARN_CXML_SECRET'
  /** There are more problems than are listed. */
  | 'WARN_CXML_MORE_PROBLEMS'

/** One thing that is wrong, where, and how to mend it. */
export type CxmlProblem = {
  /** 1 for the first line; the first line also where the problem has no place. */
  readonly line: number
  /** 1 for the first character of the line. */
  readonly column: number
  /** `/cXML/Header/Sender/UserAgent`, `/cXML/@timestamp`: what is wrong or missing. */
  readonly path: string
  /** What was found, what was expected, and how to mend it. */
  readonly message: string
} & (
  | { readonly severity: 'error'; readonly code: ValidationErrorCode }
  | { readonly severity: 'warning'; readonly code: ValidationWarningCode }
)

/** What {@link validateCxml} finds. */
export interface CxmlValidation {
  /** Whether there is no error. */
  readonly valid: boolean
  /** In document order. */
  readonly problems: readonly CxmlProblem[]
  /** What the document was held against; absent where it could not be parsed. */
  readonly dtd?: { readonly file: string; readonly version: string }
}
