/** A form with what it would send if nobody typed anything. */
export interface Form {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly fields: Readonly<Record<string, string>>
  /** Texts of its buttons, in order. */
  readonly buttons: readonly string[]
}

/**
 * Reads pages by pattern. That does for pages of servers we wrote ourselves (attributes always quoted, forms never
 * nested) and spares the loop an HTML parser; it is not a way to read anybody else's.
 *
 * A button that sends its form somewhere else (`formaction`) is a form of its own, after the one that it belongs to; one
 * that stands outside of it (`form`) belongs to it all the same.
 */
export function readForms(html: string): Form[] {
  const outside = readButtons(html.replace(formPattern, ''))
  return [...html.matchAll(formPattern)].flatMap(([, attributes = '', content = '']) => {
    const id = attribute(attributes, 'id')
    const buttons = [
      ...readButtons(content),
      ...outside.filter(({ form }) => form !== undefined && form === id),
    ]
    const form: Form = {
      action: attribute(attributes, 'action') ?? '',
      method: attribute(attributes, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: { ...readInputs(content), ...readTextAreas(content), ...readSelects(content) },
      buttons: buttons.filter(({ action }) => action === undefined).map(({ text }) => text),
    }
    const elsewhere = buttons.flatMap(({ action, text }) =>
      action === undefined ? [] : [{ ...form, action, buttons: [text] }],
    )
    return [form, ...elsewhere]
  })
}

const formPattern = /<form\b([^>]*)>([\s\S]*?)<\/form>/gi

function readButtons(html: string) {
  return [...html.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi)].map(
    ([, attributes = '', text = '']) => ({
      text: readText(text),
      form: attribute(attributes, 'form'),
      action: attribute(attributes, 'formaction'),
    }),
  )
}

export function readLinks(html: string): { href: string; text: string }[] {
  return [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)].flatMap(([, attributes = '', text = '']) => {
    const href = attribute(attributes, 'href')
    return href === undefined ? [] : [{ href, text: readText(text) }]
  })
}

export function readTitle(html: string): string {
  return readText(/<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '')
}

/** What a person reads: no tags, references resolved, white space collapsed. */
export function readText(html: string): string {
  const visible = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')
  return resolveReferences(visible).replace(/\s+/g, ' ').trim()
}

function readInputs(content: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, attributes = ''] of content.matchAll(/<input\b([^>]*)>/gi)) {
    const name = attribute(attributes, 'name')
    const type = attribute(attributes, 'type')?.toLowerCase() ?? 'text'
    const isSent =
      type === 'radio' || type === 'checkbox' ? /\schecked\b/i.test(attributes) : type !== 'submit'
    if (name !== undefined && isSent) fields[name] = attribute(attributes, 'value') ?? ''
  }
  return fields
}

function readTextAreas(content: string): Record<string, string> {
  const areas = content.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)
  return Object.fromEntries(
    [...areas].map(([, attributes = '', text = '']) => [
      attribute(attributes, 'name') ?? '',
      resolveReferences(text),
    ]),
  )
}

function readSelects(content: string): Record<string, string> {
  const selects = content.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)
  return Object.fromEntries(
    [...selects].map(([, attributes = '', options = '']) => {
      const all = [...options.matchAll(/<option\b([^>]*)>/gi)].map(([, option = '']) => option)
      const chosen = all.find(option => /\sselected\b/i.test(option)) ?? all[0] ?? ''
      return [attribute(attributes, 'name') ?? '', attribute(chosen, 'value') ?? '']
    }),
  )
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes)
  return value ? resolveReferences(value[1] ?? value[2] ?? '') : undefined
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function resolveReferences(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16))
    return named[name] ?? whole
  })
}
