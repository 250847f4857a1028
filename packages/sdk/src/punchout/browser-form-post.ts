import { isPublicHttps } from '../buyers/buyer.js'
import { CxmlError } from '../errors.js'

/** Longer than any real one; Coupa's is about 60 characters. */
const longest = 2000

/**
 * `BrowserFormPost/URL` is where the shopper's browser will carry the cart, prices and all: whoever chooses it receives
 * the cart. So it must parse as a WHATWG URL, be https, carry no user info and no control characters, and have one of
 * the origins that were registered for the buyer. It is fixed when the session starts and never read from the browser.
 */
export function assertBrowserFormPost(
  text: string | undefined,
  rules: { readonly origins: readonly string[]; readonly allowInsecureOrigins: boolean },
): string {
  return assertReturnUrl(text, rules, problem => {
    throw new CxmlError('ERR_CXML_FIELD_INVALID', `BrowserFormPost/URL ${problem}`, {
      path: '/cXML/Request/PunchOutSetupRequest/BrowserFormPost/URL',
    })
  })
}

/** The same for whatever a protocol calls the address; `refuse` is given what is wrong, to go on from its name. */
export function assertReturnUrl(
  text: string | undefined,
  rules: { readonly origins: readonly string[]; readonly allowInsecureOrigins: boolean },
  refuse: (problem: string) => never,
): string {
  const value = text ?? ''
  if (value === '') return refuse('is missing: without it no cart can be returned')
  if (value.length > longest) return refuse(`is longer than ${longest} characters`)
  if (hasControlCharacter(value)) return refuse('contains a control character or white space')
  if (value.includes('\\')) return refuse('contains a backslash')
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined) return refuse('is not an absolute URL')
  if (url.username !== '' || url.password !== '') return refuse('must not carry a user name or password')
  if (url.protocol !== 'https:' && !(rules.allowInsecureOrigins && url.protocol === 'http:')) {
    return refuse(`must be an https URL, not "${url.protocol}"`)
  }
  if (!rules.allowInsecureOrigins && !isPublicHttps(url)) return refuse('must not name a loopback host')
  const allowed = rules.origins.some(origin => new URL(origin).origin === url.origin)
  if (!allowed) {
    return refuse(
      `has the origin ${url.origin}, which is not registered for this buyer (browserFormPostOrigins)`,
    )
  }
  return url.href
}

/** URL parsing would drop tabs and line ends silently (WHATWG URL §4.4), so they are looked for before. */
function hasControlCharacter(value: string): boolean {
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    if (code <= 0x20 || (code >= 0x7f && code <= 0x9f)) return true
  }
  return false
}
