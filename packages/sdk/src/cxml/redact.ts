/** The document without its secrets, as text. */
export declare function redact(document: string | Uint8Array): string

/** The document, indented for people. */
export declare function prettyPrint(xml: string): string
