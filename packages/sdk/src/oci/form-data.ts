export interface FormField {
  readonly name: string
  readonly value: string
}

/**
 * `application/x-www-form-urlencoded` → names and values. SAP systems that are not on Unicode encode the letters of
 * ISO-8859-1: what is not UTF-8 is read as that, name by name and value by value.
 */
export function readFormData(text: string): FormField[] {
  return text
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const at = pair.indexOf('=')
      const [name, value] = at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
      return { name: decode(name), value: decode(value) }
    })
}

/** `text` has a character for every byte. */
function decode(text: string): string {
  const bytes = Uint8Array.from(
    text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    character => character.charCodeAt(0),
  )
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('iso-8859-1').decode(bytes)
  }
}
