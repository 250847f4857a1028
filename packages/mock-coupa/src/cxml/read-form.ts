/**
 * An urlencoded form in the character set of the page that it was on: the platform's own reader knows UTF-8 alone.
 * `fatal`: throws a `TypeError` for bytes that are none of it.
 */
export function readForm(
  bytes: Uint8Array,
  charset: 'utf-8' | 'iso-8859-1',
  { fatal = false }: { readonly fatal?: boolean } = {},
): [name: string, value: string][] {
  const decoder = new TextDecoder(charset, { fatal })
  const text = Buffer.from(bytes).toString('latin1')
  return text
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const at = pair.indexOf('=')
      const [name, value] = at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
      return [decode(name, decoder), decode(value, decoder)]
    })
}

function decode(text: string, decoder: InstanceType<typeof TextDecoder>): string {
  const plain = text
    .replaceAll('+', ' ')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decoder.decode(Buffer.from(plain, 'latin1'))
}
