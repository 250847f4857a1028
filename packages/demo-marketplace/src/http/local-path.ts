/**
 * A path on this shop, for `next=` parameters: whatever would lead elsewhere (`//evil.example`, `/\evil.example`,
 * `javascript:`) becomes the front page.
 */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/')) return '/'
  const base = 'http://shop.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  // `/.//evil.example` stays here, but its normal form `//evil.example` would not.
  const leaves = url === undefined || url.origin !== base || url.pathname.startsWith('//')
  return leaves ? '/' : url.pathname + url.search
}
