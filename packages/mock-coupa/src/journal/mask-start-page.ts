import { redact } from '@punchloop/sdk/cxml'

/**
 * A PunchOutSetupResponse for the journal, in whatever encoding it came: a StartPage is a key to the shopper's session,
 * so of each address only the host stays. Whatever else is no secret stays as it is.
 */
export function maskStartPage(body: Uint8Array): string {
  return redact(body).replace(
    /(<StartPage\b[^>]*>\s*<URL\b[^>]*>)([\s\S]*?)(<\/URL>)/g,
    (_all, open, url, close) => `${open}${hostOf(url)}********${close}`,
  )
}

function hostOf(url: string): string {
  const parsed = URL.parse(url.replace(/<!\[CDATA\[|\]\]>/g, '').trim())
  return parsed === null || parsed.host === '' ? '' : `${parsed.origin}/`
}
