/**
 * The same XML in US-ASCII: other characters become numeric references, a CDATA section that holds some becomes text.
 * In comments and processing instructions, where no reference is read, they become `?`.
 */
export function toAscii(xml: string): string {
  if (isAscii(xml)) return xml
  let out = ''
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    const section = open === -1 ? undefined : sectionAt(xml, open)
    if (section === undefined) {
      const end = open === -1 ? xml.length : open + 1
      out += withReferences(xml.slice(at, end))
      at = end
    } else {
      out += withReferences(xml.slice(at, open)) + section.ascii
      at = section.end
    }
  }
  return out
}

function sectionAt(xml: string, open: number): { readonly end: number; readonly ascii: string } | undefined {
  for (const [start, stop] of [
    ['<![CDATA[', ']]>'],
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const) {
    if (!xml.startsWith(start, open)) continue
    const close = xml.indexOf(stop, open + start.length)
    const end = close === -1 ? xml.length : close + stop.length
    const whole = xml.slice(open, end)
    if (isAscii(whole)) return { end, ascii: whole }
    if (start !== '<![CDATA[') return { end, ascii: whole.replace(/\P{ASCII}/gu, '?') }
    return { end, ascii: withReferences(escaped(xml.slice(open + start.length, close === -1 ? end : close))) }
  }
  return undefined
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function withReferences(xml: string): string {
  return xml.replace(/\P{ASCII}/gu, character => `&#${character.codePointAt(0)};`)
}

function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text)
}
