/** The fields of a form that was sent. */
export interface Fields {
  /** Trimmed; empty when it was not sent. */
  text(name: string): string
  /** Undefined when it was left empty. */
  optional(name: string): string | undefined
  isChecked(name: string): boolean
  /** One value a line or separated by commas. */
  list(name: string): string[]
}

/** `body` is what the body parser made of `application/x-www-form-urlencoded`. */
export function readFields(body: unknown): Fields {
  const values = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : [])
  const text = (name: string): string => {
    const value: unknown = values.get(name)
    const first: unknown = Array.isArray(value) ? value[0] : value
    return typeof first === 'string' ? first.trim() : ''
  }
  return {
    text,
    optional: name => text(name) || undefined,
    isChecked: name => text(name) !== '',
    list: name =>
      text(name)
        .split(/[\n,]/)
        .map(part => part.trim())
        .filter(part => part !== ''),
  }
}
