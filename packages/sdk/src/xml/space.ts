/** XML white space is space, tab, line feed and carriage return, nothing else: a no-break space is text (XML 1.0 §2.3). */
export function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d
}

/** Without outer XML white space. By scanning: `/\s+$/` takes quadratic time and also strips no-break spaces. */
export function trimXmlSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!isXmlSpace(text.charCodeAt(index))) return false
  }
  return true
}
