/** Why a catalogue cannot be written, or a file cannot be read at all. */
export type CatalogErrorCode =
  /** The file does not begin as CIF does, or has no `DATA`. */
  | 'ERR_CATALOG_NOT_CIF'
  /** Too many bytes, items or columns. */
  | 'ERR_CATALOG_LIMIT'
  /** An item cannot be written as it is. */
  | 'ERR_CATALOG_ITEM'
  /** A character that the file's charset does not have. */
  | 'ERR_CATALOG_CHARACTER'
  /** The header cannot be written as it is. */
  | 'ERR_CATALOG_HEADER'
  /** A CatalogUploadRequest without the file that it names. */
  | 'ERR_CATALOG_ATTACHMENT'

/** `message` says what was found, what was expected and how to mend it. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError'
  readonly code: CatalogErrorCode
  /** Where in a file that was read; 1 is the first. */
  readonly line?: number
  readonly column?: number
  /** `items[3].unitPrice`: where in what was to be written. */
  readonly path?: string

  constructor(
    code: CatalogErrorCode,
    message: string,
    place: { readonly line?: number; readonly column?: number; readonly path?: string } = {},
  ) {
    super(message)
    this.code = code
    if (place.line !== undefined) this.line = place.line
    if (place.column !== undefined) this.column = place.column
    if (place.path !== undefined) this.path = place.path
  }
}

/** A found value for a message: short, and nothing in it that could move a terminal. */
export function shownValue(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, ' ')
  return JSON.stringify(plain.length > 60 ? `${plain.slice(0, 59)}…` : plain)
}
