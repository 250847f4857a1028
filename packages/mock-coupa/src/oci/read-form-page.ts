/** More of a page is no form of results. In UTF-16 units. */
const longestPage = 4 * 1024 * 1024

/** The fields of the forms of a page, as a browser would send them, whatever else the page shows. */
export function readFormPage(html: string): [name: string, value: string][] {
  const fields: [string, string][] = []
  for (const [, attributes = ''] of html
    .slice(0, longestPage)
    .matchAll(/<input\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi)) {
    const input = attributesOf(attributes)
    const name = input.get('name')
    if (name !== undefined) fields.push([name, input.get('value') ?? ''])
  }
  return fields
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''))
  }
  return attributes
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
