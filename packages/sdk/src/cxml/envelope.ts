/** Makes the `payloadID` and `timestamp` of a new document. */
export declare function envelope(options: {
  readonly clock: () => Date
  readonly randomBytes: (length: number) => Uint8Array
  readonly host: string
}): { readonly payloadID: string; readonly timestamp: string }
