/** The hidden form field that carries a document through the browser. Receivers take any letter case. */
export type FormEncoding = 'cxml-base64' | 'cxml-urlencoded'

export declare function encodeBrowserForm(
  xml: string,
  encoding: FormEncoding,
): { readonly name: FormEncoding; readonly value: string }

export declare function decodeBrowserForm(fields: Iterable<readonly [string, string]>): Uint8Array
