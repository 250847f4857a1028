export interface FormField {
  readonly name: string
  readonly value: string
}

/**
 * `HOOK_URL` as a form needs it: the action without its query, and the query as hidden fields. A GET or POST form replaces
 * or keeps a query in its action as the browser likes; fields arrive in any case.
 */
export function splitHookUrl(hookUrl: string): {
  readonly action: string
  readonly fields: readonly FormField[]
} {
  const url = new URL(hookUrl)
  const fields = [...url.searchParams].map(([name, value]) => ({ name, value }))
  url.search = ''
  url.hash = ''
  return { action: url.href, fields }
}
