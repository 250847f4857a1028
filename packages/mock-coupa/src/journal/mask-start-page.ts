/**
 * A PunchOutSetupResponse for the journal: the StartPage is a key to the shopper's session, so its address stays
 * without what opens it. Whatever else is given stays as it is.
 */
export function maskStartPage(text: string): string {
  return text.replace(/(<StartPage\b[^>]*>\s*<URL\b[^>]*>)([\s\S]*?)(<\/URL>)/, (_all, open, url, close) => {
    const parsed = URL.parse(url.trim())
    const shown = parsed === null ? '' : `${parsed.origin}${parsed.pathname.replace(/[^/]*$/, '')}`
    return `${open}${shown}********${close}`
  })
}
