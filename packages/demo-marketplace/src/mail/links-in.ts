const most = 10

/** The web addresses in a text, each once; whatever else calls itself an address (`javascript:`) is not among them. */
export function linksIn(text: string): string[] {
  const found = text.match(/\bhttps?:\/\/[^\s<>"']+/g) ?? []
  const trimmed = found.map(link => link.replace(/[.,;:!?)\]]+$/, ''))
  return [...new Set(trimmed)].filter(link => URL.canParse(link)).slice(0, most)
}
