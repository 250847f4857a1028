/** The Content-ID that a header, or the parameter `start`, names: `<a@b>` → `a@b`. Brackets may be missing. */
export function readContentId(value: string): string {
  const text = value.trim()
  return text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1).trim() : text
}

/** The URL of a part of the same message (RFC 2392): `a+b@c` → `cid:a%2Bb@c`. */
export function cidUrl(contentId: string): string {
  return `cid:${encodeURIComponent(contentId).replaceAll('%40', '@')}`
}

/**
 * The Content-IDs that a URL may mean, the likeliest first; none where its scheme is not `cid`. By the standard it is
 * percent-encoded, but some senders put the Content-ID behind `cid:` as it is.
 */
export function contentIdsOf(url: string): readonly string[] {
  const [, encoded] = /^cid:(.*)$/is.exec(url) ?? []
  if (encoded === undefined) return []
  try {
    const decoded = decodeURIComponent(encoded)
    return decoded === encoded ? [encoded] : [decoded, encoded]
  } catch {
    return [encoded]
  }
}
