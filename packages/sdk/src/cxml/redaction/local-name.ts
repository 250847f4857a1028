/** Without prefix, in small letters: what is broken in two spells one name in two ways. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}
