import { type FormField, readFormData } from './form-data.js'

/**
 * `HOOK_URL` as a form needs it: the action without its query, and the query as hidden fields. What is not US-ASCII stays in
 * the action as it came: a form would write it in its own charset, which need not be that of the HOOK_URL.
 */
export function splitHookUrl(hookUrl: string): {
  readonly action: string
  readonly fields: readonly FormField[]
} {
  const url = new URL(hookUrl)
  const pairs = url.search
    .slice(1)
    .split('&')
    .map(pair => ({ pair, fields: readFormData(pair) }))
  const isPlain = ({ fields }: (typeof pairs)[number]) =>
    fields.every(({ name, value }) => /^\p{ASCII}*$/u.test(name + value))
  url.search = pairs
    .filter(each => !isPlain(each))
    .map(({ pair }) => pair)
    .join('&')
  url.hash = ''
  return { action: url.href, fields: pairs.filter(isPlain).flatMap(({ fields }) => fields) }
}
