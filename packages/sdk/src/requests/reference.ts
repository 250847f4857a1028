/**
 * `SupplierPartAuxiliaryID` of a returned line: the request and the line in it. The request's id is random (128 bits),
 * so a reference cannot be guessed; it is short and plain, since buyers cut what is longer than 100 characters and
 * change what is not ASCII.
 */
export function writeReference(requestId: string, lineNumber: number): string {
  return `${requestId}.${lineNumber}`
}

/** Undefined for anything that we did not write. */
export function readReference(
  reference: string,
): { readonly requestId: string; readonly lineNumber: number } | undefined {
  const [, requestId, lineNumber] = /^([0-9a-f]{32})\.([1-9][0-9]{0,4})$/.exec(reference) ?? []
  if (requestId === undefined || lineNumber === undefined) return undefined
  return { requestId, lineNumber: Number(lineNumber) }
}
